// A workspace that uninstalls the app or revokes its token: what it gave is gone, and a late event harms nobody.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startFakeSlack } from '../../../service/fake-slack.ts';
import { type AnApp, messageIn, startApp } from './an-app.ts';
import { install } from './many-slack.ts';

let app: AnApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());
beforeEach(async () => {
  for (const id of ['T1', 'T2']) await install(app.url, app.slack, { id });
  await install(app.url, app.slack, { id: 'E1', isOrganisation: true });
});

const inAMinute = (): number => Math.floor(Date.now() / 1000) + 60;
const event = (team: string, event: Readonly<Record<string, unknown>>, more: Readonly<Record<string, unknown>> = {}) =>
  app.send({ type: 'event_callback', team_id: team, event_id: 'Ev1', event_time: inAMinute(), event, ...more });
const uninstalled = { type: 'app_uninstalled' };
const revoked = (bot: readonly string[]) => ({ type: 'tokens_revoked', tokens: { oauth: ['U9'], bot } });
const isInstalled = async (workspace: string): Promise<boolean> =>
  (await app.installations.get(workspace)).kind === 'found';

describe('app_uninstalled', () => {
  it('removes the installation of that workspace and of no other, and says so in the log', async () => {
    await app.say('T1', 'before');
    expect(await event('T1', uninstalled)).toBe(200);
    expect([await isInstalled('T1'), await isInstalled('T2')]).toEqual([false, true]);
    expect(app.log.at(-1)).toMatch(/^Slack workspace T1 uninstalled Locksmith/);
    expect(await app.say('T1', 'after')).toEqual({ kind: 'fault', fault: { kind: 'refused', code: 'not_installed' } });
    expect(await app.say('T2', 'after')).toMatchObject({ kind: 'posted' });
  });

  it('of an organisation removes the organisation, of one of its workspaces nothing more than that', async () => {
    expect(await event('T77', uninstalled, { enterprise_id: 'E1' })).toBe(200);
    expect(await isInstalled('E1')).toBe(true);
    const ofAll = { enterprise_id: 'E1', is_enterprise_install: true };
    expect(await event('T77', uninstalled, ofAll)).toBe(200);
    expect(await isInstalled('E1')).toBe(false);
  });

  it('that comes again after a new installation does not undo that', async () => {
    const earlier = { event_time: Math.floor(Date.now() / 1000) - 60 };
    expect(await event('T1', uninstalled, earlier)).toBe(200);
    expect(await isInstalled('T1')).toBe(true);
  });

  it('of a workspace that nobody knows changes nothing, and an event afterwards is left alone', async () => {
    expect(await event('T9', uninstalled)).toBe(200);
    await event('T1', uninstalled);
    const before = app.events.length;
    expect(await app.send(messageIn('T1', '1.1'))).toBe(200);
    expect(app.events).toHaveLength(before);
  });
});

describe('tokens_revoked', () => {
  it('removes an installation whose token serves no more', async () => {
    app.slack.revoke('T1');
    expect(await event('T1', revoked(['UBOTT1']))).toBe(200);
    expect([await isInstalled('T1'), await isInstalled('T2')]).toEqual([false, true]);
  });

  it('leaves an installation whose token still serves: it was an older one that ended', async () => {
    expect(await event('T1', revoked(['UBOTT1']))).toBe(200);
    expect(await isInstalled('T1')).toBe(true);
  });

  it('of people only is none of our business', async () => {
    app.slack.revoke('T1');
    expect(await event('T1', revoked([]))).toBe(200);
    expect(await isInstalled('T1')).toBe(true);
  });
});

it('only tells what to do where there is one workspace, with the token of the environment', async () => {
  const slack = await startFakeSlack();
  const single = await startApp({ botToken: 'xoxb-for-tests', apiUrl: `${slack.url}/api/` });
  for (const happened of [uninstalled, revoked(['UBOT'])])
    expect(await single.send({ type: 'event_callback', team_id: 'T1', event_id: 'Ev1', event: happened })).toBe(200);
  expect(single.log).toEqual([
    expect.stringContaining('set SLACK_BOT_TOKEN'),
    expect.stringContaining('set SLACK_BOT_TOKEN'),
  ]);
  await single.stop();
  slack.stop();
});
