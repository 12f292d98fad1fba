// The single sentence of an entry that comes nearest to a message: words that were said together prove more than words strewn about.
// Asked only of the few entries that are candidates already, so that its cost does not grow with the number of entries.
import { createGain } from './gain.ts';
import { createLimit } from './postings.ts';

export type Sentences = {
  /** The score of an entry's nearest sentence, given the terms of a message. Valid until the next message. */
  readonly nearest: (terms: Int32Array) => (entry: number) => number;
};

/** The terms of all sentences end to end: those of sentence s begin at `starts[s]`, and the sentences of entry e at `firsts[e]`. */
type Flat = {
  readonly terms: Int32Array;
  readonly gains: Float32Array;
  readonly starts: Int32Array;
  readonly firsts: Int32Array;
};

/** `documents[i]` holds the sentences of entry i, each with its terms counted; terms are told by the numbers that they have elsewhere. */
export function createSentences(
  documents: readonly (readonly ReadonlyMap<string, number>[])[],
  numbers: ReadonlyMap<string, number>,
): Sentences {
  const { terms, gains, starts, firsts } = flatten(documents, numbers);
  const known = numbers.size;
  const held = new Int32Array(known);
  for (const term of terms) held[term] = (held[term] ?? 0) + 1;
  const heardIn = new Int32Array(known);
  const limit = createLimit(term => (term < known ? (held[term] ?? 0) : 0));
  let message = 0;
  const score = (sentence: number): number => {
    const end = starts[sentence + 1] ?? 0;
    let sum = 0;
    for (let at = starts[sentence] ?? 0; at < end; at++) if (heardIn[terms[at] ?? 0] === message) sum += gains[at] ?? 0;
    return sum;
  };
  const nearest = (entry: number): number => {
    const after = firsts[entry + 1] ?? 0;
    let best = 0;
    for (let sentence = firsts[entry] ?? 0; sentence < after; sentence++) {
      const sum = score(sentence);
      if (sum > best) best = sum;
    }
    return best;
  };
  return {
    nearest(heard) {
      message++;
      const most = limit(heard);
      for (let i = 0; i < heard.length; i++) {
        const term = heard[i] ?? 0;
        if (term < known && (held[term] ?? 0) <= most) heardIn[term] = message;
      }
      return nearest;
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
  const [terms, gains] = [new Int32Array(size), new Float32Array(size)];
  const starts = new Int32Array(sentences.length + 1);
  let at = 0;
  sentences.forEach((sentence, i) => {
    for (const term of sentence.keys()) {
      terms[at] = numbers.get(term) ?? 0;
      gains[at++] = gainOf(term, i);
    }
    starts[i + 1] = at;
  });
  const firsts = new Int32Array(documents.length + 1);
  for (const [entry, { length }] of documents.entries()) firsts[entry + 1] = (firsts[entry] ?? 0) + length;
  return { terms, gains, starts, firsts };
}
