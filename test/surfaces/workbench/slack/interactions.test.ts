import { describe, expect, it } from 'vitest';
import {
  answered,
  type Bench,
  CHANNEL,
  checklist,
  expectGolden,
  type Json,
  PRIYA,
  startBench,
  textAt,
  YOU,
} from '../bench.ts';

const plain = (text: string) => ({ type: 'plain_text', text });
const form = {
  type: 'modal',
  callback_id: 'creds',
  private_metadata: 'kept',
  title: plain('Explain'),
  submit: plain('Go'),
  blocks: [
    {
      type: 'input',
      block_id: 'paste',
      label: plain('What?'),
      element: { type: 'plain_text_input', action_id: 'text', multiline: true },
    },
    {
      type: 'input',
      block_id: 'where',
      optional: true,
      label: plain('Where?'),
      element: { type: 'conversations_select', action_id: 'channel', response_url_enabled: true },
    },
  ],
};

const tick = (ts: string, values: readonly string[], more: Json = {}) => ({
  on: { channel: CHANNEL, ts },
  choice: { block: 'list', action: 'steps', values },
  ...more,
});

async function openForm(bench: Bench): Promise<string> {
  await bench.page('shortcut', { callback: 'explain' });
  const opened = await bench.api('views.open', { trigger_id: bench.lastForm()['trigger_id'], view: form });
  return textAt(opened, 'view', 'id');
}

describe('ticks and clicks', () => {
  it('reports the whole set of ticks, with message, container and state', async () => {
    const bench = await startBench();
    const { ts } = await answered(bench, checklist(['one']));
    expect(await bench.page('action', tick(ts, ['one', 'three']))).toMatchObject({ status: 200 });
    expectGolden('ticks', bench.lastForm());
  });

  it('reports a button with its value, and the ticks beside it as state', async () => {
    const bench = await startBench();
    const { ts } = await answered(bench, checklist());
    const state = [{ block: 'list', action: 'steps', values: ['two'] }];
    await bench.page('action', {
      on: { channel: CHANNEL, ts },
      choice: { block: 'list', action: 'solved', values: ['yes'] },
      state,
    });
    const { actions, state: reported } = bench.lastForm();
    expect(actions).toMatchObject([
      { type: 'button', action_id: 'solved', block_id: 'list', value: 'yes', text: plain('It works now') },
    ]);
    expect(reported).toMatchObject({ values: { list: { steps: { selected_options: [{ value: 'two' }] } } } });
  });

  it('leaves the message out where it is private', async () => {
    const bench = await startBench();
    const sent = await bench.api('chat.postEphemeral', { channel: CHANNEL, user: YOU, text: 'x', blocks: checklist() });
    await bench.page('action', tick(String(sent['message_ts']), ['one']));
    expect(bench.lastForm()).toMatchObject({ container: { is_ephemeral: true } });
    expect(bench.lastForm()).not.toHaveProperty('message');
  });

  it.each([
    { name: 'a message that is gone', body: tick('1.2', ['one']) },
    {
      name: 'an element that is gone',
      body: (ts: string) => ({ ...tick(ts, []), choice: { block: 'old', action: 'steps', values: [] } }),
    },
  ])('refuses a click on $name', async ({ body }) => {
    const bench = await startBench();
    const { ts } = await answered(bench, checklist());
    const before = bench.delivered.length;
    const clicked = await bench.page('action', typeof body === 'function' ? body(ts) : body);
    expect(clicked).toMatchObject({ status: 422, body: { error: 'That is no longer there.' } });
    expect(bench.delivered).toHaveLength(before);
  });

  it('lets nobody click what only somebody else can see', async () => {
    const bench = await startBench();
    const sent = await bench.api('chat.postEphemeral', { channel: CHANNEL, user: YOU, text: 'x', blocks: checklist() });
    expect(await bench.page('action', { ...tick(String(sent['message_ts']), ['one']), as: PRIYA })).toMatchObject({
      status: 422,
    });
  });

  it('tells the page when the app fails', async () => {
    const bench = await startBench();
    const { ts } = await answered(bench, checklist());
    bench.answerWith(() => new Response('', { status: 500 }));
    expect(await bench.page('action', tick(ts, ['one']))).toMatchObject({
      status: 422,
      body: { error: 'The app did not answer: status 500.' },
    });
  });
});

