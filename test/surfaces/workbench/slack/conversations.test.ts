import { describe, expect, it } from 'vitest';
import { type Bench, CHANNEL, startBench, textAt } from '../bench.ts';

async function talk(bench: Bench) {
  const opening = await bench.page('message', { channel: CHANNEL, text: 'opening' });
  const thread = String(opening.body['ts']);
  for (const text of ['one', 'two', 'three'])
    await bench.api('chat.postMessage', {
      channel: CHANNEL,
      thread_ts: thread,
      text,
      metadata: { event_type: 'turn', event_payload: { turn: text } },
    });
  await bench.page('message', { channel: CHANNEL, text: 'later' });
  return thread;
}

describe('reading channels', () => {
  it('gives the newest first, without replies', async () => {
    const bench = await startBench();
    await talk(bench);
    const { messages } = await bench.api('conversations.history', { channel: CHANNEL });
    expect(messages).toMatchObject([{ text: 'later' }, { text: 'opening', reply_count: 3 }]);
  });

  it('finds one message by its timestamp', async () => {
    const bench = await startBench();
    const thread = await talk(bench);
    const given = { channel: CHANNEL, latest: thread, oldest: thread, inclusive: true, limit: 1 };
    expect(await bench.api('conversations.history', given)).toMatchObject({ messages: [{ ts: thread }] });
  });

  it('hears nothing where it was not invited', async () => {
    const bench = await startBench();
    await bench.page('message', { channel: 'C0RANDOM', text: 'x' });
    expect(await bench.api('conversations.history', { channel: 'C0RANDOM' })).toEqual({
      ok: false,
      error: 'not_in_channel',
    });
    expect(bench.events()).toEqual([]);
  });

  it('lists channels by type, and knows direct messages by their person', async () => {
    const bench = await startBench();
    const { channels } = await bench.api('conversations.list', { types: 'public_channel,im' });
    expect(channels).toMatchObject([
      { id: CHANNEL, is_member: true },
      { id: 'C0RANDOM', is_member: false },
      { user: 'U0YOU' },
      { user: 'U0PRIYA' },
      { user: 'U0MAREK' },
    ]);
    expect(await bench.api('conversations.info', { channel: 'D0YOU' })).toMatchObject({ channel: { is_im: true } });
  });
});

describe('reading threads', () => {
  it('gives the opening message first, page by page', async () => {
    const bench = await startBench();
    const thread = await talk(bench);
    const first = await bench.api('conversations.replies', { channel: CHANNEL, ts: thread, limit: 3 });
    expect(first).toMatchObject({ has_more: true, messages: [{ text: 'opening' }, { text: 'one' }, { text: 'two' }] });
    const cursor = textAt(first, 'response_metadata', 'next_cursor');
    const second = await bench.api('conversations.replies', { channel: CHANNEL, ts: thread, limit: 3, cursor });
    expect(second).toMatchObject({
      has_more: false,
      messages: [{ text: 'three' }],
      response_metadata: { next_cursor: '' },
    });
  });

  it('gives metadata only when asked', async () => {
    const bench = await startBench();
    const thread = await talk(bench);
    const plain = await bench.api('conversations.replies', { channel: CHANNEL, ts: thread });
    expect(JSON.stringify(plain)).not.toContain('event_payload');
    const noted = await bench.api('conversations.replies', {
      channel: CHANNEL,
      ts: thread,
      include_all_metadata: true,
    });
    expect(noted['messages']).toMatchObject([{}, { metadata: { event_payload: { turn: 'one' } } }, {}, {}]);
  });

  it.each([{ ts: '1.2' }, {}])('does not find a thread by %o', async given => {
    const bench = await startBench();
    expect(await bench.api('conversations.replies', { channel: CHANNEL, ...given })).toEqual({
      ok: false,
      error: 'thread_not_found',
    });
  });
});

describe('permalinks and people', () => {
  it('link to the page itself', async () => {
    const bench = await startBench();
    const thread = await talk(bench);
    const { permalink } = await bench.api('chat.getPermalink', { channel: CHANNEL, message_ts: thread });
    expect(permalink).toBe(`http://localhost:3000/#${CHANNEL}/${thread}`);
  });

  it('know names', async () => {
    const bench = await startBench();
    const { user } = await bench.api('users.info', { user: 'U0PRIYA' });
    expect(user).toMatchObject({
      name: 'priya',
      real_name: 'Priya Raman',
      is_bot: false,
      profile: { display_name: 'Priya' },
    });
    expect(await bench.api('users.info', { user: 'U0' })).toEqual({ ok: false, error: 'user_not_found' });
    expect(await bench.api('team.info')).toMatchObject({ team: { id: 'T0WORKBENCH' } });
  });
});
