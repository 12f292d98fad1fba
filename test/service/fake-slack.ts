// A stand-in Slack at the wire: a Web API that writes down every call, files to download, and signed requests to the app.
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';

export const SIGNING_SECRET = 'a-signing-secret-for-tests-only';

/** `body` is what was sent, as text: a form, or JSON at a response_url. `token` is the one that spoke. */
export type Call = {
  readonly method: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly raw: string;
  readonly token?: string;
};

/** What a call is answered with, where the usual answer does not do. */
export type Answering = (call: Call) => Readonly<Record<string, unknown>> | undefined;

export type FakeSlack = {
  readonly url: string;
  readonly calls: readonly Call[];
  /** Resolves with the nth call that is so, made before or after asking. */
  readonly until: (is: (call: Call) => boolean, nth?: number) => Promise<Call>;
  /** From now on a method is answered with an error, or with a status; without one it works again. */
  readonly refuse: (method: string, error?: string | number) => void;
  /** Keeps a snippet, and returns the address it is downloaded from. */
  readonly keepFile: (text: string, type?: string) => string;
  /** From now on a method is answered so; undefined where it is answered as ever. */
  readonly script: (method: string, answer: Script) => void;
  readonly stop: () => void;
};

/** What Slack answers: a body, a 429 that says when to come again, or trouble of its own. */
export type Scripted =
  | Readonly<Record<string, unknown>>
  | { readonly retryAfter: number }
  | { readonly status: number };
export type Script = (form: Readonly<Record<string, string>>) => Scripted | undefined;

const ANSWERS: Readonly<Record<string, unknown>> = {
  'auth.test': { user_id: 'UBOT', bot_id: 'BBOT', team_id: 'T1' },
  'conversations.open': { channel: { id: 'D1' } },
  'users.info': { user: { profile: { display_name: 'Ada' } } },
};

/** Slack as far as the road needs it. */
export async function startFakeSlack(answering: Answering = () => undefined): Promise<FakeSlack> {
  const calls: Call[] = [];
  const files: { readonly text: string; readonly type: string }[] = [];
  const scripts = new Map<string, Script>();
  let arrived = Promise.withResolvers<void>();
  const server = createServer(async (request, response) => {
    const method = request.url?.split('/').at(-1) ?? '';
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    if (request.url?.startsWith('/files/')) {
      const file = files[Number(method)];
      response.setHeader('content-type', file?.type ?? 'text/html').end(file?.text);
      return;
    }
    const raw = Buffer.concat(chunks).toString();
    const form = Object.fromEntries(new URLSearchParams(raw));
    const token = request.headers.authorization?.replace(/^Bearer /, '');
    const body = {
      ...form,
      ...(form['blocks'] && { blocks: JSON.parse(form['blocks']) }),
      ...(form['view'] && { view: JSON.parse(form['view']) }),
    };
    const call = { method, raw, body, ...(token !== undefined && { token }) };
    calls.push(call);
    const ts = `1790000000.${String(calls.length).padStart(6, '0')}`;
    const permalink = `https://acme.example/archives/${form['channel']}/p${form['message_ts']}`;
    const scripted = scripts.get(method)?.(form);
    if (scripted && 'retryAfter' in scripted)
      response.setHeader('retry-after', `${scripted.retryAfter}`).statusCode = 429;
    if (scripted && 'status' in scripted) response.statusCode = Number(scripted.status);
    // Slack names the token's rights beside every answer.
    if (scripted && 'scopes' in scripted) response.setHeader('x-oauth-scopes', String(scripted['scopes']));
    const answer = {
      ok: true,
      ts,
      channel: form['channel'],
      permalink,
      ...(answering(call) ?? ANSWERS[method] ?? {}),
      ...scripted,
    };
    response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
    arrived.resolve();
    arrived = Promise.withResolvers();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  const until = async (is: (call: Call) => boolean, nth = 1): Promise<Call> => {
    for (;;) {
      const found = calls.filter(is)[nth - 1];
      if (found) return found;
      await arrived.promise;
    }
  };
  const keepFile = (text: string, type = 'text/plain'): string => `${url}/files/${files.push({ text, type }) - 1}`;
  const script = (method: string, answer: Script) => void scripts.set(method, answer);
  const refuse = (method: string, refusal?: string | number): void =>
    script(method, () => {
      if (refusal === undefined) return undefined;
      return typeof refusal === 'number' ? { status: refusal } : { ok: false, error: refusal };
    });
  return { url, calls, until, refuse, keepFile, script, stop: () => server.close() };
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
  return (await askSigned(url, body, signing)).status;
}

/** The same, with what the app answers. */
export async function askSigned(
  url: string,
  body: string,
  signing: Signing = {},
): Promise<{ readonly status: number; readonly text: string }> {
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
  return { status: response.status, text: await response.text() };
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

export const interactionBody = (payload: Readonly<Record<string, unknown>>): string =>
  new URLSearchParams({
    payload: JSON.stringify({ team: { id: 'T1' }, user: { id: 'U1' }, trigger_id: 'trigger', ...payload }),
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