describe('commands', () => {
  it('go out as a form', async () => {
    const bench = await startBench();
    await bench.page('command', { channel: CHANNEL, text: '/creds  a <b>\nsecond line ' });
    expectGolden('command', bench.lastForm());
  });

  it.each([
    { name: 'a plain acknowledgement', answer: 'got it', message: { to: YOU, text: 'got it' } },
    { name: 'JSON', answer: '{"text":"got *it*"}', message: { to: YOU, text: 'got *it*' } },
  ])('are answered privately by $name', async ({ answer, message }) => {
    const bench = await startBench();
    bench.answerWith(() => new Response(answer));
    await bench.page('command', { channel: CHANNEL, text: '/creds x' });
    expect(await bench.messages()).toMatchObject([message]);
  });

  it('are answered to everybody when the acknowledgement says so', async () => {
    const bench = await startBench();
    bench.answerWith(() => Response.json({ response_type: 'in_channel', text: 'x' }));
    await bench.page('command', { channel: CHANNEL, text: '/creds x' });
    const [message] = await bench.messages();
    expect(message).toMatchObject({ text: 'x' });
    expect(message).not.toHaveProperty('to');
  });

  it('say nothing when the acknowledgement is empty', async () => {
    const bench = await startBench();
    await bench.page('command', { channel: CHANNEL, text: '/creds x' });
    expect(await bench.messages()).toMatchObject([]);
  });

  it.each([
    { name: 'a command nobody has', text: '/nope', says: '`/nope` is not a command that anybody here answers.' },
    {
      name: 'a command in a thread',
      text: '/creds x',
      thread: '1.2',
      says: '`/creds` cannot be used in threads. Use it in the channel.',
    },
  ])('explain $name without asking the app', async ({ text, thread, says }) => {
    const bench = await startBench();
    await bench.page('command', { channel: CHANNEL, text, ...(thread ? { thread } : {}) });
    expect(bench.delivered).toEqual([]);
    expect(await bench.messages()).toMatchObject([{ by: 'USLACKBOT', to: YOU, text: says }]);
  });

  it('explain an app that fails', async () => {
    const bench = await startBench();
    bench.answerWith(() => new Response('', { status: 503 }));
    await bench.page('command', { channel: CHANNEL, text: '/creds x' });
    expect(await bench.messages()).toMatchObject([
      { to: YOU, text: '`/creds` failed: the app answered with status 503.' },
    ]);
  });
});

describe('shortcuts', () => {
  it('carry the message they were used on', async () => {
    const bench = await startBench();
    const { thread } = await answered(bench, checklist());
    await bench.page('shortcut', { callback: 'diagnose', on: { channel: CHANNEL, ts: thread }, as: PRIYA });
    expect(bench.lastForm()).toMatchObject({
      type: 'message_action',
      callback_id: 'diagnose',
      message_ts: thread,
      message: { text: 'ExpiredToken', user: YOU },
      user: { id: PRIYA },
      response_url: expect.stringContaining('/workbench/slack/response/'),
    });
  });
});

