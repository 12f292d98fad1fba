// How people say it in words: stems and synonyms, weighed by how rare they are among the entries and their sentences.
import { wordsOf } from '../reading/cut.ts';
import { type Concepts, createConcepts } from './concepts.ts';
import { createNames } from './names.ts';
import { createPostings, type Scores } from './postings.ts';
import { createSentences } from './sentences.ts';
import type { Odds } from './talk.ts';

/** A text of an entry, and how much its words tell about the entry. */
export type Field = { readonly text: readonly string[]; readonly weight: number };

/** What an entry is known by in words: its fields together, and its sentences one by one. */
export type Document = { readonly fields: readonly Field[]; readonly sentences: readonly string[] };

/** `entries`: over all texts of each entry. `nearest`: over the single sentence of each that comes nearest. */
export type WordScores = { readonly entries: Scores; readonly nearest: (entry: number) => number };

export type WordIndex = Concepts & {
  readonly score: (concepts: Int32Array) => WordScores;
  /** Which of the concepts spoke for an entry, the weightiest first. */
  readonly terms: (entry: number, concepts: Int32Array) => number[];
};

/** How words are understood: `synonyms` are groups of words that mean the same here. */
export type Language = { readonly synonyms: readonly (readonly string[])[]; readonly odds: Odds };

export function createWordIndex(documents: readonly Document[], { synonyms, odds }: Language): WordIndex {
  const nameOf = createNames(synonyms);
  const entries = createPostings(documents.map(({ fields }) => countTerms(fields, nameOf)));
  const sentences = createSentences(
    documents.map(document =>
      document.sentences.map(sentence => countTerms([{ text: wordsOf(sentence), weight: 1 }], nameOf)),
    ),
    entries.numbers,
  );
  return {
    ...createConcepts([...entries.numbers.keys()], nameOf, odds),
    score: concepts => ({ entries: entries.query(concepts), nearest: sentences.nearest(concepts) }),
    terms(entry, concepts) {
      const gains = Array.from(concepts, concept => ({ concept, gain: entries.gain(concept, entry) }));
      const spoke = gains.filter(({ gain }) => gain > 0).toSorted((a, b) => b.gain - a.gain);
      return spoke.map(({ concept }) => concept);
    },
  };
}

function countTerms(fields: readonly Field[], nameOf: (word: string) => string | undefined): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { text, weight } of fields)
    for (const word of text) {
      const term = nameOf(word);
      if (term !== undefined) counts.set(term, (counts.get(term) ?? 0) + weight);
    }
  return counts;
}
