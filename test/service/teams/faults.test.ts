// What goes wrong between Teams and us, on the whole road: the real surface, store and queue, and a stand-in that fails to order.
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type App, createApp } from '../../../src/service/app.ts';
import { createLog } from '../../../src/service/report/log.ts';
import type { Failure } from '../../../src/surfaces/workbench/teams/wire/failures.ts';
import { createWorkbench, type Workbench } from '../../../src/surfaces/workbench/workbench.ts';
import { type Json, listOf, post } from '../../story/side.ts';
import { teamsSide } from '../../story/teams-side.ts';
import { BARE_CONFIG } from '../bare-config.ts';

const ERROR = '@Locksmith AADSTS7000215: Invalid client secret provided.';
/** One retry comes after a second; the first request loads the Bot Framework. */
const PATIENCE = { timeout: 10_000 };

const folder = mkdtempSync(join(tmpdir(), 'locksmith-'));
const lines: string[] = [];
let app: App;
let workbench: Workbench;
let origin = '';
let messagesUrl = '';
const server = createServer((request, response) => void workbench.handle(request, response));

beforeAll(async () => {
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  const config = {
    ...BARE_CONFIG,
    log: 'warn' as const,
  };
  const teams = { host: '127.0.0.1', anonymous: true };
  app = await createApp(
    { ...config, teams, dataFolder: folder },
    createLog('warn', { write: line => lines.push(line) }),
  );
  if (app.kind === 'refused') throw new Error(app.message);
  origin = `http://127.0.0.1:${portOf(server.address())}`;
  messagesUrl = `http://127.0.0.1:${app.port}/api/messages`;
  const slack = { eventsUrl: `${origin}/none`, signingSecret: '', botToken: '', botUser: 'U', botId: 'B', team: 'T' };
  workbench = createWorkbench({ slack, teams: { messagesUrl }, origin, now: Date.now, samples: [] });
});

afterAll(async () => {
  if (app.kind === 'running') await app.stop();
  workbench.stop();
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true });
});

beforeEach(() => {
  lines.length = 0;
});

const portOf = (address: string | AddressInfo | null): number =>
  typeof address === 'object' && address ? address.port : 0;
const logged = (): string => lines.join('');
const error = (code: string) => ({ error: { code, message: `${code} happened` } });

describe('a message of ours', () => {
  const passing: readonly (readonly [string, Failure])[] = [
    ['429 with a time to come again', { status: 429, headers: { 'retry-after': '0.05' }, times: 2 }],
    ['502', { status: 502 }],
  ];
  it.each(passing)('arrives in spite of a %s, once', PATIENCE, async (_, failure) => {
    const side = teamsSide(origin);
    workbench.teams?.failNext(failure);
    const thread = await side.write('You', ERROR);
    await expect.poll(() => side.shown(thread), PATIENCE).toContain('Checklist');
    expect((await side.shown(thread)).match(/"AdaptiveCard"/g)).toHaveLength(1);
    expect(logged()).toBe('');
  });

  const lasting: readonly (readonly [string, Failure, RegExp])[] = [
    ['too large', { status: 413, body: error('MessageSizeTooBig') }, /MessageSizeTooBig\. .*please report/],
    ['too large for a proxy', { status: 413 }, /http_413\. .*please report/],
    ['where we are not', { status: 403, body: error('BotNotInConversationRoster') }, /Install the app/],
    ['where the administrator forbids us', { status: 403, body: error('BotDisabledByAdmin') }, /admin center/],
    ['in a conversation that is gone', { status: 404, body: error('ConversationNotFound') }, /nothing has to be done/],
    ['refused for a reason nobody knows', { status: 400, body: error('Whim') }, /Whim\. The app may have been removed/],
  ];
  it.each(lasting)('that is %s is given up, and the log says what to do', PATIENCE, async (_, failure, remedy) => {
    workbench.teams?.failNext(failure);
    await teamsSide(origin).write('You', ERROR);
    await expect.poll(logged, PATIENCE).toMatch(/a job was given up/);
    expect(logged()).toMatch(remedy);
    expect(logged()).not.toMatch(/AADSTS|happened/);
  });

  it('that was deleted there is posted anew when it changes', PATIENCE, async () => {
    const side = teamsSide(origin);
    const thread = await side.write('You', ERROR);
    await expect.poll(() => side.shown(thread), PATIENCE).toContain('Checklist · 0');
    workbench.teams?.failNext({ status: 404, body: error('ActivityNotFoundInConversation') });
    await side.tick('You', [1], thread);
    await expect.poll(() => side.shown(thread), PATIENCE).toContain('Checklist · 1');
  });
});

