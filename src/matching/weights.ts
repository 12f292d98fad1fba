// The numbers that were fitted on labelled cases: `npm run fit` writes them, nobody types them.
import { type Features, RANKING_FEATURES } from './features.ts';
import { SPEAKING_FEATURES, type Speaking } from './speaking.ts';
import type { Odds } from './talk.ts';
import fitted from './weights.json' with { type: 'json' };

export type Weights = {
  readonly ranking: Readonly<Record<keyof Features, number>>;
  readonly speaking: Readonly<Record<keyof Speaking, number>>;
  readonly bias: number;
  readonly odds: Odds;
};

export const WEIGHTS: Weights = { ...fitted, odds: new Map(Object.entries(fitted.odds)) };

/** The score of an entry among the others: what its features add up to. */
export const rank = (features: Features, weights: Weights): number =>
  RANKING_FEATURES.reduce((sum, name) => sum + features[name] * weights.ranking[name], 0);

/** The probability that the best entry is right and worth saying. */
export function confidence(speaking: Speaking, weights: Weights): number {
  const logit = SPEAKING_FEATURES.reduce((sum, name) => sum + speaking[name] * weights.speaking[name], weights.bias);
  return 1 / (1 + Math.exp(-logit));
}
