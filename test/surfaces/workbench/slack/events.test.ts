import { describe, expect, it } from 'vitest';
import { answered, BOT, CHANNEL, checklist, expectGolden, startBench } from '../bench.ts';

describe('events', () => {
  it('wraps a message in Slack’s envelope', async () => {
    const bench = await startBench();
    await bench.page('message', { channel: CHANNEL, text: 'a <b> & https://x.example' });
    expectGolden('message-envelope', JSON.parse(bench.delivered[0]?.body ?? ''));
  });

  it('sends a mention twice, under one timestamp and two event ids', async () => {
    const bench = await startBench();
    await bench.page('message', { channel: CHANNEL, text: '@Locksmith help' });
    const [message, mention] = bench.events();
    expect([message?.['type'], mention?.['type']]).toEqual(['message', 'app_mention']);
    expect(message?.['ts']).toBe(mention?.['ts']);
    const ids = bench.delivered.map(({ body }) => JSON.parse(body).event_id);
    expect(new Set(ids).size).toBe(2);
  });

  it('sends no app_mention in direct messages', async () => {
    const bench = await startBench();
    await bench.page('message', { channel: 'D0YOU', text: '@Locksmith help' });
    expect(bench.events()).toMatchObject([{ type: 'message', channel_type: 'im', text: `<@${BOT}> help` }]);
  });

  it('marks replies by their thread and its author', async () => {
    const bench = await startBench();
    const { thread } = await answered(bench, checklist());
    await bench.page('message', { channel: CHANNEL, text: 'did 1', thread });
    expect(bench.events().at(-1)).toMatchObject({ type: 'message', thread_ts: thread, parent_user_id: 'U0YOU' });
  });

  it('echoes what the app itself posts and changes', async () => {
    const bench = await startBench();
    const { ts } = await answered(bench, checklist());
    await bench.api('chat.update', { channel: CHANNEL, ts, text: 'Answer', blocks: checklist(['one']) });
    expectGolden('own-message', bench.events().slice(1));
  });

  it('reports an edit with both versions', async () => {
    const bench = await startBench();
    const { body } = await bench.page('message', { channel: CHANNEL, text: 'before' });
    await bench.page('edit', { channel: CHANNEL, ts: body['ts'], text: 'after' });
    expectGolden('message-changed', bench.events()[1]);
  });

  it('adds a mention when an edit brings one', async () => {
    const bench = await startBench();
    const { body } = await bench.page('message', { channel: CHANNEL, text: 'before' });
    await bench.page('edit', { channel: CHANNEL, ts: body['ts'], text: '@Locksmith after' });
    await bench.page('edit', { channel: CHANNEL, ts: body['ts'], text: '@Locksmith again' });
    expect(bench.events().map(event => event['subtype'] ?? event['type'])).toEqual([
      'message',
      'message_changed',
      'app_mention',
      'message_changed',
    ]);
  });

  it('reports a deletion', async () => {
    const bench = await startBench();
    const { body } = await bench.page('message', { channel: CHANNEL, text: 'oops' });
    await bench.page('delete', { channel: CHANNEL, ts: body['ts'] });
    expectGolden('message-deleted', bench.events()[1]);
    expect(await bench.messages()).toMatchObject([]);
  });

  it('turns the deleted opening of a thread into a tombstone, and the thread lives on', async () => {
    const bench = await startBench();
    const { thread } = await answered(bench, checklist());
    await bench.page('delete', { channel: CHANNEL, ts: thread });
    expectGolden('tombstone', bench.events().at(-1));
    expect(
      await bench.api('chat.postMessage', { channel: CHANNEL, thread_ts: thread, text: 'still here' }),
    ).toMatchObject({ ok: true });
  });

  it('delivers an event twice when a test asks for it', async () => {
    const bench = await startBench();
    bench.workbench.slack.repeatNextEvent();
    await bench.page('message', { channel: CHANNEL, text: 'once' });
    await expect.poll(() => bench.delivered.length).toBe(2);
    const [first, second] = bench.delivered;
    expect(second?.body).toBe(first?.body);
    expect(second?.headers).toMatchObject({ 'x-slack-retry-num': '1', 'x-slack-retry-reason': 'http_timeout' });
  });

  it('never gives an id twice, not even to a workbench that starts anew', async () => {
    const first = await startBench();
    await first.page('message', { channel: CHANNEL, text: 'x' });
    const second = await startBench({ now: () => Date.UTC(2026, 10, 23, 9, 0, 1) });
    await second.page('message', { channel: CHANNEL, text: 'x' });
    expect(first.events()[0]?.['ts']).not.toBe(second.events()[0]?.['ts']);
  });

  it('says on the page when nobody answers', async () => {
    const bench = await startBench();
    bench.answerWith(() =>
      Promise.reject(new TypeError('fetch failed', { cause: Object.assign(new Error(), { code: 'ECONNREFUSED' }) })),
    );
    await bench.page('message', { channel: CHANNEL, text: 'x' });
    await expect
      .poll(bench.state)
      .toMatchObject({ health: { kind: 'silent', reason: 'nothing listens at its address' } });
  });
});
