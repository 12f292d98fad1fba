// Words side by side: whether people complain, ask, announce or report shows in pairs of them more than in single words.
import { plain } from '../reading/cut.ts';
import { NONE } from '../reading/lexicon.ts';
import type { Reading } from '../reading/reading.ts';
import type { Odds, Tally } from './talk.ts';

/** What is longer is mostly printed by programs, and how their words follow each other tells nothing of people. */
const MOST_WORDS = 150;

/** A pair has a name of two words, and a concept of one; the first word of a message comes after nothing, and nothing after the last. */
export const isPair = (name: string): boolean => name.includes(' ');

/** The names of all pairs of a message, given those of concepts. */
export function pairsOf({ shown, words }: Reading, names: readonly string[]): ReadonlySet<string> {
  const pairs = new Set<string>();
  if (words.count > MOST_WORDS) return pairs;
  let before = '';
  for (let word = 0; word < words.count; word++) {
    const concept = words.concept(word);
    const name = concept === NONE ? plain(shown.slice(words.start(word), words.end(word))) : (names[concept] ?? '');
    pairs.add(`${before} ${name}`);
    before = name;
  }
  return pairs.add(`${before} `);
}

/** What stands before the first word and after the last; and a word of no known pair. */
const EDGE = 0;
const UNKNOWN = -1;

/** The odds of all pairs of a message, found without naming them; `conceptOf` gives the concept of a name. */
export function createPairs(odds: Odds, conceptOf: (name: string) => number): (reading: Reading) => Tally {
  const { numbers, keyOf, values } = learn(odds);
  const byConcept = new Map([...numbers].map(([side, number]) => [conceptOf(side), number]));
  const table = Int32Array.from(
    { length: Math.max(...byConcept.keys()) + 1 },
    (_, concept) => byConcept.get(concept) ?? UNKNOWN,
  );
  const numberAt = ({ shown, words }: Reading, word: number): number => {
    const concept = words.concept(word);
    if (concept === NONE) return numbers.get(plain(shown.slice(words.start(word), words.end(word)))) ?? UNKNOWN;
    return concept < table.length ? (table[concept] ?? UNKNOWN) : UNKNOWN;
  };
  return reading => {
    const { count } = reading.words;
    if (count > MOST_WORDS) return { sum: 0, known: 0 };
    const heard = new Set<number>();
    let sum = 0;
    let before = EDGE;
    for (let word = 0; word <= count; word++) {
      const after = word < count ? numberAt(reading, word) : EDGE;
      const key = keyOf(before, after);
      const value = before === UNKNOWN || after === UNKNOWN ? undefined : values.get(key);
      before = after;
      if (value === undefined || heard.has(key)) continue;
      heard.add(key);
      sum += value;
    }
    return { sum, known: heard.size };
  };
}

type Learned = {
  readonly numbers: ReadonlyMap<string, number>;
  readonly keyOf: (before: number, after: number) => number;
  readonly values: ReadonlyMap<number, number>;
};

/** The names in pairs, numbered, and the odds of each pair by its key. */
function learn(odds: Odds): Learned {
  const numbers = new Map([['', EDGE]]);
  const numberOf = (side: string): number => {
    const number = numbers.get(side) ?? numbers.size;
    if (number === numbers.size) numbers.set(side, number);
    return number;
  };
  const known: (readonly [before: number, after: number, value: number])[] = [];
  for (const [name, value] of odds) {
    const blank = name.indexOf(' ');
    if (blank >= 0) known.push([numberOf(name.slice(0, blank)), numberOf(name.slice(blank + 1)), value]);
  }
  const keyOf = (before: number, after: number): number => before * numbers.size + after;
  return { numbers, keyOf, values: new Map(known.map(([before, after, value]) => [keyOf(before, after), value])) };
}
