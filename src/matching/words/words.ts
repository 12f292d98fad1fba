// How people say it in words: stems and synonyms, weighed by how rare they are among the entries and their sentences.
import stemmer from 'natural/lib/natural/stemmers/porter_stemmer.js';
import { wordsOf } from '../reading/cut.ts';
import { remember } from '../reading/remember.ts';
import { createPostings, type Scores } from './postings.ts';
import { createSentences } from './sentences.ts';
import type { Odds } from './talk.ts';

/** A text of an entry, and how much its words tell about the entry. */
export type Field = { readonly text: readonly string[]; readonly weight: number };

/** What an entry is known by in words: its fields together, and its sentences one by one. */
export type Document = { readonly fields: readonly Field[]; readonly sentences: readonly string[] };

/**
 * What words with one stem, or of one group of synonyms, mean. `term`: its number among the words of the entries, where it is one.
 * `odds`: how much more likely it is in trouble than in talk, where that is known. `heardIn` is the last message that held it.
 */
export type Concept = {
  readonly name: string;
  readonly odds: number | undefined;
  heardIn: number;
  readonly term: number | undefined;
};

/** `entries`: over all texts of each entry. `nearest`: over the single sentence of each that comes nearest. */
export type WordScores = { readonly entries: Scores; readonly nearest: (entry: number) => number };

export type WordIndex = {
  /** The concept behind a word; undefined for words that tell nothing. Two words of one concept get the same object. */
  readonly concept: (word: string) => Concept | undefined;
  readonly score: (concepts: readonly Concept[]) => WordScores;
  /** Which of the concepts spoke for an entry, the weightiest first. */
  readonly terms: (entry: number, concepts: readonly Concept[]) => string[];
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
  const concept = remember(
    (name: string): Concept => ({
      name,
      odds: odds.get(name),
      heardIn: 0,
      term: entries.numbers.get(name),
    }),
  );
  return {
    concept(word) {
      const name = nameOf(word) ?? (isGrammar(word) ? word : undefined);
      if (name === undefined) return undefined;
      const known = concept(name);
      return NUMBER.test(word) && known.term === undefined ? undefined : known;
    },
    score(found) {
      const terms: number[] = [];
      for (const { term } of found) if (term !== undefined) terms.push(term);
      return { entries: entries.query(terms), nearest: sentences.nearest(terms) };
    },
    terms(entry, found) {
      const gains = found.map(({ name, term }) => ({ name, gain: term === undefined ? 0 : entries.gain(term, entry) }));
      const spoke = gains.filter(({ gain }) => gain > 0).toSorted((a, b) => b.gain - a.gain);
      return spoke.map(({ name }) => name);
    },
  };
}

/** The name of a word's concept: its stem, or that of the first of its synonyms. */
function createNames(synonyms: readonly (readonly string[])[]): (word: string) => string | undefined {
  const group = new Map<string, string>();
  for (const [first, ...others] of synonyms) {
    if (first === undefined) continue;
    for (const other of [first, ...others]) group.set(stemmer.stem(other), stemmer.stem(first));
  }
  const nameOf = remember(word => {
    const stem = stemmer.stem(word);
    return group.get(stem) ?? stem;
  });
  return word => (tellsNothing(word) ? undefined : nameOf(word));
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

// Words of grammar. Negations and question words stay out as well: whether somebody asks or complains is not whose error it is.
const GRAMMAR = new Set(
  'a about after again all also am an and any are as at be because been before being but by can cannot could did do does doing dont for from get gets go goes got had has have he her here him his how i if im in into is isnt it its just like me more most my no not now of off on one only or other our out over own please same she should so some still than that the their them then there these they this those to too up us use used very was we were what when where which while who why will with would you your'.split(
    ' ',
  ),
);

/** A number that no entry knows is a time, a size or an id. */
const NUMBER = /^\d+$/;

/** A word that says nothing of whose error it is, but something of whether people have trouble or only talk. */
export const isGrammar = (word: string): boolean => GRAMMAR.has(word);

const tellsNothing = (word: string): boolean =>
  word.length < 2 || word.length > 40 || GRAMMAR.has(word) || /^(?:\d{7,}|[0-9a-f]{12,})$/.test(word);
