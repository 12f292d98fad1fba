import { describe, expect, it } from 'vitest';
import { answered, BOT, BOT_TOKEN, CHANNEL, checklist, PRIYA, read, startBench, textAt, YOU } from '../bench.ts';

const call = async (url: string, method: string, init: RequestInit) =>
  fetch(`${url}/workbench/slack/api/${method}`, { method: 'POST', ...init });
const bearer = { authorization: `Bearer ${BOT_TOKEN}` };

describe('the door', () => {
  it.each([
    { name: 'no token', headers: {}, error: 'not_authed' },
    { name: 'a wrong token', headers: { authorization: 'Bearer x' }, error: 'invalid_auth' },
  ])('refuses $name', async ({ headers, error }) => {
    const { url } = await startBench();
    expect(await read(await call(url, 'auth.test', { headers }))).toEqual({ ok: false, error });
  });

  it('takes the token as an argument too', async () => {
    const { url } = await startBench();
    const body = new URLSearchParams({ token: BOT_TOKEN });
    expect(await read(await call(url, 'auth.test', { body }))).toMatchObject({
      ok: true,
      user_id: BOT,
      bot_id: 'B0LOCKSMITH',
    });
  });

  it('reads JSON like a form', async () => {
    const { url } = await startBench();
    const headers = { ...bearer, 'content-type': 'application/json; charset=utf-8' };
    const body = JSON.stringify({ channel: CHANNEL, text: 'hello', blocks: checklist() });
    expect(await read(await call(url, 'chat.postMessage', { headers, body }))).toMatchObject({
      ok: true,
      channel: CHANNEL,
    });
  });

  it('reads no JSON where Slack reads none', async () => {
    const { url } = await startBench();
    const headers = { ...bearer, 'content-type': 'application/json' };
    const body = JSON.stringify({ channel: CHANNEL });
    expect(await read(await call(url, 'conversations.history', { headers, body }))).toEqual({
      ok: false,
      error: 'channel_not_found',
    });
  });

  it('says so when it does not know a method', async () => {
    const bench = await startBench();
    expect(await bench.api('chat.shout')).toEqual({ ok: false, error: 'unknown_method' });
  });
});

describe('posting', () => {
  it.each([
    { name: 'an unknown channel', given: { channel: 'C0', text: 'x' }, error: 'channel_not_found' },
    { name: 'a channel it is not in', given: { channel: 'C0RANDOM', text: 'x' }, error: 'not_in_channel' },
    { name: 'nothing', given: { channel: CHANNEL }, error: 'no_text' },
    {
      name: 'a thread that is not there',
      given: { channel: CHANNEL, text: 'x', thread_ts: '1.2' },
      error: 'thread_not_found',
    },
    {
      name: 'blocks that are no JSON',
      given: { channel: CHANNEL, text: 'x', blocks: '[' },
      error: 'invalid_blocks_format',
    },
    {
      name: 'markdown beside text',
      given: { channel: CHANNEL, text: 'x', markdown_text: 'y' },
      error: 'markdown_text_conflict',
    },
  ])('refuses $name', async ({ given, error }) => {
    const bench = await startBench();
    expect(await bench.api('chat.postMessage', given)).toEqual({ ok: false, error });
  });

  it('explains invalid blocks in the response metadata', async () => {
    const bench = await startBench();
    const problem = 'unsupported type: no [json-pointer:/blocks/0/type]';
    expect(await bench.api('chat.postMessage', { channel: CHANNEL, text: 'x', blocks: [{ type: 'no' }] })).toEqual({
      ok: false,
      error: 'invalid_blocks',
      errors: [problem],
      response_metadata: { messages: [`[ERROR] ${problem}`] },
    });
  });

  it('refuses to answer a reply instead of its opening message', async () => {
    const bench = await startBench();
    const { ts } = await answered(bench, checklist());
    const given = { channel: CHANNEL, text: 'x', thread_ts: ts };
    expect(await bench.api('chat.postMessage', given)).toEqual({ ok: false, error: 'cannot_reply_to_message' });
  });

  it('cuts very long texts and warns', async () => {
    const bench = await startBench();
    const posted = await bench.api('chat.postMessage', { channel: CHANNEL, text: 'x'.repeat(40_001) });
    expect(posted).toMatchObject({ ok: true, warning: 'message_truncated', message: { text: 'x'.repeat(40_000) } });
  });

  it('posts to a person by writing in their direct messages', async () => {
    const bench = await startBench();
    expect(await bench.api('chat.postMessage', { channel: PRIYA, text: 'x' })).toMatchObject({
      ok: true,
      channel: 'D0PRIYA',
    });
    expect(await bench.api('conversations.open', { users: PRIYA })).toEqual({ ok: true, channel: { id: 'D0PRIYA' } });
  });
});

