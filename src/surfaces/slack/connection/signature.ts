// Whether a request comes from Slack, and lately (docs.slack.dev/authentication/verifying-requests-from-slack).
import { createHmac, createSecretKey, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** What is older may have been recorded; what is so far ahead is as little to be trusted. */
const MOST_AGE_MS = 5 * 60_000;

/** `stale`: its time is not that of this machine's clock. `forged`: not signed with our secret, or not at all. */
export type Origin = 'slack' | 'stale' | 'forged';

export type OriginOf = (headers: IncomingHttpHeaders, body: Uint8Array, now: number) => Origin;

/** The key is made once, which is most of the work of a check. */
export function createOriginOf(signingSecret: string): OriginOf {
  if (signingSecret === '') throw new Error('an empty signing secret would let everybody in');
  const key = createSecretKey(signingSecret, 'utf8');
  return (headers, body, now) => {
    const { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': signature } = headers;
    if (typeof timestamp !== 'string' || typeof signature !== 'string') return 'forged';
    // Written so that what is no number is stale.
    if (!(Math.abs(now - Number(timestamp) * 1_000) <= MOST_AGE_MS)) return 'stale';
    const ours = `v0=${createHmac('sha256', key).update(`v0:${timestamp}:`).update(body).digest('hex')}`;
    return isSame(Buffer.from(signature), Buffer.from(ours)) ? 'slack' : 'forged';
  };
}

/** In the same time wherever they differ; how long ours is, everybody knows. */
const isSame = (a: Buffer, b: Buffer): boolean => a.length === b.length && timingSafeEqual(a, b);
