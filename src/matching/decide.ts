// Ranked matches to a Decision: answer, ask, or stay silent.
import type { Decision, Match } from './match.ts';

/** From which confidence on to answer with the best match; from which on, that it is one of the first three, to ask which. */
export type Thresholds = { readonly answer: number; readonly ask: number };

/** `unaddressed`: somebody posted in a watched channel. `addressed`: somebody expects a reply. */
export type SpeakingThresholds = { readonly unaddressed: Thresholds; readonly addressed: Thresholds };

/**
 * Read off the cross-validated tables of `npm run fit`: unaddressed, where one or two harmless messages in a hundred would get a
 * word; a question costs as much attention as an answer and is worth less, so it needs more. Addressed, where the best match is
 * right more often than not, since whoever addresses the bot nearly always has trouble.
 */
export const THRESHOLDS: SpeakingThresholds = {
  unaddressed: { answer: 0.5, ask: 0.6 },
  addressed: { answer: 0.3, ask: 0.1 },
};

/** Candidates offered as buttons. */
const OFFERED = 3;

export function decide(matches: readonly Match[], thresholds: Thresholds): Decision {
  const candidates = matches.slice(0, OFFERED);
  const [best, ...others] = candidates;
  if (best && best.confidence >= thresholds.answer) return { kind: 'answer', match: best, others };
  return oneOf(candidates) >= thresholds.ask ? { kind: 'ask', candidates } : { kind: 'silent', candidates };
}

/** The probability that one of them is right. */
export const oneOf = (candidates: readonly Match[]): number =>
  candidates.reduce((sum, match) => sum + match.confidence, 0);
