// Reactions both ways: the emoji that calls us to a message, and the marks that we set, over the whole road.
import { describe, expect, it } from 'vitest';
import type { Call, FakeSlack } from '../fake-slack.ts';
import { fixture, type Payload, startRunning } from './running.ts';

const ERROR =
  'An error occurred (ExpiredToken) when calling the ListBuckets operation: The provided token has expired.';

/** What Slack would find at that place. */
const holds = (slack: FakeSlack, message: Payload, where: 'history' | 'replies' = 'history') => {
  slack.script('conversations.history', () => ({ messages: where === 'history' ? [message] : [] }));
  slack.script('conversations.replies', () => ({ messages: where === 'replies' ? [message] : [] }));
};

const reaction = (more: Payload = {}): Payload => {
  const body = fixture('reaction-added');
  return { ...body, event_id: `Ev${Math.random()}`, event: { ...Object(body['event']), ...more } };
};

const message = (more: Payload = {}): Payload => ({
  type: 'message',
  user: 'U1',
  text: ERROR,
  ts: '1005.000100',
  ...more,
});

const isMark =
  (method: string, name: string) =>
  ({ method: called, body }: Call): boolean =>
    called === `reactions.${method}` && body['name'] === name;

/** Something later that is answered, so that what should stay silent has had its time. */
const laterAnswered = async ({ send, posted }: Awaited<ReturnType<typeof startRunning>>) => {
  await send(fixture('message-im'));
  await posted('1004.000100');
};

describe('the emoji on a message', () => {
  it('has it answered in its thread, once however many people add it', async () => {
    const running = await startRunning('http');
    holds(running.slack, message());
    for (const user of ['U5', 'U6', 'U7']) await running.send(reaction({ user }));
    expect((await running.posted('1005.000100')).body).toMatchObject({ channel: 'C1' });
    await laterAnswered(running);
    expect(running.posts()).toHaveLength(2);
    const { body } = await running.slack.until(({ method }) => method === 'conversations.history');
    expect(body).toMatchObject({ channel: 'C1', latest: '1005.000100', inclusive: 'true', limit: '1' });
  });

  it('is a question to us: what nothing fits is admitted', async () => {
    const running = await startRunning('http');
    holds(running.slack, message({ text: 'lunch at noon?' }));
    await running.send(reaction());
    expect((await running.posted('1005.000100')).body['text']).toContain('can mean many things');
  });

  it('works on a reply in a thread, in that thread', async () => {
    const running = await startRunning('socket');
    holds(running.slack, message({ thread_ts: '1000.000100' }), 'replies');
    await running.send(reaction());
    expect((await running.posted('1000.000100')).body['text']).toContain('temporary AWS credentials');
  });

  it('works on a bot’s message, and on a snippet', async () => {
    const running = await startRunning('http');
    const bot = { subtype: 'bot_message', bot_id: 'BCI', username: 'ci', user: undefined };
    holds(running.slack, message({ ...bot, text: '', attachments: [{ fallback: ERROR }] }));
    await running.send(reaction());
    await running.posted('1005.000100');
    const files = [{ mimetype: 'text/plain', url_private_download: running.slack.keepFile(ERROR) }];
    holds(running.slack, message({ ts: '1006.000100', text: '', files }));
    await running.send(reaction({ item: { type: 'message', channel: 'C1', ts: '1006.000100' } }));
    expect((await running.posted('1006.000100')).body['text']).toContain('temporary AWS credentials');
  });

  it('means nothing when it is another, or ours, or on what is no message of somebody’s', async () => {
    const running = await startRunning('http');
    const nothing: readonly (readonly [on: Payload, found: Payload])[] = [
      [{ reaction: 'eyes' }, {}],
      [{ user: 'UBOT' }, {}],
      [{ item: { type: 'file', file: 'F1' } }, {}],
      [{}, { user: 'UBOT', bot_id: 'BBOT' }],
      [{}, { ts: '1.000100' }],
    ];
    for (const [on, found] of nothing) {
      holds(running.slack, message(found));
      await running.send(reaction(on));
    }
    await laterAnswered(running);
    expect(running.posts()).toHaveLength(1);
  });

  it('is the one of the configuration, with any tone of skin, or none', async () => {
    const running = await startRunning('http', { emoji: 'wave' });
    holds(running.slack, message());
    await running.send(reaction());
    await running.send(reaction({ reaction: 'wave::skin-tone-2' }));
    await running.posted('1005.000100');
    const off = await startRunning('http', { emoji: 'off' });
    await off.send(reaction());
    await laterAnswered(off);
    expect(off.slack.calls.filter(({ method }) => method === 'conversations.history')).toEqual([]);
  });

  it('is off where the channel may not be read, said once; what may pass is delivered again', async () => {
    const running = await startRunning('http');
    running.slack.script('conversations.history', () => ({ ok: false, error: 'not_in_channel' }));
    await running.send(reaction());
    await running.send(reaction());
    expect(running.lines.filter(line => line.includes('not_in_channel'))).toHaveLength(1);
    running.slack.script('conversations.history', () => ({ ok: false, retryAfter: 5 }));
    await expect(running.send(reaction())).rejects.toThrow('500');
  });
});

