// The single sentence of an entry that comes nearest to a message: words that were said together prove more than words strewn about.
// Asked only of the few entries that are candidates already, so that its cost does not grow with the number of entries.
import { createGain } from './gain.ts';
import { mostHolders } from './postings.ts';

export type Sentences = {
  /** The score of an entry's nearest sentence, given the terms of a message. Valid until the next message. */
  readonly nearest: (terms: readonly number[]) => (entry: number) => number;
};

/** The terms of all sentences end to end; `ends` of each sentence, and `entries` says which sentences an entry has. */
type Flat = {
  readonly terms: Int32Array;
  readonly gains: Float32Array;
  readonly ends: Int32Array;
  readonly entries: readonly { readonly first: number; readonly after: number }[];
};

/** `documents[i]` holds the sentences of entry i, each with its terms counted; terms are told by the numbers that they have elsewhere. */
export function createSentences(
  documents: readonly (readonly ReadonlyMap<string, number>[])[],
  numbers: ReadonlyMap<string, number>,
): Sentences {
  const flat = flatten(documents, numbers);
  const held = new Int32Array(numbers.size);
  for (const term of flat.terms) held[term] = (held[term] ?? 0) + 1;
  const heardIn = new Int32Array(numbers.size);
  let message = 0;
  const score = (sentence: number): number => {
    let sum = 0;
    for (let at = flat.ends[sentence - 1] ?? 0; at < (flat.ends[sentence] ?? 0); at++)
      if (heardIn[flat.terms[at] ?? 0] === message) sum += flat.gains[at] ?? 0;
    return sum;
  };
  return {
    nearest(terms) {
      message++;
      const most = mostHolders(terms, held);
      for (const term of terms) if ((held[term] ?? 0) <= most) heardIn[term] = message;
      return entry => {
        const { first, after } = flat.entries[entry] ?? { first: 0, after: 0 };
        let best = 0;
        for (let sentence = first; sentence < after; sentence++) best = Math.max(best, score(sentence));
        return best;
      };
    },
  };
}

function flatten(
  documents: readonly (readonly ReadonlyMap<string, number>[])[],
  numbers: ReadonlyMap<string, number>,
): Flat {
  const sentences = documents.flat();
  const gainOf = createGain(sentences);
  const size = sentences.reduce((sum, sentence) => sum + sentence.size, 0);
  const [terms, gains, ends] = [new Int32Array(size), new Float32Array(size), new Int32Array(sentences.length)];
  let at = 0;
  sentences.forEach((sentence, i) => {
    for (const term of sentence.keys()) {
      terms[at] = numbers.get(term) ?? 0;
      gains[at++] = gainOf(term, i);
    }
    ends[i] = at;
  });
  let first = 0;
  const entries = documents.map(({ length }) => {
    const after = first + length;
    const own = { first, after };
    first = after;
    return own;
  });
  return { terms, gains, ends, entries };
}
