// Ranked matches to a Decision: answer, ask, or stay silent.
import type { Decision, Match } from './match.ts';

/** From which confidence on to answer and to ask; the gap is to the second match. */
export type Thresholds = { readonly answer: number; readonly ask: number };

/** `unaddressed`: somebody posted in a watched channel. `addressed`: somebody expects a reply. */
export type SpeakingThresholds = { readonly unaddressed: Thresholds; readonly addressed: Thresholds };

/** Read off the table that `npm run fit` prints (cross-validated): the lowest at which false alarms stay below one in a hundred. */
export const THRESHOLDS: SpeakingThresholds = {
  unaddressed: { answer: 0.55, ask: 0.5 },
  addressed: { answer: 0.4, ask: 0.15 },
};

/** Candidates offered as buttons. */
const OFFERED = 3;

export function decide(matches: readonly Match[], thresholds: Thresholds): Decision {
  const [best, ...others] = matches;
  if (!best || best.confidence < thresholds.ask) return { kind: 'silent', candidates: matches.slice(0, OFFERED) };
  if (best.confidence >= thresholds.answer) return { kind: 'answer', match: best, others: others.slice(0, OFFERED) };
  return { kind: 'ask', candidates: matches.slice(0, OFFERED) };
}
