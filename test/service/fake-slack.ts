// A stand-in Slack at the wire: a Web API that writes down every call, files to download, and signed requests to the app.
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';

export const SIGNING_SECRET = 'a-signing-secret-for-tests-only';

/** `body` is what was sent, as text: a form, or JSON at a response_url. */
export type Call = { readonly method: string; readonly body: Readonly<Record<string, unknown>>; readonly raw: string };

export type FakeSlack = {
  readonly url: string;
  readonly calls: readonly Call[];
  /** Resolves with the nth call that is so, made before or after asking. */
  readonly until: (is: (call: Call) => boolean, nth?: number) => Promise<Call>;
  /** Keeps a snippet, and returns the address it is downloaded from. */
  readonly keepFile: (text: string) => string;
  readonly stop: () => void;
};

const ANSWERS: Readonly<Record<string, unknown>> = {
  'auth.test': { user_id: 'UBOT', bot_id: 'BBOT', team_id: 'T1' },
  'conversations.open': { channel: { id: 'D0MAINTAINER' } },
  'users.info': { user: { profile: { display_name: 'Ada' } } },
};

/** Slack as far as the road needs it. */
export async function startFakeSlack(): Promise<FakeSlack> {
  const calls: Call[] = [];
  const files: string[] = [];
  let arrived: () => void = () => {};
  const server = createServer(async (request, response) => {
    const method = request.url?.split('/').at(-1) ?? '';
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    if (request.url?.startsWith('/files/')) {
      response.setHeader('content-type', 'text/plain').end(files[Number(method)]);
      return;
    }
    const raw = Buffer.concat(chunks).toString();
    const form = Object.fromEntries(new URLSearchParams(raw));
    calls.push({ method, raw, body: { ...form, ...(form['blocks'] && { blocks: JSON.parse(form['blocks']) }) } });
    const ts = `1790000000.${String(calls.length).padStart(6, '0')}`;
    const permalink = `https://acme.example/archives/${form['channel']}/p${form['message_ts']}`;
    const answer = { ok: true, ts, channel: form['channel'], permalink, ...(ANSWERS[method] ?? {}) };
    response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
    arrived();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  const until = async (is: (call: Call) => boolean, nth = 1): Promise<Call> => {
    for (;;) {
      const found = calls.filter(is)[nth - 1];
      if (found) return found;
      await new Promise<void>(resolve => {
        arrived = resolve;
      });
    }
  };
  return { url, calls, until, keepFile: text => `${url}/files/${files.push(text) - 1}`, stop: () => server.close() };
}

export const isCall = (method: string) => (call: Call) => call.method === method;

export type Signing = {
  readonly secret?: string;
  readonly secondsAgo?: number;
  readonly type?: string;
  readonly path?: string;
};

/** Posts to /slack/events as Slack does. */
export async function postSigned(url: string, body: string, signing: Signing = {}): Promise<number> {
  const timestamp = String(Math.floor(Date.now() / 1000) - (signing.secondsAgo ?? 0));
  const response = await fetch(`${url}${signing.path ?? '/slack/events'}`, {
    method: 'POST',
    headers: {
      'content-type': signing.type ?? FORMS.json,
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': signatureOf(body, timestamp, signing.secret),
    },
    body,
  });
  await response.arrayBuffer();
  return response.status;
}

export const signatureOf = (body: string, timestamp: string, secret = SIGNING_SECRET): string =>
  `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`;

export const FORMS = { json: 'application/json', form: 'application/x-www-form-urlencoded' } as const;

export const messageBody = (ts: string, text: string, more: Readonly<Record<string, unknown>> = {}): string =>
  JSON.stringify({
    type: 'event_callback',
    team_id: 'T1',
    event_id: `Ev${ts}`,
    event: { type: 'message', channel: 'C1', channel_type: 'channel', user: 'U1', ts, text, ...more },
  });

export const editBody = (ts: string, text: string): string => {
  const message = { type: 'message', user: 'U1', ts, text, edited: { user: 'U1', ts: `${ts}9` } };
  const before = { type: 'message', user: 'U1', ts, text: 'wait' };
  return messageBody(`${ts}8`, '', { subtype: 'message_changed', message, previous_message: before });
};

export const commandBody = (trigger: string, text: string, responseUrl: string): string =>
  new URLSearchParams({
    command: '/creds',
    team_id: 'T1',
    channel_id: 'C1',
    user_id: 'U1',
    user_name: 'ada',
    trigger_id: trigger,
    response_url: responseUrl,
    text,
  }).toString();

/** A click in the thread `1.1`; `action` is what was pressed or chosen. */
export const actionPayload = (
  actionId: string,
  action: Readonly<Record<string, unknown>> = {},
  more: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> => ({
  type: 'block_actions',
  user: { id: 'U1', name: 'ada' },
  team: { id: 'T1' },
  channel: { id: 'C1' },
  message: { ts: '1.2', thread_ts: '1.1', blocks: [] },
  container: { message_ts: '1.2', channel_id: 'C1', thread_ts: '1.1' },
  actions: [{ type: 'button', action_id: actionId, block_id: 'b', action_ts: '1.3', ...action }],
  ...more,
});
