// The numbers that were fitted on labelled cases: `npm run fit` writes them, nobody types them.
import type { Features } from './features.ts';
import { SPEAKING_FEATURES, type Speaking } from './speaking.ts';
import fitted from './weights.json' with { type: 'json' };
import type { Odds } from './words/talk.ts';

/** A brief message that proves nothing is never sure enough to speak unasked, and still is when somebody asks. */
const BRIEF = 0.5;

/** Over the speaking features; `bias` is the weight of 1. */
export type Logit = Readonly<Record<(typeof SPEAKING_FEATURES)[number], number>> & { readonly bias: number };

/** `right`: is the best entry right? `trouble`: is there a credential error at all, with the right entry among the first three? */
export type Weights = {
  readonly ranking: Readonly<Record<keyof Features, number>>;
  readonly right: Logit;
  readonly trouble: Logit;
  readonly odds: Odds;
};

export const WEIGHTS: Weights = { ...fitted, odds: new Map(Object.entries(fitted.odds)) };

/** The score of an entry among the others: what its features add up to. */
export const rank = (features: Features, { ranking }: Weights): number =>
  features.code * ranking.code +
  features.text * ranking.text +
  features.little * ranking.little +
  features.context * ranking.context +
  features.against * ranking.against +
  features.provider * ranking.provider +
  features.elsewhere * ranking.elsewhere +
  features.words * ranking.words +
  features.coverage * ranking.coverage +
  features.sentence * ranking.sentence +
  features.early * ranking.early +
  features.unproved * ranking.unproved;

export function probability(speaking: Speaking, logit: Logit): number {
  const sum = SPEAKING_FEATURES.reduce((total, name) => total + speaking[name] * logit[name], logit.bias);
  return (speaking.brief ? BRIEF : 1) / (1 + Math.exp(-sum));
}

/** Confidences and weights are told to a thousandth. */
export const round = (value: number): number => Math.round(value * 1000) / 1000;
