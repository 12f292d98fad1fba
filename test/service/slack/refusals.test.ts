// What Slack will not let us do: told to whoever waits, to the operator once, and to nobody else.
import { expect, it, onTestFinished } from 'vitest';
import { SCOPES } from '../../../src/surfaces/slack/connection/scopes.ts';
import { type Call, startFakeSlack } from '../fake-slack.ts';
import { fixture, type Running, startRunning } from './running.ts';

const APOLOGY = 'I may not write in that channel';
const isApology = ({ body }: Call): boolean => String(body['text']).startsWith(APOLOGY);

/** Channels that refuse us; direct messages do not. */
const refuses = ({ slack }: Running, error: string, isClosed = (channel = '') => channel.startsWith('C')): void => {
  for (const method of ['chat.postMessage', 'chat.postEphemeral'])
    slack.script(method, ({ channel }) => (isClosed(channel) ? { ok: false, error } : undefined));
  slack.script('conversations.open', () => ({ channel: { id: 'D9' } }));
};

it.each(['restricted_action', 'not_in_channel', 'is_archived', 'channel_not_found'])(
  'tells whoever called the bot, by direct message, when the channel refuses: %s',
  async error => {
    const running = await startRunning('http');
    refuses(running, error);
    await running.send(fixture('app-mention'));
    const { body } = await running.slack.until(call => isApology(call) && call.body['channel'] === 'D9');
    expect(body['thread_ts']).toBeUndefined();
    expect(running.lines.filter(line => line.includes(`(${error})`))).toHaveLength(1);
  },
);

it('tells nobody who did not ask, and the operator once', async () => {
  const running = await startRunning('http');
  refuses(running, 'restricted_action');
  await running.send(fixture('message-channel'));
  await running.send(fixture('me-message'));
  await running.send(fixture('message-im'));
  await running.posted('1004.000100');
  await expect.poll(() => running.lines.filter(line => line.includes('given up')).length).toBe(2);
  expect(running.slack.calls.filter(isApology)).toEqual([]);
  expect(running.lines.filter(line => line.includes('posting permissions'))).toHaveLength(1);
});

it('goes on when the token was revoked, and says what to do', async () => {
  const running = await startRunning('http');
  refuses(running, 'token_revoked', () => true);
  running.slack.script('conversations.open', () => ({ ok: false, error: 'token_revoked' }));
  await running.send(fixture('app-mention'));
  await expect.poll(() => running.lines.join()).toContain('Install the app again');
  refuses(running, 'token_revoked', () => false);
  await running.send(fixture('message-im'));
  await running.posted('1004.000100');
});

it('posts when Slack says, without holding up other channels', async () => {
  const running = await startRunning('http');
  let refused = 0;
  running.slack.script('chat.postMessage', ({ channel }) =>
    channel === 'C1' && ++refused === 1 ? { ok: false, retryAfter: 1 } : undefined,
  );
  await running.send(fixture('message-channel'));
  await running.posted('1001.000100');
  await running.send(fixture('message-group'));
  const before = running.slack.calls.filter(({ body }) => body['thread_ts'] === '1001.000100').length;
  await running.posted('1002.000100');
  expect(running.slack.calls.filter(({ body }) => body['thread_ts'] === '1001.000100')).toHaveLength(before);
  await running.posted('1001.000100', 2);
});

it('says at the start what is off for want of a scope, and nothing where none is missing', async () => {
  const slack = await startFakeSlack();
  onTestFinished(() => slack.stop());
  slack.script('auth.test', () => ({
    scopes: Object.keys(SCOPES)
      .filter(one => one !== 'reactions:read')
      .join(','),
  }));
  const lacking = await startRunning('http', { beside: slack });
  expect(lacking.lines).toHaveLength(1);
  expect(lacking.lines.join()).toContain('reactions:read: the emoji that calls it to a message');
  slack.script('auth.test', () => ({ scopes: Object.keys(SCOPES).join(',') }));
  expect((await startRunning('http', { beside: slack })).lines).toEqual([]);
});

it('says that Slack holds events back', async () => {
  const running = await startRunning('http');
  await running.send({ type: 'app_rate_limited', team_id: 'T1', minute_rate_limited: 1790000000 });
  expect(running.lines.join()).toContain('holds events back');
});

it('lets the queue try again when Slack is in trouble: the client does not by itself', async () => {
  const running = await startRunning('http');
  let tries = 0;
  running.slack.script('chat.postMessage', () => (++tries === 1 ? { status: 503 } : undefined));
  await running.send(fixture('message-channel'));
  await running.posted('1001.000100');
  await running.send(fixture('message-group'));
  await running.posted('1002.000100');
  expect(running.posts().filter(({ body }) => body['thread_ts'] === '1001.000100')).toHaveLength(1);
  await running.posted('1001.000100', 2);
  // Before the second try it looked whether the first had come through after all.
  expect(running.slack.calls.filter(({ method }) => method === 'conversations.replies')).toHaveLength(1);
});
