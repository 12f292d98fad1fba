// The labelled cases that the matcher is fitted on: those of a folder, those beside this file, and the entries' own examples.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { createMatcher, type Ranking } from '../src/matching/matcher.ts';
import { redact } from '../src/redaction/redact.ts';
import { KNOWLEDGE_FOLDER } from '../src/service/knowledge/folder.ts';
import type { Knowledge } from '../src/service/knowledge/load.ts';
import { readEntries, readWords } from '../src/service/knowledge/read.ts';
import type { Told } from './talk.ts';

/** `accept` is empty for a message that must get no answer. `told` is set where the talk model learns from the case too. */
export type Case = {
  readonly set: string;
  readonly fold: number;
  readonly text: string;
  readonly accept: readonly string[];
  readonly weight: number;
  readonly ranking: Ranking;
  /** Of its concepts, and of the pairs of them that stand side by side. */
  readonly names: ReadonlySet<string>;
  readonly told?: Told;
};

const quiet = z.record(z.string(), z.array(z.string()));
const labelled = z.object({ text: z.string(), accept: z.array(z.string()) });
/** Neighbours that would help just as well: Terraform's provider and the cloud's own, a plugin that cannot be run, a node that may not pull. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  'terraform/aws-credentials': ['aws/no-credentials', 'aws/profile-not-found'],
  'terraform/azure-credentials': ['azure/login-required', 'azure/default-credential-failed'],
  'terraform/google-credentials': ['gcp/default-credentials-not-found'],
  'terraform/backend-access': ['aws/s3-access-denied', 'azure/storage-permission-mismatch', 'gcp/permission-denied'],
  'azure/aks-unauthorized': ['kubernetes/exec-plugin-failed'],
  'gcp/gke-auth-plugin': ['kubernetes/exec-plugin-failed'],
  'kubernetes/image-pull-unauthorized': ['docker/pull-access-denied'],
};
const HERE = join(import.meta.dirname, 'cases');
const OWN = join(import.meta.dirname, '../test/cases');

export const FOLDS = 5;
/** The examples stand in the index themselves, so they are easier than what people will paste: each counts less than a case. */
const EXAMPLE = 0.5;
/** What an entry itself says must get no answer. */
const QUIET_EXAMPLE = 4;

type Given = {
  readonly set: string;
  readonly text: string;
  readonly accept: readonly string[];
  readonly weight: number;
  readonly learned: boolean;
};

/**
 * Each case is ranked by a matcher that does not know the descriptions of its own fold, so that none is recognised because it is
 * in the index. `spoken` are messages that only the talk model learns from.
 */
export function loadCases(folder: string | undefined): {
  readonly cases: readonly Case[];
  readonly knowledge: Knowledge;
  readonly spoken: readonly Told[];
} {
  const knowledge = { ...readWords(KNOWLEDGE_FOLDER), ...readEntries(KNOWLEDGE_FOLDER) };
  const matchers = Array.from({ length: FOLDS }, (_, fold) =>
    createMatcher({ ...knowledge, described: withoutFold(knowledge.described, fold) }),
  );
  const rankIn = (fold: number, text: string): Pick<Case, 'ranking' | 'names'> => {
    const matcher = matchers[fold] ?? createMatcher(knowledge);
    const redacted = redact(text).text;
    return { ranking: matcher.rank(redacted), names: matcher.names(redacted) };
  };
  const make = ({ learned, ...given }: Given, fold: number): Case => {
    const { ranking, names } = rankIn(fold, given.text);
    return {
      ...given,
      fold,
      ranking,
      names,
      ...(learned && { told: { names, trouble: given.accept.length > 0 } }),
    };
  };
  const described = [...knowledge.described].flatMap(([id, texts]) =>
    texts.map((text, i) =>
      make({ set: 'described', text, accept: [id, ...(ALSO[id] ?? [])], weight: 1, learned: true }, i % FOLDS),
    ),
  );
  const others = [
    ...readGiven('given', folder),
    ...readGiven('own', OWN),
    ...readQuiet(),
    ...examplesOf(knowledge),
  ].map((given, i) => make(given, (i * 7919) % FOLDS));
  const spoken = knowledge.entries
    .flatMap(entry => entry.symptoms)
    .map(text => ({ names: rankIn(0, text).names, trouble: true }));
  return { cases: [...others, ...described], knowledge, spoken };
}

const withoutFold = (described: Knowledge['described'], fold: number): Knowledge['described'] =>
  new Map([...described].map(([id, texts]) => [id, texts.filter((_, i) => i % FOLDS !== fold)]));

const readQuiet = (): Given[] =>
  Object.values(quiet.parse(parse(readFileSync(join(HERE, 'quiet.yaml'), 'utf8')))).flatMap(texts =>
    texts.map(text => ({ set: 'quiet', text, accept: [], weight: 1, learned: true })),
  );

const examplesOf = ({ entries }: Knowledge): Given[] =>
  entries.flatMap(({ id, examples }) => [
    ...examples.match.map(text => ({ set: 'examples', text, accept: [id], weight: EXAMPLE, learned: false })),
    ...examples.reject.map(({ text, entry }) => ({
      set: 'examples',
      text,
      accept: entry === undefined ? [] : [entry],
      weight: entry === undefined ? QUIET_EXAMPLE : EXAMPLE,
      learned: entry === undefined,
    })),
  ]);

const readGiven = (set: string, folder: string | undefined): Given[] =>
  folder === undefined
    ? []
    : ['errors.jsonl', 'silence.jsonl']
        .flatMap(file => readLines(folder, file))
        .map(({ text, accept }) => ({ set, text, accept, weight: 1, learned: true }));

const readLines = (folder: string, file: string): z.infer<typeof labelled>[] =>
  readFileSync(join(folder, file), 'utf8')
    .split('\n')
    .filter(line => line !== '')
    .map(line => labelled.parse(JSON.parse(line)))
    .map(({ text, accept }) => ({ text, accept: accept.filter(id => id !== 'none') }));
