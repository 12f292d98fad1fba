// Two workspaces through the whole service: real Bolt over HTTP, store, queue and worker, and a Slack that gave each a token.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../src/service/app.ts';
import { createLog } from '../../src/service/report/log.ts';
import { type KeyRing, parseKeys } from '../../src/store/installations/sealing.ts';
import { messageIn } from '../surfaces/slack/installing/an-app.ts';
import { install, type ManySlack, startManySlack } from '../surfaces/slack/installing/many-slack.ts';
import { BARE_CONFIG } from './bare-config.ts';
import { type Call, commandBody, FORMS, isCall, postSigned, SIGNING_SECRET } from './fake-slack.ts';

const ERRORS = {
  T1: 'An error occurred (ExpiredToken) when calling the ListBuckets operation: The provided token has expired.',
  T2: "fatal: Authentication failed for 'https://github.com/acme/shop.git/'",
} as const;
const ANSWERS = { T1: /AWS/, T2: /Git/ } as const;
type Town = keyof typeof ERRORS;

const OLD_KEY = randomBytes(32).toString('base64');
const NEW_KEY = randomBytes(32).toString('base64');
const ring = (text: string): KeyRing => {
  const parsed = parseKeys(text);
  if (parsed.kind !== 'keys') throw new Error('keys');
  return parsed.keys;
};

const folder = mkdtempSync(join(tmpdir(), 'locksmith-many-'));
const lines: string[] = [];
let slack: ManySlack;
let app: { readonly url: string; readonly stop: () => Promise<void> };

const start = async (keys: string): Promise<typeof app> => {
  const started = await createApp(
    {
      ...BARE_CONFIG,
      log: 'debug',
      dataFolder: folder,
      slack: {
        oauth: {
          clientId: 'a-client-id',
          clientSecret: 'a-client-secret',
          stateSecret: 'a-state-secret-for-tests',
        },
        signingSecret: SIGNING_SECRET,
        apiUrl: `${slack.url}/api/`,
      },
      encryptionKeys: ring(keys),
    },
    createLog('debug', { write: line => lines.push(line) }),
  );
  if (started.kind !== 'running') throw new Error(started.message);
  return { url: `http://127.0.0.1:${started.port}`, stop: started.stop };
};

beforeAll(async () => {
  slack = await startManySlack();
  app = await start(OLD_KEY);
  await install(app.url, slack, { id: 'T1', rotates: true });
  await install(app.url, slack, { id: 'T2' });
});
afterAll(async () => {
  await app.stop();
  slack.stop();
  rmSync(folder, { recursive: true });
});

const send = (body: Readonly<Record<string, unknown>>): Promise<number> => postSigned(app.url, JSON.stringify(body));
const townOf = (call: Call): string | undefined => slack.townOf(call.token);
const postIn = (town: Town, thread: string) => (call: Call) =>
  call.method === 'chat.postMessage' && townOf(call) === town && call.body['thread_ts'] === thread;
const kept = (): string =>
  readdirSync(folder)
    .map(name => readFileSync(join(folder, name), 'latin1'))
    .join('\n');

/** Threads, messages and work that name a workspace. The service must not run. */
const rowsOf = (town: Town): unknown => {
  const database = new DatabaseSync(join(folder, 'locksmith.db'), { readOnly: true });
  const rows = database
    .prepare(
      `select (select count(*) from threads where workspace = ?1) + (select count(*) from posted where workspace = ?1)
       + (select count(*) from jobs where lane like '%/' || ?1 || '/%') as found`,
    )
    .get(town);
  database.close();
  return rows?.['found'];
};

