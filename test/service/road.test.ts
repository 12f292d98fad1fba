// The whole road without a browser: a stand-in Slack at the wire, the real Bolt receiver, the real store and queue below it.
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { THRESHOLDS } from '../../src/matching/decide.ts';
import { type App, createApp } from '../../src/service/app.ts';
import { createLog } from '../../src/service/log.ts';

const SIGNING_SECRET = 'a-signing-secret-for-tests-only';
const ERROR =
  'An error occurred (ExpiredToken) when calling the ListBuckets operation: The provided token has expired.';

type Call = { readonly method: string; readonly body: Readonly<Record<string, unknown>> };

/** Slack's Web API as far as this road needs it: it writes down every call, and answers like Slack. */
function createFakeSlack(): {
  readonly server: Server;
  readonly calls: Call[];
  readonly until: (is: (call: Call) => boolean, nth?: number) => Promise<Call>;
} {
  const calls: Call[] = [];
  let arrived: () => void = () => {};
  let count = 0;
  const server = createServer(async (request, response) => {
    const method = request.url?.split('/').at(-1) ?? '';
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const form = Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString()));
    calls.push({ method, body: { ...form, ...(form['blocks'] && { blocks: JSON.parse(form['blocks']) }) } });
    const ts = `1790000000.${String(++count).padStart(6, '0')}`;
    const answers: Readonly<Record<string, unknown>> = {
      'auth.test': { user_id: 'UBOT', bot_id: 'BBOT', team_id: 'T1' },
      'users.info': { user: { profile: { display_name: 'Ada' } } },
    };
    response
      .setHeader('content-type', 'application/json')
      .end(JSON.stringify({ ok: true, ts, channel: form['channel'], ...(answers[method] ?? {}) }));
    arrived();
  });
  const until = async (is: (call: Call) => boolean, nth = 1): Promise<Call> => {
    for (;;) {
      const found = calls.filter(is)[nth - 1];
      if (found) return found;
      await new Promise<void>(resolve => {
        arrived = resolve;
      });
    }
  };
  return { server, calls, until };
}

const folder = mkdtempSync(join(tmpdir(), 'locksmith-'));
const slack = createFakeSlack();
let app: App;
let url = '';

beforeAll(async () => {
  slack.server.listen(0, '127.0.0.1');
  await once(slack.server, 'listening');
  const { port } = slack.server.address() as AddressInfo;
  app = await createApp(
    {
      channels: {},
      thresholds: THRESHOLDS,
      knowledge: [],
      log: 'silent',
      host: '127.0.0.1',
      port: 0,
      dataFolder: folder,
      slack: { botToken: 'xoxb-for-tests', signingSecret: SIGNING_SECRET, apiUrl: `http://127.0.0.1:${port}/api/` },
    },
    createLog('silent'),
  );
  url = app.kind === 'running' ? `http://127.0.0.1:${app.port}` : '';
});

afterAll(async () => {
  if (app.kind === 'running') await app.stop();
  slack.server.close();
  rmSync(folder, { recursive: true });
});

const isCall = (method: string) => (call: Call) => call.method === method;

