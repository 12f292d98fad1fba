// The state that goes to Slack's consent page and back: signed, short-lived, and good for one time only.
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { InstallURLOptions, StateStore } from '@slack/bolt';

/** As long as the cookie beside it lives (@slack/oauth: stateCookieExpirationSeconds). */
export const STATE_MS = 10 * 60_000;
/** Two processes that share the work may not agree on the time to the second. */
const SKEW_MS = 30_000;

/** What @slack/oauth calls a state that is forged, too old or used: the page tells it from other failures by this. */
export const INVALID_STATE = 'slack_oauth_invalid_state';

/** `isFirst` says whether nobody used this state before, and remembers it. */
export type States = { readonly secret: string; readonly isFirst: (nonce: string) => Promise<boolean> };

/** A StateStore of @slack/oauth; it compares the state with the cookie itself. */
export function createStates({ secret, isFirst }: States, options: InstallURLOptions): StateStore {
  return {
    generateStateParam: async (_, now) => {
      const claim = `${randomBytes(16).toString('base64url')}.${now.getTime().toString(36)}`;
      return `${claim}.${signatureOf(claim, secret)}`;
    },
    verifyStateParam: async (now, state) => {
      const [nonce = '', issued = '', signature = ''] = state.split('.');
      const ageMs = now.getTime() - Number.parseInt(issued, 36);
      const isOurs = isEqual(signature, signatureOf(`${nonce}.${issued}`, secret));
      if (!isOurs || ageMs > STATE_MS || ageMs < -SKEW_MS || !(await isFirst(nonce))) throw invalidState();
      return options;
    },
  };
}

const signatureOf = (claim: string, secret: string): string =>
  createHmac('sha256', secret).update(`locksmith install ${claim}`).digest('base64url');

const isEqual = (one: string, other: string): boolean => {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
};

const invalidState = (): Error =>
  Object.assign(new Error('The state of an installation is forged, too old or used.'), { code: INVALID_STATE });