describe('private messages', () => {
  it('reach one person, and no timestamp reaches them', async () => {
    const bench = await startBench();
    const sent = await bench.api('chat.postEphemeral', { channel: CHANNEL, user: YOU, text: 'psst' });
    expect(await bench.messages()).toMatchObject([{ to: YOU, text: 'psst' }]);
    const given = { channel: CHANNEL, ts: sent['message_ts'], text: 'x' };
    expect(await bench.api('chat.update', given)).toEqual({ ok: false, error: 'message_not_found' });
    expect(await bench.api('conversations.history', { channel: CHANNEL })).toMatchObject({ messages: [] });
    expect(bench.events()).toEqual([]);
  });

  it('need somebody who is there', async () => {
    const bench = await startBench();
    expect(await bench.api('chat.postEphemeral', { channel: 'D0YOU', user: PRIYA, text: 'x' })).toEqual({
      ok: false,
      error: 'user_not_in_channel',
    });
  });

  it('show in a thread only once it has replies', async () => {
    const bench = await startBench();
    const asked = await bench.page('message', { channel: CHANNEL, text: 'hello' });
    const given = { channel: CHANNEL, user: YOU, thread_ts: asked.body['ts'], text: 'psst' };
    expect(await bench.api('chat.postEphemeral', given)).toMatchObject({ ok: true });
    expect(await bench.messages()).toMatchObject([{ text: 'hello' }]);
    await bench.api('chat.postMessage', { channel: CHANNEL, thread_ts: asked.body['ts'], text: 'answer' });
    await bench.api('chat.postEphemeral', given);
    expect(await bench.messages()).toMatchObject([{}, {}, { text: 'psst', to: YOU }]);
  });
});

describe('updating', () => {
  it('replaces blocks in place, without a mark', async () => {
    const bench = await startBench();
    const { ts } = await answered(bench, checklist());
    await bench.api('chat.update', { channel: CHANNEL, ts, blocks: checklist(['one']) });
    const [, answer] = await bench.messages();
    expect(answer).toMatchObject({
      ts,
      text: 'Answer',
      version: 2,
      blocks: [{ elements: [{ initial_options: [{ value: 'one' }] }, {}] }],
    });
    expect(answer).not.toHaveProperty('edited');
  });

  it('takes the blocks away when there is only text', async () => {
    const bench = await startBench();
    const { ts } = await answered(bench, checklist());
    const updated = await bench.api('chat.update', { channel: CHANNEL, ts, text: 'plain' });
    expect(updated['message']).toMatchObject({ text: 'plain', edited: { user: BOT } });
    expect(updated['message']).not.toHaveProperty('blocks');
  });

  it.each([
    { name: 'what is not there', given: { ts: '1.2', text: 'x' }, error: 'message_not_found' },
    { name: 'more than 4,000 characters', given: { text: 'x'.repeat(4_001) }, error: 'msg_too_long' },
    { name: 'into nothing', given: {}, error: 'no_text' },
  ])('refuses $name', async ({ given, error }) => {
    const bench = await startBench();
    const { ts } = await answered(bench, checklist());
    expect(await bench.api('chat.update', { channel: CHANNEL, ts, ...given })).toEqual({ ok: false, error });
  });

  it('touches nobody else’s messages', async () => {
    const bench = await startBench();
    const { thread } = await answered(bench, checklist());
    const given = { channel: CHANNEL, ts: thread, text: 'x' };
    expect(await bench.api('chat.update', given)).toEqual({ ok: false, error: 'cant_update_message' });
    expect(await bench.api('chat.delete', given)).toEqual({ ok: false, error: 'cant_delete_message' });
  });

  it('deletes its own', async () => {
    const bench = await startBench();
    const { ts } = await answered(bench, checklist());
    expect(await bench.api('chat.delete', { channel: CHANNEL, ts })).toEqual({ ok: true, channel: CHANNEL, ts });
    expect(await bench.messages()).toMatchObject([{ text: 'ExpiredToken' }]);
  });
});

