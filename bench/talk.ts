// Learns how much more likely each concept, and each pair of them, is in messages about a problem than in others (naive Bayes).
import type { Odds, Tally } from '../src/matching/words/talk.ts';

export type Told = { readonly names: ReadonlySet<string>; readonly trouble: boolean };

export type TalkModel = {
  readonly odds: Odds;
  /** The odds as they would be without one of the messages learned from: what an unseen message would get. */
  readonly without: (left: Told) => Odds;
};

/** Added to each count, so that a word seen once is no proof. */
const PRIOR = 0.7;
/** Words rarer than this are left out: what they tell is chance. */
const SEEN = 3;

export function learnTalk(messages: readonly Told[]): TalkModel {
  const counts = new Map<string, [trouble: number, other: number]>();
  const sizes: [number, number] = [0, 0];
  for (const { names, trouble } of messages) {
    const side = trouble ? 0 : 1;
    sizes[side]++;
    for (const name of names) {
      const count = counts.get(name) ?? [0, 0];
      count[side]++;
      counts.set(name, count);
    }
  }
  const odd = ([trouble, other]: readonly [number, number], [a, b]: readonly [number, number]): number =>
    Math.log((trouble + PRIOR) / (a + 2 * PRIOR)) - Math.log((other + PRIOR) / (b + 2 * PRIOR));
  const round = (value: number): number => Math.round(value * 100) / 100;
  const odds = new Map(
    [...counts].filter(([, [a, b]]) => a + b >= SEEN).map(([name, count]) => [name, round(odd(count, sizes))]),
  );
  return {
    odds,
    without: left => {
      const side = left.trouble ? 0 : 1;
      const fewer: [number, number] = [sizes[0] - (1 - side), sizes[1] - side];
      const rest = new Map<string, number>();
      for (const name of left.names) {
        const [a, b] = counts.get(name) ?? [0, 0];
        const count: [number, number] = [a - (1 - side), b - side];
        if (count[0] + count[1] >= SEEN) rest.set(name, round(odd(count, fewer)));
      }
      return rest;
    },
  };
}

/** As the matcher tallies a message, by names. */
export function tallyOf(names: Iterable<string>, odds: Odds): Tally {
  const values = [...names].flatMap(name => odds.get(name) ?? []);
  return { sum: values.reduce((sum, value) => sum + value, 0), known: values.length };
}
