// The shared vocabulary as it is used: what JSON cannot hold is made from what it can.
import type { Entry } from '../../knowledge/entry.ts';
import type { FollowUps, Provider, Vocabulary } from '../../knowledge/vocabulary.ts';
import type { Cues } from '../../matching/signals/phrases.ts';

export type Words = {
  readonly providers: readonly Provider[];
  readonly synonyms: Vocabulary['synonyms'];
  readonly asked: Vocabulary['asked'];
  readonly cues: Cues;
  readonly described: ReadonlyMap<string, readonly string[]>;
  readonly followUps: FollowUps;
  readonly placeholders: ReadonlySet<string>;
};

/** What stands in the files of the vocabulary. */
export type WordFiles = {
  readonly providers: Readonly<Record<string, Omit<Provider, 'id'>>>;
  readonly words: Vocabulary;
  readonly described: Readonly<Record<string, readonly string[]>>;
  readonly placeholders: readonly string[];
  readonly followUps: FollowUps;
};

export function makeWords({ providers, words, described, placeholders, followUps }: WordFiles): Words {
  const { synonyms, asked, ...cues } = words;
  return {
    providers: Object.entries(providers).map(([id, provider]) => ({ id, ...provider })),
    synonyms,
    asked,
    cues,
    described: new Map(Object.entries(described)),
    placeholders: new Set(placeholders),
    followUps,
  };
}

/** What was cached was checked when it was parsed, by this form: only its outline is looked at again. */
export const areEntries = (value: unknown): value is readonly Entry[] => Array.isArray(value);
export const areWords = (value: unknown): value is WordFiles =>
  typeof value === 'object' && value !== null && 'followUps' in value;