describe('two workspaces side by side', () => {
  it('are each answered with their own token about their own error, in the same channel at the same moment', async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom<Town>('T1', 'T2'), { minLength: 1, maxLength: 6 }), async towns => {
        run++;
        const asked = towns.map((town, i) => ({ town, thread: `${run}00.${i}` }));
        const channel = `C${run}`;
        await Promise.all(
          asked.map(({ town, thread }) =>
            send(messageIn(town, thread, { type: 'app_mention', channel, text: `<@UBOT${town}> ${ERRORS[town]}` })),
          ),
        );
        for (const { town, thread } of asked) {
          const answer = await slack.until(postIn(town, thread));
          expect(answer.body['text']).toMatch(ANSWERS[town]);
        }
      }),
      { numRuns: 8 },
    );
    for (const call of slack.calls.filter(isCall('chat.postMessage')))
      expect(String(call.body['text'])).toMatch(ANSWERS[townOf(call) === 'T1' ? 'T1' : 'T2']);
  });

  it('keep threads apart that have the same channel and the same time', async () => {
    for (const town of ['T1', 'T2'] as const) {
      await send(messageIn(town, '900.1', { text: ERRORS[town] }));
      await slack.until(postIn(town, '900.1'));
    }
    await send(messageIn('T2', '900.2', { thread_ts: '900.1', text: 'that fixed it, thanks!' }));
    const solved = await slack.until(({ method, raw }) => method === 'chat.update' && raw.includes('Solved.'));
    expect(townOf(solved)).toBe('T2');
    expect(slack.calls.filter(isCall('chat.update')).map(townOf)).not.toContain('T1');
  });

  it('are told apart by a command as well', async () => {
    const form = commandBody('t1', 'mine', `${slack.url}/response`).replace('team_id=T1', 'team_id=T2');
    expect(await postSigned(app.url, form, { type: FORMS.form })).toBe(200);
    await slack.until(isCall('response'));
  });
});

describe('a change of keys', () => {
  it('is done by starting with both, and once more with the new one alone', async () => {
    for (const keys of [`${NEW_KEY},${OLD_KEY}`, NEW_KEY]) {
      await app.stop();
      app = await start(keys);
    }
    await send(messageIn('T1', '910.1', { text: ERRORS.T1 }));
    expect(townOf(await slack.until(postIn('T1', '910.1')))).toBe('T1');
    expect(lines.join('\n')).not.toContain('cannot be read');
  });

  it('that forgets the old key says which workspaces cannot be read and what to do, and goes on', async () => {
    await app.stop();
    app = await start(randomBytes(32).toString('base64'));
    const told = lines.filter(line => line.includes('an installation cannot be read'));
    expect(told.map(line => JSON.parse(line).id)).toEqual(['T1', 'T2']);
    expect(told[0]).toContain('LOCKSMITH_ENCRYPTION_KEY');
    expect(await send(messageIn('T1', '920.1', { text: ERRORS.T1 }))).toBe(200);
    await app.stop();
    app = await start(NEW_KEY);
  });
});

describe('a workspace that leaves', () => {
  it('takes its threads and its waiting replies along, and the other is served as before', async () => {
    await send(messageIn('T1', '930.1', { text: ERRORS.T1 }));
    await slack.until(postIn('T1', '930.1'));
    const event = { type: 'app_uninstalled' };
    const soon = Math.floor(Date.now() / 1000) + 60;
    expect(await send({ type: 'event_callback', team_id: 'T1', event_id: 'Ev9', event_time: soon, event })).toBe(200);
    const before = slack.calls.length;
    expect(await send(messageIn('T1', '930.2', { thread_ts: '930.1', text: 'that fixed it' }))).toBe(200);
    await send(messageIn('T2', '940.1', { text: ERRORS.T2 }));
    await slack.until(postIn('T2', '940.1'));
    expect(slack.calls.slice(before).map(townOf)).not.toContain('T1');
    expect(lines.join('\n')).toMatch(/Slack workspace T1 uninstalled Locksmith: its installation and \d+ threads/);
    expect(await (await fetch(`${app.url}/metrics`)).text()).toMatch(/surface="slack",outcome="not-installed"\} [1-9]/);
  });
});

it('keeps nothing of who left, and no token, secret or key in the files of the store, the log or the metrics', async () => {
  const metrics = await (await fetch(`${app.url}/metrics`)).text();
  await app.stop();
  const files = kept();
  expect(rowsOf('T1')).toBe(0);
  expect(rowsOf('T2')).not.toBe(0);
  app = await start(NEW_KEY);
  expect(files).toContain('T2');
  const secrets = [...slack.secrets, 'a-client-secret', 'a-state-secret', SIGNING_SECRET, OLD_KEY, NEW_KEY];
  const raw = [OLD_KEY, NEW_KEY].map(key => Buffer.from(key, 'base64').toString('latin1'));
  expect(slack.secrets.length).toBeGreaterThan(5);
  for (const [where, text] of Object.entries({ files, log: lines.join('\n'), metrics }))
    expect([where, [...secrets, ...raw].filter(secret => text.includes(secret))]).toEqual([where, []]);
});