describe('the marks', () => {
  it('are set when a message is answered and when it is solved; solved goes when it is back', async () => {
    const running = await startRunning('http');
    const { slack, send } = running;
    await send(fixture('message-channel'));
    const seen = await slack.until(isMark('add', 'eyes'));
    expect(seen.body).toMatchObject({ channel: 'C1', timestamp: '1001.000100' });
    const reply = fixture('thread-reply');
    const say = (ts: string, text: string) => send({ ...reply, event: { ...Object(reply['event']), ts, text } });
    await say('1006.000200', 'that fixed it, thanks!');
    await slack.until(isMark('add', 'white_check_mark'));
    await say('1006.000300', 'it’s back, same error');
    await slack.until(isMark('remove', 'white_check_mark'));
    const marks = slack.calls.filter(({ body }) => body['timestamp'] === '1001.000100').map(({ body }) => body['name']);
    expect(marks).toEqual(['eyes', 'white_check_mark', 'white_check_mark']);
  });

  it('are not set on chatter, nor where the configuration says off', async () => {
    const running = await startRunning('http', { marks: { seen: 'off', solved: 'tada' } });
    await running.send(fixture('message-chatter'));
    await running.send(fixture('message-channel'));
    await laterAnswered(running);
    expect(running.slack.calls.filter(({ method }) => method.startsWith('reactions.'))).toEqual([]);
  });

  it('that stand already are as good as set', async () => {
    const running = await startRunning('http');
    running.slack.script('reactions.add', () => ({ ok: false, error: 'already_reacted' }));
    await running.send(fixture('message-channel'));
    await running.slack.until(isMark('add', 'eyes'));
    await laterAnswered(running);
    expect(running.lines).toEqual([]);
  });

  it('are given up for want of the scope, said once, while answers go on', async () => {
    const running = await startRunning('http');
    running.slack.script('reactions.add', () => ({ ok: false, error: 'missing_scope', needed: 'reactions:write' }));
    await running.send(fixture('message-channel'));
    await running.slack.until(isMark('add', 'eyes'));
    await expect.poll(() => running.lines.join()).toContain('reactions:write');
    await laterAnswered(running);
    await running.send(fixture('app-mention'));
    await running.posted('1009.000100');
    expect(running.slack.calls.filter(isMark('add', 'eyes'))).toHaveLength(1);
    expect(running.lines).toHaveLength(1);
  });

  it('are given up one by one for want of an emoji of that name', async () => {
    const running = await startRunning('http', { marks: { seen: 'no-such' } });
    running.slack.script('reactions.add', ({ name }) =>
      name === 'no-such' ? { ok: false, error: 'invalid_name' } : undefined,
    );
    await running.send(fixture('message-channel'));
    await expect.poll(() => running.lines.join()).toContain('no emoji of that name');
    const reply = fixture('thread-reply');
    await running.send({ ...reply, event: { ...Object(reply['event']), text: 'that fixed it, thanks!' } });
    await running.slack.until(isMark('add', 'white_check_mark'));
    expect(running.lines).toHaveLength(1);
  });

  it('are tried again when Slack says to come later', async () => {
    const running = await startRunning('http');
    let tries = 0;
    running.slack.script('reactions.add', () => (++tries === 1 ? { ok: false, retryAfter: 0 } : undefined));
    await running.send(fixture('message-channel'));
    await running.slack.until(isMark('add', 'eyes'), 2);
  });
});
