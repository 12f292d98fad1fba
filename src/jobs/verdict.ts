// What becomes of a job after an attempt: decided here, carried out by the worker.
import { MOST_ATTEMPTS, MOST_ATTEMPTS_OF_A_BUG, nextAttempt } from './back-off.ts';

/**
 * What a handler says. `finished-already`: its own commit finished the job. `afterMs`: when the platform said to come
 * again. `reason` is kept with the job, so it is a code or a word of ours, never text of a message or an error.
 */
export type Worked =
  | { readonly kind: 'done' | 'finished-already' }
  | { readonly kind: 'retry'; readonly afterMs?: number; readonly reason: string }
  | { readonly kind: 'give-up'; readonly reason: string };

export type Verdict =
  | { readonly kind: 'finish' | 'leave' }
  | { readonly kind: 'retry'; readonly afterMs: number; readonly reason: string }
  | { readonly kind: 'bury'; readonly reason: string };

export const verdict = (worked: Worked, attempts: number, random: number): Verdict => {
  switch (worked.kind) {
    case 'done':
      return { kind: 'finish' };
    case 'finished-already':
      return { kind: 'leave' };
    case 'give-up':
      return { kind: 'bury', reason: worked.reason };
    case 'retry':
      return again(worked, attempts, random, MOST_ATTEMPTS);
  }
};

/** For a handler that threw: the error itself goes to the log, its name is all that the job keeps. */
export const verdictOnBug = (error: unknown, attempts: number, random: number): Verdict => {
  const name = error instanceof Error ? error.name : typeof error;
  return again({ reason: `bug: ${name}` }, attempts, random, MOST_ATTEMPTS_OF_A_BUG);
};

/** A job is claimed once more than it may fail only when it took the whole process down with it, or never ended. */
export const isHopeless = (attempts: number): boolean => attempts > MOST_ATTEMPTS;

type Again = { readonly afterMs?: number; readonly reason: string };

const again = ({ afterMs, reason }: Again, attempts: number, random: number, most: number): Verdict => {
  const next = nextAttempt(attempts, random, most);
  if (next.kind === 'give-up') return { kind: 'bury', reason };
  return { kind: 'retry', afterMs: afterMs ?? next.delayMs, reason };
};
