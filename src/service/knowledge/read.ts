// Reads knowledge/ from its YAML files: every entry, and the shared vocabulary.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import type { z } from 'zod';
import { BrokenKnowledge } from '../../knowledge/broken.ts';
import type { Entry } from '../../knowledge/entry.ts';
import { type Parsed, type Problem, parseEntry, showProblem } from '../../knowledge/parse.ts';
import {
  describedSchema,
  followUpsSchema,
  placeholdersSchema,
  providersSchema,
  wordsSchema,
} from '../../knowledge/vocabulary.ts';
import { cached } from './cache.ts';
import { entryFiles, KNOWLEDGE_FOLDER, pathsIn, WORD_FILES } from './folder.ts';
import { areEntries, areWords, makeWords, type WordFiles, type Words } from './words.ts';

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

/** The same of a folder that must have no problems. */
export const readWhole = (folder: string): readonly Entry[] =>
  cached(pathsIn(folder, entryFiles(folder)), areEntries, () => {
    const { problems, entries } = readEntries(folder);
    if (problems.length > 0)
      throw new BrokenKnowledge(problems.map(problem => showProblem(problem, folderName(folder))));
    return entries;
  });

const isParsed = (value: unknown): value is Parsed => typeof value === 'object' && value !== null && 'kind' in value;

/** How a folder is called in messages: the built-in one by its name, another by its path. */
const folderName = (folder: string): string => (folder === KNOWLEDGE_FOLDER ? 'knowledge' : folder);

export const readWords = (folder: string): Words => makeWords(readWordFiles(folder));

/** One that does not fit its schema is thrown: it ships with the code. */
export const readWordFiles = (folder: string): WordFiles =>
  cached(pathsIn(folder, WORD_FILES), areWords, () => ({
    providers: readYaml(folder, 'providers.yaml', providersSchema),
    words: readYaml(folder, 'words.yaml', wordsSchema),
    described: readYaml(folder, 'described.yaml', describedSchema),
    placeholders: readYaml(folder, 'placeholders.yaml', placeholdersSchema),
    followUps: readYaml(folder, 'follow-ups.yaml', followUpsSchema),
  }));

/** What does not fit is reported like an entry's problems. */
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
