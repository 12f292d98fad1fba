// Random JSON at every door that takes some, correctly signed: nothing ends the process, becomes a job that cannot be read, or is a bug.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, createApp } from '../../src/service/app.ts';
import type { Config } from '../../src/service/config/config.ts';
import { createLog } from '../../src/service/report/log.ts';
import { createConnector, fixture } from '../surfaces/teams/fixtures.ts';
import { BARE_CONFIG } from './bare-config.ts';
import {
  actionPayload,
  editBody,
  type FakeSlack,
  FORMS,
  messageBody,
  postSigned,
  SIGNING_SECRET,
  startFakeSlack,
} from './fake-slack.ts';
import { anyShape } from './shapes.ts';

const ERROR =
  'An error occurred (ExpiredToken) when calling the ListBuckets operation: The provided token has expired.';
/** The same shapes at every run. */
const SEED = 20_261_123;
const SHAPES = 150;
/** All shapes are sent at once, on a machine that may have other things to do. */
const LONG_MS = 30_000;

const folder = mkdtempSync(join(tmpdir(), 'locksmith-fuzz-'));
const lines: string[] = [];
const apps: App[] = [];
let slack: FakeSlack;
let connector: Awaited<ReturnType<typeof createConnector>>;

async function start(name: string, surface: Pick<Config, 'slack' | 'teams'>): Promise<string> {
  const config: Config = {
    ...BARE_CONFIG,
    log: 'warn',
    dataFolder: join(folder, name),
  };
  const app = await createApp({ ...config, ...surface }, createLog('warn', { write: line => lines.push(line) }));
  if (app.kind !== 'running') throw new Error(app.message);
  apps.push(app);
  return `http://127.0.0.1:${app.port}`;
}

type Urls = { readonly slack: string; readonly teams: string; readonly workbench: string };
let urls: Urls;

beforeAll(async () => {
  [slack, connector] = await Promise.all([startFakeSlack(), createConnector()]);
  const secrets = { botToken: 'xoxb-for-tests', signingSecret: SIGNING_SECRET, apiUrl: `${slack.url}/api/` };
  urls = {
    slack: await start('slack', { slack: secrets }),
    teams: await start('teams', { teams: { anonymous: true, host: '127.0.0.1' } }),
    workbench: await start('workbench', {}),
  };
});

afterAll(async () => {
  for (const app of apps) if (app.kind === 'running') await app.stop();
  slack.stop();
  connector.stop();
  rmSync(folder, { recursive: true });
});

const postJson = async (url: string, value: unknown): Promise<number> => {
  const init = { method: 'POST', headers: { 'content-type': FORMS.json }, body: JSON.stringify(value) };
  const response = await fetch(url, init);
  await response.arrayBuffer();
  return response.status;
};

const form = (value: unknown): string => new URLSearchParams({ payload: JSON.stringify(value) }).toString();
const who = { as: 'U0YOU', client: 'tab' };
const at = { channel: 'C0CLOUDHELP', ts: '1.1' };
const page = (act: string, ask: Readonly<Record<string, unknown>>): Door => ({
  name: `the page’s ${act}`,
  real: [{ ...who, ...ask }],
  post: value => postJson(`${urls.workbench}/workbench/api/${act}`, value),
  answers: [200, 422],
});

/** The Teams view's; `there` is a message that may or may not stand. */
const there = { conversation: '19:cloudhelp@thread.tacv2', id: '1' };
const view = (act: string, ask: Readonly<Record<string, unknown>>): Door => ({
  name: `the Teams view’s ${act}`,
  real: [{ as: '29:1you', client: 'tab', ...ask }],
  post: value => postJson(`${urls.workbench}/workbench/teams/api/${act}`, value),
  answers: [200, 422],
});

/** `real` are bodies as they should be; `answers` are the statuses that may come back. */
type Door = {
  readonly name: string;
  readonly real: readonly unknown[];
  readonly post: (value: unknown) => Promise<number>;
  readonly answers: readonly number[];
};

/** What nobody can read, or nobody takes, is acknowledged: Slack would only send it again. */
const SIGNED = [200, 400];