describe('forms', () => {
  it('open in the tab that asked, once, within three seconds', async () => {
    const bench = await startBench();
    await bench.page('shortcut', { callback: 'explain' });
    const given = { trigger_id: bench.lastForm()['trigger_id'], view: form };
    expect(await bench.api('views.open', given)).toMatchObject({
      ok: true,
      view: { callback_id: 'creds', state: { values: {} } },
    });
    expect(await bench.api('views.open', given)).toEqual({ ok: false, error: 'exchanged_trigger_id' });
    expect(await bench.api('views.open', { ...given, trigger_id: 'x' })).toEqual({
      ok: false,
      error: 'invalid_trigger_id',
    });
    await bench.page('shortcut', { callback: 'explain' });
    bench.wait(3_001);
    const late = { trigger_id: bench.lastForm()['trigger_id'], view: form };
    expect(await bench.api('views.open', late)).toEqual({ ok: false, error: 'expired_trigger_id' });
  });

  it('submit what was filled in', async () => {
    const bench = await startBench();
    const view = await openForm(bench);
    const choices = [
      { block: 'paste', action: 'text', values: ['ExpiredToken'] },
      { block: 'where', action: 'channel', values: [CHANNEL] },
    ];
    expect(await bench.page('submit', { view, choices })).toMatchObject({ body: { kind: 'closed' } });
    expectGolden('submission', bench.lastForm());
    expect(await bench.page('submit', { view, choices })).toMatchObject({ body: { kind: 'failed' } });
  });

  it.each([
    {
      name: 'errors',
      answer: { response_action: 'errors', errors: { paste: 'More, please.' } },
      body: { kind: 'errors', errors: { paste: 'More, please.' } },
    },
    { name: 'another view', answer: { response_action: 'update', view: form }, body: { kind: 'replaced' } },
    { name: 'a view on top', answer: { response_action: 'push', view: form }, body: { kind: 'replaced' } },
    { name: 'the end of all views', answer: { response_action: 'clear' }, body: { kind: 'cleared' } },
    { name: 'nonsense', answer: { response_action: 'dance' }, body: { kind: 'failed' } },
    { name: 'a view that Slack refuses', answer: { response_action: 'update', view: {} }, body: { kind: 'failed' } },
  ])('take $name from the acknowledgement', async ({ answer, body }) => {
    const bench = await startBench();
    const view = await openForm(bench);
    bench.answerWith(() => Response.json(answer));
    expect(await bench.page('submit', { view, choices: [] })).toMatchObject({ status: 200, body });
  });

  it('refuse an update by a stale hash', async () => {
    const bench = await startBench();
    const view = await openForm(bench);
    expect(await bench.api('views.update', { view_id: view, view: form, hash: 'old' })).toEqual({
      ok: false,
      error: 'hash_conflict',
    });
    expect(await bench.api('views.update', { view_id: view, view: form })).toMatchObject({ ok: true });
    expect(await bench.api('views.update', { view_id: 'V0', view: form })).toEqual({ ok: false, error: 'not_found' });
  });

  it('tell the app of their closing only where it asked for that', async () => {
    const bench = await startBench();
    await bench.page('close', { view: await openForm(bench) });
    expect(bench.lastForm()).toMatchObject({ type: 'shortcut' });
    await bench.page('shortcut', { callback: 'explain' });
    const view = { ...form, notify_on_close: true };
    const opened = await bench.api('views.open', { trigger_id: bench.lastForm()['trigger_id'], view });
    await bench.page('close', { view: textAt(opened, 'view', 'id') });
    expect(bench.lastForm()).toMatchObject({ type: 'view_closed', is_cleared: false, view: { callback_id: 'creds' } });
  });
});

describe('home', () => {
  it('is opened, published and clicked', async () => {
    const bench = await startBench();
    await bench.page('home', { tab: 'home' });
    expect(bench.events()).toMatchObject([{ type: 'app_home_opened', user: YOU, channel: 'D0YOU', tab: 'home' }]);
    const published = await bench.api('views.publish', { user_id: YOU, view: { type: 'home', blocks: checklist() } });
    expect(published).toMatchObject({ ok: true, view: { type: 'home' } });
    const view = textAt(published, 'view', 'id');
    expect(await bench.state()).toMatchObject({ homes: { [YOU]: { id: view } } });
    await bench.page('action', { on: { view }, choice: { block: 'list', action: 'solved', values: [] } });
    expect(bench.lastForm()).toMatchObject({
      type: 'block_actions',
      container: { type: 'view', view_id: view },
      view: { type: 'home' },
    });
  });
});
