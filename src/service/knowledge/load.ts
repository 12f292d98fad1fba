// Knowledge to answer with. What was parsed before is read back; only where something changed are YAML and its schemas loaded.
import type { Entry } from '../../knowledge/entry.ts';
import { fromCache } from './cache.ts';
import { entryFiles, KNOWLEDGE_FOLDER, pathsIn, WORD_FILES } from './folder.ts';
import { areEntries, areWords, makeWords, type WordFiles, type Words } from './words.ts';

export type Knowledge = Words & { readonly entries: readonly Entry[] };

/**
 * The built-in entries, and those of a company's own folders beside them; the same id overrides. A broken entry stops the
 * start by name, line and remedy.
 */
export async function loadKnowledge(own: readonly string[] = []): Promise<Knowledge> {
  const words = makeWords(await loadWordFiles());
  const entries = new Map<string, Entry>();
  for (const folder of [KNOWLEDGE_FOLDER, ...own])
    for (const entry of await loadEntries(folder)) entries.set(entry.id, entry);
  return { ...words, entries: [...entries.values()] };
}

const loadWordFiles = async (): Promise<WordFiles> =>
  fromCache(pathsIn(KNOWLEDGE_FOLDER, WORD_FILES), areWords) ??
  (await import('./read.ts')).readWordFiles(KNOWLEDGE_FOLDER);

const loadEntries = async (folder: string): Promise<readonly Entry[]> =>
  fromCache(pathsIn(folder, entryFiles(folder)), areEntries) ?? (await import('./read.ts')).readWhole(folder);