describe('a card that could not be changed', () => {
  it('is fetched as it stands by whoever looks at it next, for as long as it is in force', PATIENCE, async () => {
    const side = teamsSide(origin);
    const thread = await side.write('You', ERROR);
    await expect.poll(() => side.shown(thread), PATIENCE).toContain('Checklist · 0');
    const [first] = listOf(JSON.parse(await side.shown(thread)));
    const refresh = async (): Promise<string> =>
      JSON.stringify(
        await post(`${origin}/workbench/teams/api/refresh`, {
          as: '29:1you',
          conversation: '19:cloudhelp@thread.tacv2',
          id: first?.['id'],
        }),
      );
    workbench.teams?.failNext({ status: 403, body: error('Whim') });
    await side.tick('You', [1], thread);
    await expect.poll(logged, PATIENCE).toMatch(/a job was given up/);
    expect(await side.shown(thread)).toContain('Checklist · 0');
    expect(await refresh()).toContain('Checklist · 1');

    await side.press('You', 'still-stuck', thread);
    await expect.poll(() => side.shown(thread), PATIENCE).toContain('another cause');
    expect(await refresh()).toBe('{"kind":"nothing"}');
  });
});

describe('an activity', () => {
  const BOT = { id: '28:00000000-0000-4000-8000-000000000b07', name: 'Locksmith' };
  const mention = { type: 'mention', mentioned: BOT, text: '<at>Locksmith</at>' };
  const priya = { type: 'mention', mentioned: { id: '29:1priya', name: 'Priya' }, text: '<at>Priya</at>' };
  const html = (content: string) => [{ contentType: 'text/html', content }];
  const mark = '<span itemtype="http://schema.skype.com/Mention" itemscope="" itemid="0">Locksmith</span>';

  /** As the platform would send it below a post of this thread. */
  const send = async (thread: string, more: Json): Promise<number> => {
    const body = {
      type: 'message',
      id: `${thread}1`,
      timestamp: new Date().toISOString(),
      channelId: 'msteams',
      serviceUrl: `${origin}/workbench/teams/connector/`,
      from: { id: '29:1you', name: 'You', aadObjectId: '00000000-0000-4000-8000-000000000001' },
      recipient: BOT,
      conversation: {
        conversationType: 'channel',
        id: `19:cloudhelp@thread.tacv2;messageid=${thread}`,
        tenantId: '00000000-0000-4000-8000-0000000077ee',
      },
      entities: [mention],
      ...more,
    };
    const headers = { 'content-type': 'application/json' };
    return (await fetch(messagesUrl, { method: 'POST', headers, body: JSON.stringify(body) })).status;
  };

  const answered: readonly (readonly [string, Json, RegExp])[] = [
    [
      'with HTML only',
      { attachments: html(`<p>${mark}&nbsp;AADSTS7000215: Invalid client secret provided.</p>`) },
      /Checklist/,
    ],
    [
      'with several mentions, of us twice',
      {
        text: '<at>Locksmith</at> <at>Priya</at> AADSTS7000215: Invalid client secret <at>Locksmith</at>',
        entities: [mention, priya, mention],
      },
      /Checklist/,
    ],
    ['with nothing but our name', { text: '<at>Locksmith</at>' }, /What I understand/],
  ];
  it.each(answered)('%s is answered', PATIENCE, async (_, more, shown) => {
    const side = teamsSide(origin);
    const thread = await side.write('You', 'hm');
    expect(await send(thread.id, more)).toBe(200);
    await expect.poll(async () => `${await side.shown(thread)}${await side.told('You')}`, PATIENCE).toMatch(shown);
  });

  const taken: readonly (readonly [string, Json, number])[] = [
    ['without text, and without anything else', { text: undefined, entities: undefined }, 200],
    [
      'with fields of shapes that nobody announced',
      { text: 'hm', entities: 'none', attachments: 7, channelData: [] },
      200,
    ],
    ['of a kind that nobody announced', { type: 'holiday' }, 200],
    ['that is an invoke of an unknown name', { type: 'invoke', name: 'tab/fetch' }, 501],
    ['that is an invoke without a name', { type: 'invoke' }, 501],
    ['that presses nothing', { type: 'invoke', name: 'adaptiveCard/action', value: null }, 200],
    ['that is larger than any message', { text: 'x'.repeat(1_100_000) }, 413],
  ];
  it.each(taken)('%s does no harm', PATIENCE, async (_, more, status) => {
    const { id } = await post(`${origin}/workbench/teams/api/message`, {
      as: '29:1you',
      conversation: '19:cloudhelp@thread.tacv2',
      text: 'hm',
    });
    expect(await send(String(id), more)).toBe(status);
    expect(await teamsSide(origin).shown({ id: String(id) })).toBe('[]');
    expect(logged()).toBe('');
  });
});
