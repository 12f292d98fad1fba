// Whether people talk about a credential that fails, or about something else: by the words, learned from both kinds of message.
import { plain } from '../reading/cut.ts';
import { NONE } from '../reading/lexicon.ts';
import type { Reading } from '../reading/reading.ts';

/** How much more likely a concept is in a message about a problem than in any other: log odds, by name; the same for pairs of neighbours. */
export type Odds = ReadonlyMap<string, number>;

/**
 * Between the mean, which tells what a message is about, and the sum, which tells how much there is to go by: the sum over the root
 * of the number of words, as if there were a few neutral ones more. So `npm run fit` finds fewest false alarms.
 */
const CALM = 3;
/** Of pairs few are known, and each was seen seldom. */
const CALM_OF_PAIRS = 25;
/** Brings the sum to about 1 for a message that is all trouble. */
const SCALE = 4;

/** A log of a thousand harmless lines is no more harmless than one of thirty: one line in it may still be the error. */
const LEAST = -1;
const MOST = 1.5;

/** The log odds of what stands in a message, summed up over all of which they are known. */
export type Tally = { readonly sum: number; readonly known: number };

export function tallyOf(names: Iterable<string>, odds: Odds): Tally {
  const values = [...names].flatMap(name => odds.get(name) ?? []);
  return { sum: values.reduce((sum, value) => sum + value, 0), known: values.length };
}

/** From -1 (something else) over 0 (nothing known) to 1.5 (a problem): the log odds of its words, damped when they are few. */
export const soundsLikeTrouble = (words: Tally): number => damp(words, CALM);

/** The same by how its words follow each other. */
export const flowsLikeTrouble = (pairs: Tally): number => damp(pairs, CALM_OF_PAIRS);

const damp = ({ sum, known }: Tally, calm: number): number =>
  Math.max(LEAST, Math.min(MOST, sum / Math.sqrt(SCALE * (known + calm))));

/** A pair has a name of two words, and a concept of one. */
export const isPair = (name: string): boolean => name.includes(' ');

/** What is longer is mostly printed by programs, and how their words follow each other tells nothing of people. */
const MOST_WORDS = 150;

/** Each word with the one before it, once: whether people complain, ask, announce or report shows in these more than in single words. */
export function pairsOf({ shown, words }: Reading, names: readonly string[]): ReadonlySet<string> {
  const pairs = new Set<string>();
  if (words.count > MOST_WORDS) return pairs;
  let before = '';
  for (let i = 0; i < words.count; i++) {
    const concept = words.concept(i);
    const name = concept === NONE ? plain(shown.slice(words.start(i), words.end(i))) : (names[concept] ?? '');
    pairs.add(`${before} ${name}`);
    before = name;
  }
  return pairs.add(`${before} `);
}

/** The names of all concepts and pairs of a message. */
export function namesIn(reading: Reading, names: readonly string[]): ReadonlySet<string> {
  const { words, inner } = reading;
  const concepts = [
    ...Array.from({ length: words.count }, (_, word) => words.concept(word)),
    ...inner.flatMap(({ parts }) => parts.map(({ concept }) => concept)),
  ];
  return new Set([...concepts.flatMap(concept => names[concept] ?? []), ...pairsOf(reading, names)]);
}
