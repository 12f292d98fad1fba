// How a follow-up was understood: one act a message.
import type { Decision } from '../matching/match.ts';

export type Act =
  | ({ readonly kind: 'faq' } & Question)
  /** A question to us that none of the FAQs surely answers; `nearest` are those that may be meant, the likeliest first. */
  | { readonly kind: 'question'; readonly nearest: readonly Question[] }
  | { readonly kind: 'step-done' | 'step-undone'; readonly steps: readonly number[] }
  | { readonly kind: 'step-help'; readonly step: number }
  | { readonly kind: 'new-error'; readonly decision: Decision }
  | { readonly kind: 'provider'; readonly provider: string }
  | { readonly kind: 'show-steps' | 'solved' | 'not-solved' | 'other-fix' | 'escalate' | 'none' };

/** An FAQ, by its entry and its question. */
export type Question = { readonly entry: string; readonly ask: string };

/** Who wrote it: the one who opened the thread, somebody who helps there, or anybody else. */
export type Role = 'asker' | 'helper' | 'other';
