// Token rotation: tokens are exchanged before they end, once, and what cannot be exchanged is said with its remedy.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { manyWorkspaces } from '../../../../src/surfaces/slack/installing/many-workspaces.ts';
import { type AnApp, messageIn, startApp } from './an-app.ts';
import { install } from './many-slack.ts';

const HOUR_MS = 3_600_000;

let app: AnApp;
let town = '';
let count = 0;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

/** Each test has a workspace of its own, just installed. The clock has moved on: Bolt reckons the end by the real one. */
let elapsedMs = 0;
const hoursLater = (hours: number): void => {
  elapsedMs += hours * HOUR_MS;
  app.later(hours * HOUR_MS);
};
beforeEach(async () => {
  app.later(-elapsedMs);
  elapsedMs = 0;
  app.slack.failRenewals(undefined);
  town = `T${++count}`;
  await install(app.url, app.slack, { id: town, rotates: true });
});

const exchanges = (): number =>
  app.slack.calls.filter(
    ({ body }) => body['grant_type'] === 'refresh_token' && String(body['refresh_token']).includes(`-${town}-`),
  ).length;
const say = () => app.say(town, 'hello');
const tokenSpoken = () => app.slack.calls.findLast(({ method }) => method === 'chat.postMessage')?.token;
const keptText = async (): Promise<string> => {
  const kept = await app.installations.get(town);
  return kept.kind === 'found' ? kept.text : '';
};

const anotherProcess = (
  installations: AnApp['installations'],
  complain: (message: string) => void = message => expect.fail(message),
) =>
  manyWorkspaces({
    app: { clientId: 'a-client-id', clientSecret: 'a-client-secret' },
    installations,
    clientOptions: { slackApiUrl: `${app.slack.url}/api/`, retryConfig: { retries: 0 } },
    now: () => Date.now() + elapsedMs,
    log: { error: complain },
  });

describe('a token that ends', () => {
  it('serves as it is while it is young', async () => {
    hoursLater(9);
    await say();
    expect(exchanges()).toBe(0);
  });

  it('is exchanged in its last two hours, saved, and only then used', async () => {
    const old = app.slack.tokenOf(town);
    hoursLater(11);
    expect(await say()).toMatchObject({ kind: 'posted' });
    expect(exchanges()).toBe(1);
    expect(tokenSpoken()).toBe(app.slack.tokenOf(town));
    expect(tokenSpoken()).not.toBe(old);
    expect(await keptText()).toContain(app.slack.tokenOf(town));
    await say();
    expect(exchanges()).toBe(1);
  });

  it('is exchanged again and again, each time with the latest refresh token, also after it ended', async () => {
    for (const round of [1, 2, 3]) {
      hoursLater(11);
      expect(await say()).toMatchObject({ kind: 'posted' });
      expect(exchanges()).toBe(round);
    }
    hoursLater(72);
    expect(await say()).toMatchObject({ kind: 'posted' });
  });

  it('is exchanged once when many need it at the same moment', async () => {
    hoursLater(11);
    const sent = await Promise.all(Array.from({ length: 20 }, say));
    expect(sent.every(({ kind }) => kind === 'posted')).toBe(true);
    expect(exchanges()).toBe(1);
  });

  it('is exchanged by one of two processes, and the other finds what that one saved', async () => {
    hoursLater(11);
    const other = anotherProcess(app.installations);
    await other.find({ teamId: town, isEnterpriseInstall: false }); // it remembers the old one
    await say();
    const access = await other.access(town);
    expect(exchanges()).toBe(1);
    expect(access).toMatchObject({ kind: 'access', token: app.slack.tokenOf(town) });
  });
});

describe('a token that Slack gave and the disk did not take', () => {
  it('is not asked for again, which Slack would refuse, but saved at the next attempt', async () => {
    hoursLater(11);
    let failures = 1;
    const fullOnce = {
      ...app.installations,
      replace: async (...args: Parameters<AnApp['installations']['replace']>) => {
        if (failures-- > 0) throw new Error('the disk is full');
        return app.installations.replace(...args);
      },
    };
    const other = anotherProcess(fullOnce);
    await expect(other.access(town)).rejects.toThrow('the disk is full');
    expect(await keptText()).not.toContain(app.slack.tokenOf(town));
    expect(await other.access(town)).toMatchObject({ kind: 'access', token: app.slack.tokenOf(town) });
    expect(await keptText()).toContain(app.slack.tokenOf(town));
    expect(exchanges()).toBe(1);
  });
});

it('says once, not at each event, that an installation cannot be read', async () => {
  const lines: string[] = [];
  const unreadable = { ...app.installations, get: async () => ({ kind: 'unreadable', why: 'no-such-key' }) as const };
  const other = anotherProcess(unreadable, message => lines.push(message));
  for (let i = 0; i < 3; i++) {
    expect(await other.find({ teamId: town, isEnterpriseInstall: false })).toBeUndefined();
    expect(await other.access(town)).toMatchObject({ fault: { kind: 'refused', code: 'installation_unreadable' } });
  }
  expect(lines).toEqual([expect.stringContaining('LOCKSMITH_ENCRYPTION_KEY')]);
});

describe('a renewal that fails', () => {
  it('leaves the old token in use until it ends, asks no more than once a minute, and is logged with the remedy', async () => {
    app.slack.failRenewals('invalid_refresh_token');
    hoursLater(11);
    const lines = app.log.length;
    for (let i = 0; i < 5; i++) expect(await say()).toMatchObject({ kind: 'posted' });
    expect(exchanges()).toBe(1);
    const told = app.log.slice(lines).filter(line => line.includes('was not renewed'));
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(/\(invalid_refresh_token\)\. Install Locksmith there again/);
    app.later(61_000);
    await say();
    expect(exchanges()).toBe(2);
    app.later(-61_000);
  });

  it('is a fault once the token ended: refused by Slack it is given up, unreachable it is tried again', async () => {
    hoursLater(13);
    app.slack.failRenewals('invalid_refresh_token');
    const refused = { kind: 'fault', fault: { kind: 'refused', code: 'invalid_refresh_token' } };
    expect(await say()).toEqual(refused);
    app.slack.failRenewals('internal_error');
    expect(await say()).toEqual(refused); // within the minute
    hoursLater(1);
    expect(await say()).toEqual({ kind: 'fault', fault: { kind: 'unreachable', code: 'internal_error' } });
    app.slack.failRenewals(undefined);
    hoursLater(1);
    expect(await say()).toMatchObject({ kind: 'posted' });
  });

  it('loses no event: what happens meanwhile is handed on', async () => {
    hoursLater(13);
    app.slack.failRenewals('invalid_refresh_token');
    const before = app.events.length;
    expect(await app.send(messageIn(town, '1.2', { thread_ts: '1.1' }))).toBe(200);
    expect(app.events).toHaveLength(before + 1);
  });

  it('is over when the workspace installs again', async () => {
    hoursLater(13);
    app.slack.failRenewals('invalid_refresh_token');
    await say();
    app.later(-elapsedMs);
    elapsedMs = 0;
    await install(app.url, app.slack, { id: town, rotates: true });
    expect(await say()).toMatchObject({ kind: 'posted' });
  });
});

it('does not bring a workspace back that left while its token was exchanged', async () => {
  hoursLater(11);
  const saying = say();
  await app.slack.until(({ body }) => String(body['refresh_token']).includes(`-${town}-`));
  await app.installations.leave({ surface: 'slack', workspace: town });
  await saying;
  expect(await app.installations.get(town)).toEqual({ kind: 'none' });
  expect(await say()).toMatchObject({ fault: { code: 'not_installed' } });
});
