// The whole road without a browser: a stand-in Slack at the wire, the real Bolt receiver, the real store and queue below it.

import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, createApp } from '../../src/service/app.ts';
import { createLog } from '../../src/service/report/log.ts';
import { BARE_CONFIG } from './bare-config.ts';
import {
  type Call,
  commandBody as command,
  type FakeSlack,
  FORMS,
  isCall,
  messageBody as message,
  postSigned,
  SIGNING_SECRET,
  type Signing,
  startFakeSlack,
} from './fake-slack.ts';

const ERROR =
  'An error occurred (ExpiredToken) when calling the ListBuckets operation: The provided token has expired.';

const folder = mkdtempSync(join(tmpdir(), 'locksmith-'));
let slack: FakeSlack;
let app: App;
let url = '';

beforeAll(async () => {
  slack = await startFakeSlack();
  app = await createApp(
    {
      ...BARE_CONFIG,
      maintainers: ['U0MAINTAINER', '5d3f0a52-1c7e-4b1f-9a53-0f6f7d2f8e11'],
      report_secrets: true,
      log: 'silent',
      dataFolder: folder,
      slack: { botToken: 'xoxb-for-tests', signingSecret: SIGNING_SECRET, apiUrl: `${slack.url}/api/` },
    },
    createLog('silent'),
  );
  url = app.kind === 'running' ? `http://127.0.0.1:${app.port}` : '';
});

afterAll(async () => {
  if (app.kind === 'running') await app.stop();
  slack.stop();
  rmSync(folder, { recursive: true });
});

const post = (body: string, signing: Signing = {}): Promise<number> => postSigned(url, body, signing);

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

  it('points the third of the same within minutes to the first thread, and tells that thread', async () => {
    const error = "fatal: Authentication failed for 'https://github.com/acme/shop.git/'";
    const inThread = (ts: string) => slack.until(call => call.body['thread_ts'] === ts);
    for (const [i, user] of ['U1', 'U2', 'U3'].entries()) {
      expect(await post(message(`5000${i}.1`, error, { user }))).toBe(200);
      await inThread(`5000${i}.1`);
    }
    expect(JSON.stringify((await inThread('50002.1')).body['blocks'])).toContain('/archives/C1/p50000.1');
    const isNotice = (call: Call) => String(call.body['text']).startsWith('This looks like one outage');
    const { body } = await slack.until(isNotice);
    expect(body['thread_ts']).toBe('50000.1');
    expect(JSON.stringify(body['blocks'])).toContain('/archives/C1/p50001.1');
  });

  it('puts one line in place of its answer when the opening message was deleted', async () => {
    const updates = slack.calls.filter(isCall('chat.update')).length;
    const tombstone = { subtype: 'message_changed', message: { subtype: 'tombstone', ts: '100.1' } };
    expect(await post(message('106.1', '', tombstone))).toBe(200);
    const { body } = await slack.until(isCall('chat.update'), updates + 1);
    expect(body['text']).toContain('was deleted');
    expect(await post(message('107.1', 'did 1', { thread_ts: '100.1' }))).toBe(200);
    expect(slack.calls.filter(isCall('chat.update'))).toHaveLength(updates + 1);
  });

  it('lets nobody wait for a slow way back of somebody else', async () => {
    let release: () => void = () => {};
    const slow = createServer((_, response) => {
      release = () => response.end('ok');
    });
    await new Promise<void>(resolve => slow.listen(0, '127.0.0.1', resolve));
    const address = slow.address();
    const slowUrl = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`;
    expect(await post(command('9.1', 'help', slowUrl), { type: FORMS.form })).toBe(200);
    expect(await post(command('9.2', 'help', `${slack.url}/response/quick`), { type: FORMS.form })).toBe(200);
    expect((await slack.until(isCall('quick'))).raw).toContain('What I understand');
    release();
    slow.close();
  });

  it('tells whoever pastes a secret in the channel, and each maintainer on Slack in a direct message', async () => {
    const key = `ghp_${'aB3dE5gH7jK9'.repeat(3)}`;
    expect(await post(message('60000.1', `my key is ${key}`))).toBe(200);
    const note = await slack.until(isCall('chat.postEphemeral'));
    expect(note.body).toMatchObject({ channel: 'C1', user: 'U1' });
    expect(JSON.stringify(note.body['blocks'])).toContain('Delete your message');
    const report = await slack.until(({ body }) => String(body['text']).startsWith('A live secret was pasted'));
    expect(report.body['channel']).toBe('D1');
    expect(JSON.stringify(report.body['blocks'])).toContain('/archives/C1/p60000.1');
    expect(slack.calls.filter(isCall('conversations.open')).map(({ body }) => body['users'])).toEqual(['U0MAINTAINER']);
    expect(slack.calls.map(({ raw }) => raw).join()).not.toContain(key);
    const shown = slack.calls.filter(isCall('chat.postMessage')).filter(({ body }) => body['thread_ts'] === '60000.1');
    expect(shown).toEqual([]);
  });

  it('says how it is', async () => {
    const [health, ready, metrics, nothing] = await Promise.all(
      ['healthz', 'readyz', 'metrics', 'nothing'].map(path => fetch(`${url}/${path}`)),
    );
    expect([health?.status, ready?.status, nothing?.status]).toEqual([200, 200, 404]);
    expect(await metrics?.text()).toMatch(/locksmith_messages_total\{surface="slack",outcome="chatter"\} [1-9]/);
  });
});
