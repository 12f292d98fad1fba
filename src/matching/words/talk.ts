// Whether people talk about a credential that fails, or about something else: by the words, learned from both kinds of message.

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

/** From -1 (something else) over 0 (nothing known) to 1.5 (a problem): the log odds of its words, damped when they are few. */
export const soundsLikeTrouble = (words: Tally): number => damp(words, CALM);

/** The same by how its words follow each other. */
export const flowsLikeTrouble = (pairs: Tally): number => damp(pairs, CALM_OF_PAIRS);

const damp = ({ sum, known }: Tally, calm: number): number =>
  Math.max(LEAST, Math.min(MOST, sum / Math.sqrt(SCALE * (known + calm))));