describe('reactions', () => {
  it('are added once and removed once', async () => {
    const bench = await startBench();
    const { thread } = await answered(bench, checklist());
    const given = { channel: CHANNEL, timestamp: thread, name: 'eyes' };
    expect(await bench.api('reactions.add', given)).toEqual({ ok: true });
    expect(await bench.api('reactions.add', given)).toEqual({ ok: false, error: 'already_reacted' });
    expect(await bench.messages()).toMatchObject([{ reactions: [{ name: 'eyes', people: [BOT] }] }, {}]);
    expect(await bench.api('reactions.remove', given)).toEqual({ ok: true });
    expect(await bench.api('reactions.remove', given)).toEqual({ ok: false, error: 'no_reaction' });
    expect(bench.events().slice(-2)).toMatchObject([
      { type: 'reaction_added', item: { ts: thread } },
      { type: 'reaction_removed' },
    ]);
  });
});

describe('long pastes', () => {
  const paste = 'line of a long log\n'.repeat(1_000);

  it('become a text file that the app reads with its token', async () => {
    const bench = await startBench();
    await bench.page('message', { channel: CHANNEL, text: paste });
    expect(bench.events()).toMatchObject([
      { subtype: 'file_share', text: '', files: [{ mode: 'snippet', size: paste.length, lines: 1_001 }] },
    ]);
    const [message] = await bench.messages();
    const info = await bench.api('files.info', { file: message?.snippet?.id });
    expect(info).toMatchObject({ ok: true, content: paste, file: { filetype: 'text' } });
    const path = bench.url + new URL(textAt(info, 'file', 'url_private_download')).pathname;
    expect(await (await fetch(path, { headers: bearer })).text()).toBe(paste);
    expect(await (await fetch(path)).text()).toContain('Sign in');
  });
});

describe('misfortune to order', () => {
  it.each([
    { name: 'a rate limit', failure: { kind: 'rate-limited', retryAfterSeconds: 7 }, status: 429, header: '7' },
    { name: 'a broken server', failure: { kind: 'server-error', status: 500 }, status: 500, header: null },
    { name: 'a refusal', failure: { kind: 'refused', error: 'token_revoked' }, status: 200, header: null },
  ] as const)('brings $name once', async ({ failure, status, header }) => {
    const bench = await startBench();
    bench.workbench.slack.failNext(failure);
    const first = await call(bench.url, 'auth.test', { headers: bearer });
    expect([first.status, first.headers.get('retry-after')]).toEqual([status, header]);
    expect(await bench.api('auth.test')).toMatchObject({ ok: true });
  });

  it('drops a connection, and only that of the method it was ordered for', async () => {
    const bench = await startBench();
    bench.workbench.slack.failNext({ kind: 'dropped', method: 'chat.update', times: 2 });
    expect(await bench.api('auth.test')).toMatchObject({ ok: true });
    await expect(call(bench.url, 'chat.update', { headers: bearer })).rejects.toThrow();
    await expect(call(bench.url, 'chat.update', { headers: bearer })).rejects.toThrow();
    expect(await bench.api('chat.update')).toMatchObject({ error: 'channel_not_found' });
  });
});