/** Posts to /slack/events as Slack does. */
async function post(
  body: string,
  options: { secret?: string; secondsAgo?: number; type?: string } = {},
): Promise<number> {
  const timestamp = String(Math.floor(Date.now() / 1000) - (options.secondsAgo ?? 0));
  const signature = createHmac('sha256', options.secret ?? SIGNING_SECRET)
    .update(`v0:${timestamp}:${body}`)
    .digest('hex');
  const response = await fetch(`${url}/slack/events`, {
    method: 'POST',
    headers: {
      'content-type': options.type ?? 'application/json',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${signature}`,
    },
    body,
  });
  return response.status;
}

const message = (ts: string, text: string, more: Readonly<Record<string, unknown>> = {}): string =>
  JSON.stringify({
    type: 'event_callback',
    team_id: 'T1',
    event_id: `Ev${ts}`,
    event: { type: 'message', channel: 'C1', channel_type: 'channel', user: 'U1', ts, text, ...more },
  });

type Blocks = readonly {
  readonly block_id?: string;
  readonly elements?: readonly { readonly options?: readonly { readonly value: string }[] }[];
}[];
const postedBlocks = (call: Call): Blocks => (Array.isArray(call.body['blocks']) ? call.body['blocks'] : []);

describe('the road', () => {
  it('answers a pasted error in its thread, once, although it was delivered twice', async () => {
    expect(await post(message('100.1', ERROR))).toBe(200);
    expect(await post(message('100.1', ERROR))).toBe(200);
    const { body } = await slack.until(isCall('chat.postMessage'), 1);
    expect(body).toMatchObject({ channel: 'C1', thread_ts: '100.1' });
    expect(body['text']).toContain('temporary AWS credentials');
    expect(await post(message('100.2', 'lunch?'))).toBe(200);
    expect(slack.calls.filter(call => call.method === 'chat.postMessage')).toHaveLength(1);
  });

  it('updates the checklist in place when a step is ticked, and says who did it', async () => {
    const answer = await slack.until(isCall('chat.postMessage'), 1);
    const block = postedBlocks(answer).find(one => one.block_id?.startsWith('v1 '));
    const [first] = block?.elements?.[0]?.options ?? [];
    const payload = {
      type: 'block_actions',
      user: { id: 'U1', name: 'ada' },
      team: { id: 'T1' },
      channel: { id: 'C1' },
      message: { ts: '1790000000.000002', thread_ts: '100.1', blocks: postedBlocks(answer) },
      container: { message_ts: '1790000000.000002', channel_id: 'C1', thread_ts: '100.1' },
      actions: [
        {
          type: 'checkboxes',
          action_id: 'steps',
          block_id: block?.block_id,
          action_ts: '101.0',
          selected_options: [first],
        },
      ],
    };
    const form = new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
    expect(await post(form, { type: 'application/x-www-form-urlencoded' })).toBe(200);
    const { body } = await slack.until(isCall('chat.update'), 1);
    expect(JSON.stringify(body['blocks'])).toMatch(/Checklist · 1 of \d+ done/);
    expect(JSON.stringify(body['blocks'])).toContain('Ada, 00:01 UTC');
  });

  it('answers a follow-up question, and marks the thread solved', async () => {
    expect(await post(message('102.1', 'how long do these tokens live?', { thread_ts: '100.1' }))).toBe(200);
    const faq = await slack.until(isCall('chat.postMessage'), 2);
    expect(faq.body['text']).toMatch(/hour/);
    expect(await post(message('103.1', 'that fixed it, thanks!', { thread_ts: '100.1' }))).toBe(200);
    const solved = await slack.until(isCall('chat.update'), 2);
    expect(JSON.stringify(solved.body['blocks'])).toContain('Solved. Marked by Ada.');
  });

  it('refuses a forged signature and an old timestamp', async () => {
    expect(await post(message('104.1', ERROR), { secret: 'somebody-else' })).toBe(401);
    expect(await post(message('104.2', ERROR), { secondsAgo: 301 })).toBe(401);
  });

  it('answers the same mention once, although it arrives as two events', async () => {
    const mention = (type: string) => message('105.1', `<@UBOT> ${ERROR}`, { type });
    await Promise.all([post(mention('message')), post(mention('app_mention'))]);
    await slack.until(call => call.body['thread_ts'] === '105.1');
    expect(await post(message('105.2', 'brb'))).toBe(200);
    expect(
      slack.calls.filter(call => call.method === 'chat.postMessage' && call.body['thread_ts'] === '105.1'),
    ).toHaveLength(1);
  });

  it('says how it is', async () => {
    const [health, ready, metrics, nothing] = await Promise.all(
      ['healthz', 'readyz', 'metrics', 'nothing'].map(path => fetch(`${url}/${path}`)),
    );
    expect([health?.status, ready?.status, nothing?.status]).toEqual([200, 200, 404]);
    expect(await metrics?.text()).toMatch(/locksmith_messages_total\{surface="slack",outcome="chatter"\} [1-9]/);
  });
});
