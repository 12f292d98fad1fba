// Whether people talk about a credential that fails, or about something else: by the words, learned from both kinds of message.

/** How much more likely a concept is in a message about a problem than in any other: log odds, by concept. */
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

/** From -1 (something else) over 0 (nothing known) to 1.5 (a problem): the log odds of its words, damped when they are few. */
export const soundsLikeTrouble = <Word>(words: Iterable<Word>, oddsOf: (word: Word) => number | undefined): number =>
  weigh(words, oddsOf, CALM);

/** The same by how its words follow each other. */
export const flowsLikeTrouble = (words: readonly Said[], odds: Odds): number =>
  weigh(pairsOf(words), pair => odds.get(pair), CALM_OF_PAIRS);

function weigh<Part>(parts: Iterable<Part>, oddsOf: (part: Part) => number | undefined, calm: number): number {
  let sum = 0;
  let known = 0;
  for (const part of parts) {
    const value = oddsOf(part);
    if (value === undefined) continue;
    sum += value;
    known++;
  }
  return Math.max(LEAST, Math.min(MOST, sum / Math.sqrt(SCALE * (known + calm))));
}

/** A word of a message, as `Reading` has it. */
type Said = { readonly spelling: { readonly text: string; readonly concept: { readonly name: string } | undefined } };

/** What is longer is mostly printed by programs, and how their words follow each other tells nothing of people. */
const MOST_WORDS = 150;

/** Each word with the one before it, once: whether people complain, ask, announce or report shows in these more than in single words. */
export function pairsOf(words: readonly Said[]): ReadonlySet<string> {
  const pairs = new Set<string>();
  if (words.length > MOST_WORDS) return pairs;
  let before = '';
  for (const { spelling } of words) {
    const name = spelling.concept?.name ?? spelling.text;
    pairs.add(`${before} ${name}`);
    before = name;
  }
  return pairs.add(`${before} `);
}
