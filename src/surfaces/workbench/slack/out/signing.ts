// Signs what is sent to the app exactly as Slack does: docs.slack.dev, authentication/verifying-requests-from-slack.
import { createHmac } from 'node:crypto';

export type SignedHeaders = { readonly 'x-slack-request-timestamp': string; readonly 'x-slack-signature': string };

/** `now` in milliseconds; the signature covers version, seconds and the body as it is sent. */
export function sign(body: string, secret: string, now: number): SignedHeaders {
  const seconds = String(Math.floor(now / 1_000));
  const digest = createHmac('sha256', secret).update(`v0:${seconds}:${body}`).digest('hex');
  return { 'x-slack-request-timestamp': seconds, 'x-slack-signature': `v0=${digest}` };
}
