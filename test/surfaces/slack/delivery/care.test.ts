// What Slack slows down or refuses, at the wire: the real client against a stand-in that answers so.
import { webApi } from '@slack/bolt';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Reply } from '../../../../src/conversation/reply.ts';
import { type Care, createCare } from '../../../../src/surfaces/slack/delivery/care.ts';
import { deliver, findTurn, methodOf } from '../../../../src/surfaces/slack/delivery/deliver.ts';
import { CODES } from '../../../../src/surfaces/slack/fault.ts';
import { type FakeSlack, isCall, startFakeSlack } from '../../../service/fake-slack.ts';

let slack: FakeSlack;
let client: webApi.WebClient;
beforeAll(async () => {
  slack = await startFakeSlack();
  client = new webApi.WebClient('xoxb-for-tests', {
    slackApiUrl: `${slack.url}/api/`,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  });
});
afterAll(() => slack.stop());

const REPLY: Reply = { id: 'turn-1', summary: 'Sign in again', blocks: [{ kind: 'heading', text: 'Sign in again' }] };
const at = (channel: string) => ({ surface: 'slack', workspace: 'T1', channel, thread: '1.1' });

/** Posts as the surface does, with a clock that only we move. */
function poster() {
  let now = 0;
  const warnings: string[] = [];
  const care: Care = createCare({ warn: message => warnings.push(message), now: () => now });
  const post = (channel: string, reply: Reply = REPLY, posted?: string) =>
    care({ method: methodOf(reply, posted), channel }, () => deliver(client, at(channel), reply, posted));
  const pass = (ms: number): void => {
    now += ms;
  };
  return { post, pass, warnings, care };
}

const fails = (method: string, error: string) => slack.script(method, () => ({ ok: false, error }));
const works = (method: string) => slack.script(method, () => undefined);
const callsOf = (method: string) => slack.calls.filter(isCall(method)).length;

describe('a channel that Slack slows down', () => {
  it('is left alone for as long as Slack said, while others are posted to', async () => {
    const { post, pass } = poster();
    slack.script('chat.postMessage', ({ channel }) => (channel === 'C1' ? { ok: false, retryAfter: 30 } : undefined));
    const limited = (retryAfterMs: number) => ({ kind: 'fault', fault: { kind: 'rate-limited', retryAfterMs } });
    expect(await post('C1')).toEqual(limited(30_000));
    const before = callsOf('chat.postMessage');
    pass(10_000);
    expect([await post('C1'), await post('C1')]).toEqual([limited(21_000), limited(22_000)]);
    expect(callsOf('chat.postMessage')).toBe(before);
    expect(await post('C2')).toMatchObject({ kind: 'posted' });
    expect(await post('C1', { ...REPLY, replaces: true }, '1.2')).toMatchObject({ kind: 'posted' });
    works('chat.postMessage');
    pass(20_000);
    expect(await post('C1')).toMatchObject({ kind: 'posted' });
  });
});

describe('what Slack refuses', () => {
  const refused = Object.entries(CODES).filter(
    ([, { kind, remedy }]) => kind === 'refused' && !remedy?.includes('bug'),
  );

  it.each(refused)('is a fault with its remedy, and told once: %s', async (code, { remedy }) => {
    const { post, warnings } = poster();
    fails('chat.postMessage', code);
    const outcome = { kind: 'fault', fault: { kind: 'refused', code, remedy } };
    expect([await post('C1'), await post('C1')]).toEqual([outcome, outcome]);
    expect(warnings).toEqual([expect.stringContaining(remedy ?? '?')]);
    expect(warnings.join()).toContain(`(${code})`);
    works('chat.postMessage');
  });

  it('is told again for another channel, and after a day', async () => {
    const { post, pass, warnings } = poster();
    fails('chat.postMessage', 'not_in_channel');
    await post('C1');
    await post('C2');
    pass(24 * 3_600_000);
    await post('C1');
    expect(warnings).toHaveLength(3);
    works('chat.postMessage');
  });

  it('for its size or shape is said in plain words instead', async () => {
    const { post } = poster();
    slack.script('chat.postMessage', ({ blocks }) =>
      blocks === '[]' ? undefined : { ok: false, error: 'invalid_blocks' },
    );
    expect(await post('C1')).toMatchObject({ kind: 'posted' });
    expect(slack.calls.at(-1)?.body).toMatchObject({ text: 'Sign in again' });
    works('chat.postMessage');
  });

  it('with a code that we do not know is refused as it stands', async () => {
    const { post } = poster();
    fails('chat.postMessage', 'constructor');
    expect(await post('C1')).toEqual({ kind: 'fault', fault: { kind: 'refused', code: 'constructor' } });
    works('chat.postMessage');
  });

  it('in the channel reaches the person by direct message', async () => {
    const { post } = poster();
    fails('chat.postEphemeral', 'user_not_in_channel');
    slack.script('conversations.open', () => ({ channel: { id: 'D1' } }));
    expect(await post('C1', { ...REPLY, to: { person: 'U1' } })).toMatchObject({ kind: 'posted' });
    const body = { channel: 'D1', unfurl_links: 'false', unfurl_media: 'false' };
    expect(slack.calls.at(-1)).toMatchObject({ method: 'chat.postMessage', body });
    works('chat.postEphemeral');
  });
});

describe('looking for what stands already', () => {
  it('finds the message of a turn by its metadata', async () => {
    const metadata = { event_type: 'locksmith_turn', event_payload: { turn: 'turn-1' } };
    slack.script('conversations.replies', () => ({ messages: [{ ts: '1.1' }, { ts: '1.7', metadata }] }));
    expect(await findTurn(client, at('C1'), 'turn-1')).toEqual({ kind: 'posted', message: '1.7' });
    expect(await findTurn(client, at('C1'), 'turn-2')).toBeUndefined();
  });

  it('is a fault where Slack will not say, not a bug', async () => {
    const { care } = poster();
    slack.script('conversations.replies', () => ({ ok: false, retryAfter: 60 }));
    const asked = care({ method: 'conversations.replies', channel: 'C1' }, () => findTurn(client, at('C1'), 'turn-1'));
    expect(await asked).toEqual({ kind: 'fault', fault: { kind: 'rate-limited', retryAfterMs: 60_000 } });
  });
});
