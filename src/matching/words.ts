// How people say it in words: stems, synonyms and near words, weighed by how rare they are among the entries (BM25).
import stemmer from 'natural/lib/natural/stemmers/porter_stemmer.js';

import { wordsOf } from './reading.ts';

/** A text of an entry, and how much its words tell about the entry. */
export type Field = { readonly text: readonly string[]; readonly weight: number };
export type WordScores = { readonly scores: ReadonlyMap<number, number>; readonly total: number };

export type WordIndex = {
  /** The concept behind a word: its stem, or the first of its synonyms. Undefined for words that tell nothing. */
  readonly concept: (word: string) => string | undefined;
  /** BM25 of the entries that share a concept with the text, and the greatest sum that any entry could reach. */
  readonly score: (concepts: ReadonlySet<string>) => WordScores;
  /** Which of the concepts spoke for an entry, the weightiest first. */
  readonly terms: (entry: number, concepts: ReadonlySet<string>) => string[];
};

/** For each entry, how near the nearest single sentence of it comes: words that were said together prove more than words strewn about. */
export function createSentenceIndex(
  sentences: readonly (readonly string[])[],
  synonyms: readonly (readonly string[])[],
): (concepts: ReadonlySet<string>) => ReadonlyMap<number, number> {
  const owners = sentences.flatMap((of, entry) => of.map(() => entry));
  const index = createWordIndex(
    sentences.flat().map(sentence => [{ text: wordsOf(sentence), weight: 1 }]),
    synonyms,
  );
  return concepts => {
    const best = new Map<number, number>();
    for (const [sentence, score] of index.score(concepts).scores) {
      const entry = owners[sentence] ?? 0;
      if (score > (best.get(entry) ?? 0)) best.set(entry, score);
    }
    return best;
  };
}

type Posting = { readonly entry: number; readonly gain: number };

// BM25, Robertson and Zaragoza 2009: k1 tempers repetition, b the length of an entry; the usual middle values.
const K1 = 1.2;
const B = 0.5;
/** A word of more entries than this tells next to nothing about any of them, and would make a large knowledge base slow. */
const MOST_HOLDERS = 400;

/** `documents[i]` are the fields of entry i; `synonyms` are groups of words that mean the same here. */
export function createWordIndex(
  documents: readonly (readonly Field[])[],
  synonyms: readonly (readonly string[])[],
): WordIndex {
  const concept = createConcepts(synonyms);
  const postings = weigh(documents, concept);
  return {
    concept,
    score: concepts => sum(postings, concepts),
    terms(entry, concepts) {
      const gains = [...concepts].map(term => ({ term, gain: gainOf(postings.get(term) ?? [], entry) }));
      return gains
        .filter(({ gain }) => gain > 0)
        .toSorted((a, b) => b.gain - a.gain)
        .map(({ term }) => term);
    },
  };
}

function sum(postings: ReadonlyMap<string, readonly Posting[]>, concepts: ReadonlySet<string>): WordScores {
  const scores = new Map<number, number>();
  let total = 0;
  for (const term of concepts) {
    const list = postings.get(term);
    if (!list || list.length > MOST_HOLDERS) continue;
    let best = 0;
    for (const { entry, gain } of list) {
      scores.set(entry, (scores.get(entry) ?? 0) + gain);
      if (gain > best) best = gain;
    }
    total += best;
  }
  return { scores, total };
}

/** Postings stand in the order of their entries, so the one of an entry is found by halving. */
function gainOf(postings: readonly Posting[], entry: number): number {
  let low = 0;
  for (let high = postings.length; low < high; ) {
    const middle = (low + high) >> 1;
    if ((postings[middle]?.entry ?? 0) < entry) low = middle + 1;
    else high = middle;
  }
  const found = postings[low];
  return found?.entry === entry ? found.gain : 0;
}

function createConcepts(synonyms: readonly (readonly string[])[]): (word: string) => string | undefined {
  const known = new Map<string, string | undefined>();
  const group = new Map<string, string>();
  for (const [first, ...others] of synonyms) {
    if (first === undefined) continue;
    for (const other of [first, ...others]) group.set(stemmer.stem(other), stemmer.stem(first));
  }
  return word => {
    if (known.has(word)) return known.get(word);
    const stem = tellsNothing(word) ? undefined : stemmer.stem(word);
    const concept = stem === undefined ? undefined : (group.get(stem) ?? stem);
    if (known.size < 50_000) known.set(word, concept); // a cache of spellings; bounded, since people can type anything
    return concept;
  };
}

function weigh(
  documents: readonly (readonly Field[])[],
  concept: (word: string) => string | undefined,
): Map<string, Posting[]> {
  const counts = documents.map(fields => countTerms(fields, concept));
  const lengths = counts.map(terms => terms.values().reduce((sum, count) => sum + count, 0));
  const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
  const holders = new Map<string, number>();
  for (const terms of counts) for (const term of terms.keys()) holders.set(term, (holders.get(term) ?? 0) + 1);
  const postings = new Map<string, Posting[]>();
  counts.forEach((terms, entry) => {
    const norm = K1 * (1 - B + (B * (lengths[entry] ?? mean)) / mean);
    for (const [term, count] of terms) {
      const held = holders.get(term) ?? 1;
      const rarity = Math.log(1 + (documents.length - held + 0.5) / (held + 0.5));
      const list = postings.get(term) ?? [];
      list.push({ entry, gain: (rarity * (count * (K1 + 1))) / (count + norm) });
      postings.set(term, list);
    }
  });
  return postings;
}

function countTerms(fields: readonly Field[], concept: (word: string) => string | undefined): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { text, weight } of fields)
    for (const word of text) {
      const term = concept(word);
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

const tellsNothing = (word: string): boolean =>
  word.length < 2 || word.length > 40 || GRAMMAR.has(word) || /^(?:\d{7,}|[0-9a-f]{12,})$/.test(word);
