// How people say it in words: stems and synonyms, weighed by how rare they are among the entries and their sentences.
import stemmer from 'natural/lib/natural/stemmers/porter_stemmer.js';
import { wordsOf } from '../reading/cut.ts';
import { NONE } from '../reading/lexicon.ts';
import { createPostings, type Scores } from './postings.ts';
import { remember } from './remember.ts';
import { createSentences } from './sentences.ts';
import { isPair, type Odds, type Tally } from './talk.ts';

/** A text of an entry, and how much its words tell about the entry. */
export type Field = { readonly text: readonly string[]; readonly weight: number };

/** What an entry is known by in words: its fields together, and its sentences one by one. */
export type Document = { readonly fields: readonly Field[]; readonly sentences: readonly string[] };

/** `entries`: over all texts of each entry. `nearest`: over the single sentence of each that comes nearest. */
export type WordScores = { readonly entries: Scores; readonly nearest: (entry: number) => number };

/** What words with one stem, or of one group of synonyms, mean is a concept, known by its number. */
export type WordIndex = {
  /** The concept behind a word; NONE for words that tell nothing. */
  readonly concept: (word: string) => number;
  /** What each concept is called. */
  readonly names: readonly string[];
  /** Concepts below this number tell something: whose error it is, or whether there is any. */
  readonly telling: number;
  /** By how much the concepts are more likely in trouble than in talk. */
  readonly tally: (concepts: Int32Array) => Tally;
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
  const terms = entries.numbers.size;
  const told = [...entries.numbers.keys(), ...odds.keys().filter(name => !isPair(name))];
  const { names, numberOf } = createNumbers(told);
  const telling = names.length;
  const oddsOf = Float64Array.from(names, name => odds.get(name) ?? Number.NaN);
  return {
    names,
    telling,
    concept(word) {
      const name = nameOf(word) ?? (isGrammar(word) ? word : undefined);
      const concept = name === undefined ? NONE : numberOf(name);
      return concept >= terms && NUMBER.test(word) ? NONE : concept;
    },
    tally(concepts) {
      let [sum, known] = [0, 0];
      for (let i = 0; i < concepts.length; i++) {
        const value = oddsOf[concepts[i] ?? 0] ?? Number.NaN;
        if (Number.isNaN(value)) continue;
        sum += value;
        known++;
      }
      return { sum, known };
    },
    score: concepts => ({ entries: entries.query(concepts), nearest: sentences.nearest(concepts) }),
    terms(entry, concepts) {
      const gains = Array.from(concepts, concept => ({ concept, gain: entries.gain(concept, entry) }));
      const spoke = gains.filter(({ gain }) => gain > 0).toSorted((a, b) => b.gain - a.gain);
      return spoke.map(({ concept }) => concept);
    },
  };
}

/** People can type anything: beyond this many names, a new one has no number. */
const MOST_NAMED = 50_000;

/** Numbers names in the order in which they are met, those given first. */
function createNumbers(given: readonly string[]): {
  readonly names: readonly string[];
  readonly numberOf: (name: string) => number;
} {
  const names = [...new Set(given)];
  const numbers = new Map(names.map((name, number) => [name, number]));
  return {
    names,
    numberOf(name) {
      const known = numbers.get(name);
      if (known !== undefined) return known;
      if (names.length >= MOST_NAMED) return NONE;
      numbers.set(name, names.length);
      return names.push(name) - 1;
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
    if (tellsNothing(word)) return NAMELESS;
    const stem = stemmer.stem(word);
    return group.get(stem) ?? stem;
  });
  return word => {
    const name = nameOf(word);
    return name === NAMELESS ? undefined : name;
  };
}

const NAMELESS = '';

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
