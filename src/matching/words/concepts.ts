// What words mean, as numbers: a concept for each name.
import { NONE } from '../reading/lexicon.ts';
import type { Reading } from '../reading/reading.ts';
import { isGrammar } from './names.ts';
import { createPairs, isPair, pairsOf } from './pairs.ts';
import type { Odds, Tally } from './talk.ts';

export type Concepts = {
  /** The concept behind a word; NONE for words that tell nothing. */
  readonly concept: (word: string) => number;
  /** Concepts below this number tell something: whose error it is, or whether there is any. */
  readonly telling: number;
  /** By how much the concepts of a message, and its pairs of words, are more likely in trouble than in talk. */
  readonly tally: (reading: Reading) => { readonly words: Tally; readonly pairs: Tally };
  /** The names of all concepts and pairs of a message. */
  readonly namesIn: (reading: Reading) => ReadonlySet<string>;
};

/** `terms`: the names that stand in entries, whose concepts are their places there. `nameOf` is undefined for words of grammar. */
export function createConcepts(
  terms: readonly string[],
  nameOf: (word: string) => string | undefined,
  odds: Odds,
): Concepts {
  const { names, numberOf } = createNumbers([...terms, ...odds.keys().filter(name => !isPair(name))]);
  const telling = names.length;
  const oddsOf = Float64Array.from(names, name => odds.get(name) ?? Number.NaN);
  return {
    telling,
    concept(word) {
      const name = nameOf(word) ?? (isGrammar(word) ? word : undefined);
      const concept = name === undefined ? NONE : numberOf(name);
      return concept >= terms.length && NUMBER.test(word) ? NONE : concept;
    },
    tally: createTally(oddsOf, createPairs(odds, numberOf)),
    namesIn: reading => namesIn(reading, names),
  };
}

/** A number that no entry knows is a time, a size or an id. */
const NUMBER = /^\d+$/;

const createTally =
  (oddsOf: Float64Array, pairs: (reading: Reading) => Tally): Concepts['tally'] =>
  reading => {
    const { concepts } = reading;
    let [sum, known] = [0, 0];
    for (let i = 0; i < concepts.length; i++) {
      const value = oddsOf[concepts[i] ?? 0] ?? Number.NaN;
      if (Number.isNaN(value)) continue;
      sum += value;
      known++;
    }
    return { words: { sum, known }, pairs: pairs(reading) };
  };

function namesIn(reading: Reading, names: readonly string[]): ReadonlySet<string> {
  const { words, inner } = reading;
  const concepts = [
    ...Array.from({ length: words.count }, (_, word) => words.concept(word)),
    ...inner.flatMap(({ parts }) => parts.map(({ concept }) => concept)),
  ];
  return new Set([...concepts.flatMap(concept => names[concept] ?? []), ...pairsOf(reading, names)]);
}

/** People can type anything: beyond this many names, new ones share a number, which tells nothing. */
const MOST_NAMED = 50_000;

/** Numbers names in the order in which they are met, those given first. */
function createNumbers(given: readonly string[]): {
  readonly names: readonly string[];
  readonly numberOf: (name: string) => number;
} {
  const names = [...new Set(given)];
  const unnamed = names.length + MOST_NAMED;
  const numbers = new Map(names.map((name, number) => [name, number]));
  return {
    names,
    numberOf(name) {
      const known = numbers.get(name);
      if (known !== undefined) return known;
      if (names.length >= unnamed) return unnamed;
      numbers.set(name, names.length);
      return names.push(name) - 1;
    },
  };
}
