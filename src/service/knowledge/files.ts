// Reads knowledge/ from disk: every entry, in the order of their paths, and the shared vocabulary.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseDocument } from 'yaml';
import type { z } from 'zod';
import { BrokenKnowledge } from '../../knowledge/broken.ts';
import type { Entry } from '../../knowledge/entry.ts';
import { type Parsed, type Problem, parseEntry, showProblem } from '../../knowledge/parse.ts';
import {
  describedSchema,
  type FollowUps,
  followUpsSchema,
  type Provider,
  placeholdersSchema,
  providersSchema,
  type Vocabulary,
  wordsSchema,
} from '../../knowledge/vocabulary.ts';
import type { Cues } from '../../matching/signals/phrases.ts';
import { cached } from './cache.ts';

/** The entries that ship with the code. */
export const KNOWLEDGE_FOLDER = fileURLToPath(new URL('../../../knowledge', import.meta.url));

export type LoadedEntries = { readonly entries: readonly Entry[]; readonly problems: readonly Problem[] };

/** Parses every `<provider>/<problem>.yaml` below `folder`. */
export function readEntries(folder: string): LoadedEntries {
  const parsed = entryFiles(folder).map(file =>
    cached(pathsIn(folder, [file]), isParsed, () => parseEntry(file, readFileSync(join(folder, file), 'utf8'))),
  );
  return {
    entries: parsed.flatMap(result => (result.kind === 'entry' ? [result.entry] : [])),
    problems: parsed.flatMap(result => (result.kind === 'problems' ? result.problems : [])),
  };
}

const entryFiles = (folder: string): string[] =>
  globSync('*/*.yaml', { cwd: folder })
    .map(file => file.replaceAll('\\', '/'))
    .toSorted();

export type Words = {
  readonly providers: readonly Provider[];
  readonly synonyms: Vocabulary['synonyms'];
  readonly cues: Cues;
  readonly described: ReadonlyMap<string, readonly string[]>;
  readonly followUps: FollowUps;
  readonly placeholders: ReadonlySet<string>;
};

export type Knowledge = Words & { readonly entries: readonly Entry[] };

/** The vocabulary; one that does not fit its schema is thrown: it ships with the code. */
export function readWords(folder: string): Words {
  const providers = readChecked(folder, 'providers.yaml', providersSchema);
  const { synonyms, ...cues } = readChecked(folder, 'words.yaml', wordsSchema);
  return {
    providers: Object.entries(providers).map(([id, provider]) => ({ id, ...provider })),
    synonyms,
    cues,
    described: new Map(Object.entries(readChecked(folder, 'described.yaml', describedSchema))),
    placeholders: new Set(readChecked(folder, 'placeholders.yaml', placeholdersSchema)),
    followUps: readChecked(folder, 'follow-ups.yaml', followUpsSchema),
  };
}

/**
 * Knowledge to answer with: the built-in entries, and those of a company's own folders beside them; the same id overrides.
 * A broken entry stops the start by name, line and remedy.
 */
export function loadKnowledge(own: readonly string[] = []): Knowledge {
  const entries = new Map([KNOWLEDGE_FOLDER, ...own].flatMap(loadEntries).map(entry => [entry.id, entry]));
  return { ...readWords(KNOWLEDGE_FOLDER), entries: [...entries.values()] };
}

const loadEntries = (folder: string): readonly Entry[] =>
  cached(pathsIn(folder, entryFiles(folder)), isEntries, () => {
    const { problems, entries } = readEntries(folder);
    if (problems.length > 0)
      throw new BrokenKnowledge(problems.map(problem => showProblem(problem, folderName(folder))));
    return entries;
  });

const pathsIn = (folder: string, files: readonly string[]): string[] => files.map(file => join(folder, file));

const isParsed = (value: unknown): value is Parsed => typeof value === 'object' && value !== null && 'kind' in value;

/** What was cached was checked when it was parsed, by this form: only its outline is looked at again. */
const isEntries = (value: unknown): value is readonly Entry[] => Array.isArray(value);

/** How a folder is called in messages: the built-in one by its name, another by its path. */
const folderName = (folder: string): string => (folder === KNOWLEDGE_FOLDER ? 'knowledge' : folder);

/** A file of the vocabulary, checked; what does not fit is reported like an entry's problems. */
function readChecked<T>(folder: string, file: string, schema: z.ZodType<T>): T {
  const isChecked = (value: unknown): value is T => typeof value === 'object' && value !== null;
  return cached(pathsIn(folder, [file]), isChecked, () => readYaml(folder, file, schema));
}

function readYaml<T>(folder: string, file: string, schema: z.ZodType<T>): T {
  const document = parseDocument(readFileSync(join(folder, file), 'utf8'));
  const syntax = document.errors.map(
    error => `knowledge/${file}:${error.linePos?.[0].line ?? 1} is not YAML: ${error.message.split('\n')[0]}`,
  );
  if (syntax.length > 0) throw new BrokenKnowledge(syntax);
  const result = schema.safeParse(document.toJS());
  if (result.success) return result.data;
  throw new BrokenKnowledge(
    result.error.issues.map(issue => `knowledge/${file} ${issue.path.join('.')}: ${issue.message}. Correct it`),
  );
}
