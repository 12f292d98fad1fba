// The client that Bolt hands to a listener: it bears a workspace's name, and its calls bear that workspace's latest token.
import { webApi } from '@slack/bolt';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { faultOf } from '../../../../src/surfaces/slack/fault.ts';
import { createAuthorize, speakingFor } from '../../../../src/surfaces/slack/installing/authorize.ts';
import { manyWorkspaces } from '../../../../src/surfaces/slack/installing/many-workspaces.ts';
import { type AnApp, startApp } from './an-app.ts';
import { install } from './many-slack.ts';

let app: AnApp;
let offsetMs = 0;
beforeAll(async () => {
  app = await startApp();
  for (const id of ['T1', 'T2']) await install(app.url, app.slack, { id, rotates: true });
});
afterAll(() => app.stop());

const start = () => {
  const clientOptions = { slackApiUrl: `${app.slack.url}/api/`, retryConfig: { retries: 0 } };
  const workspaces = manyWorkspaces({
    app: { clientId: 'a-client-id', clientSecret: 'a-client-secret' },
    installations: app.installations,
    clientOptions,
    now: () => Date.now() + offsetMs,
    log: { error: () => {} },
  });
  const authorize = createAuthorize(workspaces);
  return async (teamId: string) => {
    const { botToken } = await authorize({ teamId, enterpriseId: undefined, isEnterpriseInstall: false });
    return new webApi.WebClient(botToken ?? teamId, { ...clientOptions, fetch: speakingFor(workspaces) });
  };
};
const spokenWith = (): string | undefined => app.slack.calls.at(-1)?.token;

it('speaks with the token of its workspace, also after that was renewed, and Bolt never sees one', async () => {
  const clientOf = start();
  const [first, second] = [await clientOf('T1'), await clientOf('T2')];
  expect(first.token).toBe('T1');
  for (const [client, town] of [
    [first, 'T1'],
    [second, 'T2'],
  ] as const) {
    await client.auth.test();
    expect(spokenWith()).toBe(app.slack.tokenOf(town));
  }
  const before = app.slack.tokenOf('T1');
  offsetMs = 11 * 3_600_000;
  await first.auth.test();
  expect(spokenWith()).toBe(app.slack.tokenOf('T1'));
  expect(spokenWith()).not.toBe(before);
});

it('is refused as by Slack itself where the bot is not installed', async () => {
  const client = await start()('T9');
  const calls = app.slack.calls.length;
  const error: unknown = await client.auth.test().catch((caught: unknown) => caught);
  expect(faultOf(error)).toEqual({ kind: 'refused', code: 'not_installed' });
  expect(app.slack.calls).toHaveLength(calls);
});
