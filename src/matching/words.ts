// How people say it in words: stems and synonyms, weighed by how rare they are among the entries and their sentences.
import stemmer from 'natural/lib/natural/stemmers/porter_stemmer.js';
import { createPostings, type Scores } from './postings.ts';
import { wordsOf } from './reading.ts';

/** A text of an entry, and how much its words tell about the entry. */
export type Field = { readonly text: readonly string[]; readonly weight: number };

/** `entries`: over all texts of each entry. `nearest`: over the single sentence of each that comes nearest. */
export type WordScores = { readonly entries: Scores; readonly nearest: ReadonlyMap<number, number> };

export type WordIndex = {
  /** The concept behind a word: its stem, or the first of its synonyms. Undefined for words that tell nothing. */
  readonly concept: (word: string) => string | undefined;
  readonly score: (concepts: ReadonlySet<string>) => WordScores;
  /** Which of the concepts spoke for an entry, the weightiest first. */
  readonly terms: (entry: number, concepts: ReadonlySet<string>) => string[];
};

/** What an entry is known by in words: its fields together, and its sentences one by one. */
export type Document = { readonly fields: readonly Field[]; readonly sentences: readonly string[] };

/** `synonyms` are groups of words that mean the same here. */
export function createWordIndex(documents: readonly Document[], synonyms: readonly (readonly string[])[]): WordIndex {
  const concept = createConcepts(synonyms);
  const entries = createPostings(documents.map(({ fields }) => countTerms(fields, concept)));
  const owners = documents.flatMap(({ sentences }, entry) => sentences.map(() => entry));
  const sentences = createPostings(
    documents
      .flatMap(document => document.sentences)
      .map(sentence => countTerms([{ text: wordsOf(sentence), weight: 1 }], concept)),
  );
  return {
    concept,
    score: concepts => ({ entries: entries.query(concepts), nearest: nearestOf(sentences.query(concepts), owners) }),
    terms(entry, concepts) {
      const gains = [...concepts].map(term => ({ term, gain: entries.gain(term, entry) }));
      const spoke = gains.filter(({ gain }) => gain > 0).toSorted((a, b) => b.gain - a.gain);
      return spoke.map(({ term }) => term);
    },
  };
}

/** Words that were said together prove more than words strewn about: the best sentence of each entry. */
function nearestOf({ touched, of }: Scores, owners: readonly number[]): Map<number, number> {
  const best = new Map<number, number>();
  for (const sentence of touched) {
    const entry = owners[sentence] ?? 0;
    const score = of(sentence);
    if (score > (best.get(entry) ?? 0)) best.set(entry, score);
  }
  return best;
}

function createConcepts(synonyms: readonly (readonly string[])[]): (word: string) => string | undefined {
  const known = new Map<string, string | undefined>();
  const group = new Map<string, string>();
  for (const [first, ...others] of synonyms) {
    if (first === undefined) continue;
    for (const other of [first, ...others]) group.set(stemmer.stem(other), stemmer.stem(first));
  }
  return word => {
    const cached = known.get(word);
    if (cached !== undefined || known.has(word)) return cached;
    const stem = tellsNothing(word) ? undefined : stemmer.stem(word);
    const concept = stem === undefined ? undefined : (group.get(stem) ?? stem);
    if (known.size < 50_000) known.set(word, concept); // a cache of spellings; bounded, since people can type anything
    return concept;
  };
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
