// Whether people talk about a credential that fails, or about something else: by the words, learned from both kinds of message.

/** How much more likely a concept is in a message about a problem than in any other: log odds, by concept. */
export type Odds = ReadonlyMap<string, number>;

/** The mean tells what the message is about, the weight of all its known words how much there is to go by. */
const CALM = 3;

/** From about -1 (something else) over 0 (nothing known) to about 1 (a problem): the log odds of its words, damped when they are few. */
export function soundsLikeTrouble(odds: Iterable<number | undefined>): number {
  let sum = 0;
  let known = 0;
  for (const value of odds) {
    if (value === undefined) continue;
    sum += value;
    known++;
  }
  return sum / (known + CALM);
}