const DOORS: readonly Door[] = [
  {
    name: 'Slack’s events',
    real: [JSON.parse(messageBody('1.1', ERROR)), JSON.parse(editBody('1.1', ERROR))],
    post: value => postSigned(urls.slack, JSON.stringify(value)),
    answers: SIGNED,
  },
  {
    name: 'Slack’s interactions',
    real: [actionPayload('solved:0', { value: 'aws/expired-token' }), { type: 'view_submission', view: { id: 'V' } }],
    post: value => postSigned(urls.slack, form(value), { type: FORMS.form }),
    answers: SIGNED,
  },
  {
    name: 'Teams’ activities',
    real: ['channel-message', 'message-edit', 'action-execute', 'action-submit', 'diagnose-open', 'diagnose-submit']
      .concat(['search', 'personal-file', 'targeted-command', 'message-delete'])
      .map(name => fixture(name, { serviceUrl: 'http://127.0.0.1:1/' })),
    post: value => postJson(`${urls.teams}/api/messages`, value),
    answers: [200, 400, 401, 501],
  },
  page('message', { channel: at.channel, text: 'hi' }),
  page('command', { channel: at.channel, text: 'help' }),
  page('edit', { ...at, text: 'ho' }),
  page('delete', at),
  page('action', { on: at, choice: { block: 'b', action: 'a', values: ['x'] }, state: [] }),
  page('shortcut', { callback: 'diagnose', on: at }),
  page('submit', { view: 'V1', choices: [{ block: 'b', action: 'a', values: ['x'] }] }),
  page('close', { view: 'V1' }),
  page('home', { tab: 'home' }),
  view('message', { ...there, text: 'hi', thread: '1' }),
  view('file', { ...there, text: 'hi', name: 'run.log', content: 'x' }),
  view('command', { ...there, text: 'help' }),
  view('edit', { ...there, text: 'ho' }),
  view('delete', there),
  view('press', { ...there, action: { type: 'Action.Execute', verb: 'x', data: { v: 1, verb: 'solved', value: '' } } }),
  view('refresh', there),
  view('diagnose', there),
  view('submit', { ...there, data: { v: 1, verb: 'share', value: '' } }),
  view('search', { ...there, words: 'token' }),
  view('insert', { ...there, card: { type: 'AdaptiveCard', version: '1.5', body: [] } }),
  {
    name: 'the stand-in Teams’ connector',
    real: [{ type: 'message', from: { id: '28:x' }, attachments: [{ contentType: 'text/plain', content: 'x' }] }],
    post: value =>
      postJson(`${urls.workbench}/workbench/teams/connector/v3/conversations/${there.conversation}/activities`, value),
    answers: [200, 201, 400, 403, 404],
  },
];

describe('random JSON', () => {
  it.each(DOORS.map(door => [door.name, door] as const))(
    'is answered like any other at %s',
    async (_, { real, post, answers }) => {
      const shapes = fc.sample(anyShape(real), { numRuns: SHAPES, seed: SEED });
      const statuses = await Promise.all(shapes.map(post));
      expect([...new Set(statuses)].filter(status => !answers.includes(status))).toEqual([]);
    },
    LONG_MS,
  );

  it.each(['null', '[]', '5', 'true', '"text"', '{', ''])(
    'that is no object, %s, is refused before Bolt',
    async body => {
      expect(await postSigned(urls.slack, body)).toBe(400);
      expect(await postSigned(urls.slack, `payload=${encodeURIComponent(body)}`, { type: FORMS.form })).toBe(400);
    },
  );

  it('leaves every surface at work, and nothing that looks like a bug in the log', async () => {
    expect(await postSigned(urls.slack, messageBody('999.1', `<@UBOT> ${ERROR}`))).toBe(200);
    await slack.until(call => call.body['thread_ts'] === '999.1');
    const ready = await Promise.all(Object.values(urls).map(url => fetch(`${url}/readyz`)));
    expect(ready.map(({ status }) => status)).toEqual([200, 200, 200]);
    const understood = lines.filter(line => !line.includes('It was acknowledged and dropped'));
    expect(understood.filter(line => /a job failed|given up|a request failed|TypeError|ZodError/.test(line))).toEqual(
      [],
    );
  });
});
