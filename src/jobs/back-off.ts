// When a job that failed is tried again, and when it is given up.

export type NextAttempt = { readonly kind: 'retry'; readonly delayMs: number } | { readonly kind: 'give-up' };

// Slack's and Teams' shortest waits (Retry-After) are whole seconds: sooner is refused again.
const FIRST_DELAY_MS = 1_000;

// Doubling makes the load that we put on a platform in trouble fall quickly; the cap keeps the wait after its recovery short.
const LONGEST_DELAY_MS = 5 * 60_000;

/**
 * Twenty attempts take close to an hour: 1 s to 256 s in nine steps (511 s together), then ten times five minutes. An
 * outage or a revoked token is mostly mended by then, and an answer that comes later than that helps nobody.
 */
export const MOST_ATTEMPTS = 20;

/**
 * A bug seldom passes by itself, and meanwhile the thread waits: five attempts take 15 s, enough for a database or a
 * network that stumbled.
 */
export const MOST_ATTEMPTS_OF_A_BUG = 5;

/**
 * `attempts` counts those made, the failed one included. `random`, from 0 to 1, takes up to a quarter off the delay, so
 * that jobs which failed together do not come back together.
 */
export const nextAttempt = (attempts: number, random = 0, most = MOST_ATTEMPTS): NextAttempt => {
  if (attempts >= most) return { kind: 'give-up' };
  const delayMs = Math.min(FIRST_DELAY_MS * 2 ** (attempts - 1), LONGEST_DELAY_MS);
  return { kind: 'retry', delayMs: Math.round(delayMs * (1 - random / 4)) };
};
