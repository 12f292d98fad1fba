// Everything where Slack needs a view, over the wire: forms, dialogs, shortcuts, the home tab, and the ways round them.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type App, createApp } from '../../src/service/app.ts';
import { createLog } from '../../src/service/report/log.ts';
import { BARE_CONFIG } from './bare-config.ts';
import {
  askSigned,
  type Call,
  commandBody,
  type FakeSlack,
  FORMS,
  interactionBody,
  isCall,
  messageBody,
  SIGNING_SECRET,
  startFakeSlack,
} from './fake-slack.ts';

const ERROR =
  'An error occurred (ExpiredToken) when calling the ListBuckets operation: The provided token has expired.';
const ENTRY = 'aws/expired-token';

const folder = mkdtempSync(join(tmpdir(), 'locksmith-'));
let slack: FakeSlack;
let app: App;
let url = '';
let before = 0;

beforeAll(async () => {
  slack = await startFakeSlack();
  app = await createApp(
    {
      ...BARE_CONFIG,
      maintainers: ['UMAINTAINER'],
      log: 'silent',
      dataFolder: folder,
      slack: { botToken: 'xoxb-for-tests', signingSecret: SIGNING_SECRET, apiUrl: `${slack.url}/api/` },
    },
    createLog('silent'),
  );
  url = app.kind === 'running' ? `http://127.0.0.1:${app.port}` : '';
});

afterAll(async () => {
  if (app.kind === 'running') await app.stop();
  slack.stop();
  rmSync(folder, { recursive: true });
});

beforeEach(() => {
  before = slack.calls.length;
});

type Json = Readonly<Record<string, unknown>>;

/** The next call of a method since the test began. */
const next = (method: string, is: (call: Call) => boolean = () => true): Promise<Call> =>
  slack.until(call => slack.calls.indexOf(call) >= before && call.method === method && is(call));
const said = (call: Call): string => JSON.stringify(call.body['blocks'] ?? call.raw);
const viewOf = (call: Call): string => JSON.stringify(call.body['view']);

const interact = (payload: Json) => askSigned(url, interactionBody(payload), { type: FORMS.form });
const give = (trigger: string, text: string, way = trigger) =>
  askSigned(url, commandBody(trigger, text, `${slack.url}/response/${way}`), { type: FORMS.form });

/** The view that stands in a call, as Slack sends it back. */
let opened = 0;
function asOpen(call: Call, values: Json = {}): Json {
  const view = call.body['view'];
  if (typeof view !== 'object' || view === null) throw new Error('no view');
  return { id: `V${++opened}`, hash: `hash-${opened}`, ...view, state: { values } };
}

const submit = (view: Json, more: Json = {}) => interact({ type: 'view_submission', view, ...more });
const pressIn = (view: Json, action: Json) =>
  interact({
    type: 'block_actions',
    container: { type: 'view', view_id: view['id'] },
    view,
    actions: [{ type: 'button', block_id: 'b', action_ts: '300.1', ...action }],
  });
const press = (ts: string, action: Json, more: Json = {}) =>
  interact({
    type: 'block_actions',
    channel: { id: 'C1' },
    message: { ts: `${ts}1`, thread_ts: ts },
    container: { message_ts: `${ts}1`, channel_id: 'C1', thread_ts: ts },
    actions: [{ type: 'overflow', action_id: 'more', block_id: 'b', action_ts: `${ts}2`, ...action }],
    ...more,
  });
const menu = (button: string) => ({ selected_option: { value: `${button} ${ENTRY}` } });
const filled = (text: string, provider?: string): Json => ({
  paste: { paste: { type: 'plain_text_input', value: text } },
  ...(provider && { provider: { provider: { selected_option: { value: provider } } } }),
});

/** A thread with an answer. */
async function answered(ts: string): Promise<void> {
  await askSigned(url, messageBody(ts, ERROR));
  await next('chat.postMessage', ({ body }) => body['thread_ts'] === ts);
}

describe('/creds without a word', () => {
  it('opens a form, refuses blanks in it, and answers privately with a way to share', async () => {
    await give('f1', '');
    const view = await next('views.open');
    expect(view.body['trigger_id']).toBe('f1');
    expect(viewOf(view)).toContain('"value":"aws"');
    const refused = await submit(asOpen(view, filled('  \n ')));
    expect(JSON.parse(refused.text)).toMatchObject({
      response_action: 'errors',
      errors: { paste: expect.any(String) },
    });
    expect(await submit(asOpen(view, filled(ERROR, 'aws')))).toEqual({ status: 200, text: '' });
    const answer = await next('f1');
    expect(answer.raw).toContain('Your temporary AWS credentials have run out');
    expect(answer.raw).toContain('Share in the channel');
  });

  it('answers with help where Slack takes no view', async () => {
    slack.refuse('views.open', 'expired_trigger_id');
    await give('f2', '');
    expect((await next('f2')).raw).toContain('What I understand');
    slack.refuse('views.open');
  });

  it('is the same form from the global shortcut, answered by direct message', async () => {
    await interact({ type: 'shortcut', callback_id: 'creds', action_ts: '1.1' });
    await submit(asOpen(await next('views.open'), filled(ERROR)));
    expect((await next('conversations.open')).body['users']).toBe('U1');
    const answer = await next('chat.postMessage');
    expect(answer.body['channel']).toBe('D1');
    expect(said(answer)).toContain('Open the checklist here');
  });
});

describe('the details of an answer', () => {
  it.each([
    ['201.1', 'advanced', 'Advanced fixes'],
    ['202.1', 'questions', 'Questions people ask'],
    ['203.1', 'details', 'How sure: 99%'],
    ['204.1', 'related', 'This one'],
  ])('open in a dialog: %s, %s', async (ts, button, expected) => {
    await answered(ts);
    await press(ts, menu(button));
    expect(viewOf(await next('views.open'))).toContain(expected);
  });

  it('show the answer to a question where it was chosen, and say nothing in the thread', async () => {
    await answered('210.1');
    await press('210.1', menu('questions'));
    const view = asOpen(await next('views.open'));
    await pressIn(view, { action_id: 'ask-question:1', value: `${ENTRY}:1` });
    const updated = await next('views.update');
    expect(updated.body).toMatchObject({ view_id: view['id'], hash: view['hash'] });
    await askSigned(url, messageBody('210.2', 'that fixed it', { thread_ts: '210.1' }));
    await next('chat.postMessage', call => said(call).includes('Glad it works'));
    const posted = slack.calls.slice(before).filter(isCall('chat.postMessage'));
    expect(posted.map(call => call.body['thread_ts'])).toEqual(['210.1', '210.1']);
  });

  it('answer a question in the thread where the dialog is gone', async () => {
    await answered('211.1');
    await press('211.1', menu('questions'));
    const view = asOpen(await next('views.open'));
    slack.refuse('views.update', 'not_found');
    await pressIn(view, { action_id: 'ask-question:0', value: `${ENTRY}:0` });
    const isAnswer = (call: Call) => call.body['thread_ts'] === '211.1' && !said(call).includes('checkboxes');
    expect(said(await next('chat.postMessage', isAnswer))).toContain('rich_text');
    slack.refuse('views.update');
  });

  it('leave a second click on the same dialog alone', async () => {
    await answered('212.1');
    await press('212.1', menu('questions'));
    const view = asOpen(await next('views.open'));
    slack.refuse('views.update', 'hash_conflict');
    await pressIn(view, { action_id: 'ask-question:0', value: `${ENTRY}:0` });
    slack.refuse('views.update');
    await askSigned(url, messageBody('212.2', 'that fixed it', { thread_ts: '212.1' }));
    await next('chat.postMessage', call => said(call).includes('Glad it works'));
    expect(slack.calls.slice(before).filter(isCall('chat.postMessage'))).toHaveLength(2);
  });

  it('put advanced fixes on the list of the thread when that is wanted', async () => {
    await answered('213.1');
    await press('213.1', menu('advanced'));
    const view = asOpen(await next('views.open'));
    expect(view['submit']).toMatchObject({ text: 'Add to the checklist' });
    await submit(view);
    const { body } = await next('chat.update');
    expect(body['channel']).toBe('C1');
  });

  it('take a related problem instead, in the thread', async () => {
    await answered('214.1');
    await press('214.1', menu('related'));
    await pressIn(asOpen(await next('views.open')), { action_id: 'choose-entry:1', value: 'aws/no-credentials' });
    const posted = await next('chat.postMessage', call => JSON.stringify(call.body).includes('aws/no-credentials'));
    expect(posted.body['thread_ts']).toBe('214.1');
    expect(viewOf(await next('views.update'))).toContain('It goes on in the thread.');
  });

  it('come as a message to that person where Slack takes no view', async () => {
    await answered('215.1');
    slack.refuse('views.open', 'view_too_large');
    await press('215.1', menu('details'));
    expect(said(await next('chat.postEphemeral'))).toContain('How sure: 99%');
    slack.refuse('views.open');
  });
});

describe('“Diagnose this”', () => {
  const shortcut = (ts: string, message: Json = {}) =>
    interact({
      type: 'message_action',
      callback_id: 'diagnose',
      action_ts: `${ts}5`,
      message_ts: ts,
      message: { type: 'message', user: 'U2', ts, text: ERROR, ...message },
      channel: { id: 'C7', name: 'elsewhere' },
      response_url: `${slack.url}/response/diagnosed${ts}`,
    });
  const chosen = (where: string): Json => ({ where: { where: { selected_option: { value: where } } } });

  it('says at once what it is, and answers only the one who asked', async () => {
    await shortcut('400.1');
    const view = await next('views.open');
    expect(viewOf(view)).toContain('Your temporary AWS credentials have run out');
    await submit(asOpen(view, chosen('me')));
    expect((await next('diagnosed400.1')).raw).toContain('Share in the channel');
  });

  it('answers in the thread of the message, as if its author had asked', async () => {
    await shortcut('401.1');
    await submit(asOpen(await next('views.open'), chosen('thread')));
    const answer = await next('chat.postMessage');
    expect(answer.body).toMatchObject({ channel: 'C7', thread_ts: '401.1' });
    expect(said(answer)).toContain('checkboxes');
  });

  it('says so in the form where it is not in the channel', async () => {
    await shortcut('402.1');
    const view = await next('views.open');
    slack.refuse('conversations.replies', 'not_in_channel');
    const { text } = await submit(asOpen(view, chosen('thread')));
    expect(JSON.parse(text)).toMatchObject({
      response_action: 'errors',
      errors: { where: expect.stringMatching(/Invite/) },
    });
    slack.refuse('conversations.replies');
  });

  it('answers privately where Slack takes no view', async () => {
    slack.refuse('views.open', 'expired_trigger_id');
    await shortcut('403.1');
    expect((await next('diagnosed403.1')).raw).toContain('Your temporary AWS credentials have run out');
    slack.refuse('views.open');
  });

  it('reads the snippet of the message, and says when there is nothing to read', async () => {
    const file = { id: 'F1', mimetype: 'text/plain', url_private_download: slack.keepFile(ERROR) };
    await shortcut('404.1', { text: '', files: [file] });
    expect(viewOf(await next('views.open'))).toContain('Your temporary AWS credentials have run out');
    before = slack.calls.length;
    await shortcut('405.1', { text: '' });
    const empty = await next('views.open');
    expect(viewOf(empty)).toContain('no text in that message');
    expect(empty.body['view']).not.toHaveProperty('submit');
  });
});

describe('a private answer', () => {
  it('goes another way when the way back is spent: in the channel, or by direct message', async () => {
    slack.refuse('spent', 404);
    await give('p1', ERROR, 'spent');
    expect((await next('chat.postEphemeral')).body).toMatchObject({ channel: 'C1', user: 'U1' });
    slack.refuse('chat.postEphemeral', 'user_not_in_channel');
    await give('p2', ERROR, 'spent');
    const answer = await next('chat.postMessage');
    expect(answer.body['channel']).toBe('D1');
    expect(said(answer)).toContain(`"value":"${ENTRY} C1"`);
    slack.refuse('chat.postEphemeral');
    slack.refuse('spent');
  });

  it('goes to our own direct messages from a talk between two people', async () => {
    slack.refuse('spent', 404);
    slack.refuse('chat.postMessage', 'channel_not_found');
    await askSigned(
      url,
      commandBody('p3', ERROR, `${slack.url}/response/spent`).replace('channel_id=C1', 'channel_id=D9'),
      {
        type: FORMS.form,
      },
    );
    expect((await next('chat.postMessage')).body['channel']).toBe('D9');
    slack.refuse('chat.postMessage');
    expect((await next('chat.postMessage', ({ body }) => body['channel'] === 'D1')).body['text']).toContain(
      'temporary AWS',
    );
    expect(slack.calls.slice(before).some(isCall('chat.postEphemeral'))).toBe(false);
    slack.refuse('spent');
  });

  it('is shared from there in the channel where it was asked for', async () => {
    const dm = {
      channel: { id: 'D1' },
      message: { ts: '500.1' },
      container: { message_ts: '500.1', channel_id: 'D1' },
    };
    await press('500.1', { type: 'button', action_id: 'share:0', value: `${ENTRY} C1` }, dm);
    const shared = await next('chat.postMessage');
    expect(shared.body['channel']).toBe('C1');
    expect(shared.body).not.toHaveProperty('thread_ts');
  });
});

describe('a checklist that was drawn anew meanwhile', () => {
  type Drawn = {
    readonly block_id: string;
    readonly elements: readonly { readonly options: readonly { readonly value: string }[] }[];
  };
  const listIn = (call: Call): Drawn => {
    const blocks: unknown = call.body['blocks'];
    const list = Array.isArray(blocks) ? blocks.find(block => String(block.block_id).startsWith('v1 ')) : undefined;
    if (!list) throw new Error('no checklist');
    return list;
  };

  it('loses no untick of somebody who still sees the one before', async () => {
    await askSigned(url, messageBody('700.1', ERROR));
    let now = listIn(await next('chat.postMessage'));
    const [first, second, third] = now.elements[0]?.options ?? [];
    const tick = (user: string, seen: Drawn, at: string, ...selected: unknown[]) =>
      press(
        '700.1',
        { type: 'checkboxes', action_id: 'steps', block_id: seen.block_id, action_ts: at, selected_options: selected },
        { user: { id: user }, message: { ts: '700.11', thread_ts: '700.1', blocks: [now] } },
      );
    const redrawn = (done: number) => next('chat.update', call => said(call).includes(`Checklist · ${done} of`));
    await tick('U1', now, '701.0', first, second);
    const seenByAll = listIn(await redrawn(2));
    now = seenByAll;
    await tick('U2', seenByAll, '702.0', first, second, third);
    now = listIn(await redrawn(3));
    before = slack.calls.length;
    await tick('U1', seenByAll, '703.0', first);
    const after = listIn(await redrawn(2));
    expect(JSON.stringify(after)).toContain('"initial_options"');
    expect(after.block_id).toMatch(/ 0 5 \d+$/); // the first and the third
  });
});

describe('what happened', () => {
  it('is told by /creds mine, with the way to each thread, and by /creds stats', async () => {
    const now = `${Math.floor(Date.now() / 1000)}.000100`;
    await answered(now);
    await give('m1', 'mine');
    expect((await next('m1')).raw).toContain(`archives/C1/p${now}`);
    await give('m2', 'stats');
    expect((await next('m2')).raw).toMatch(/\d+ errors?: 0 solved/);
  });

  it('stands on the home tab, drawn anew whenever it is opened', async () => {
    const open = (user: string) =>
      askSigned(
        url,
        JSON.stringify({
          type: 'event_callback',
          team_id: 'T1',
          event_id: `Ev${user}`,
          event: { type: 'app_home_opened', user, tab: 'home', channel: 'D1', view: { hash: 'h1' } },
        }),
      );
    await open('U1');
    const home = await next('views.publish');
    expect(home.body).toMatchObject({ user_id: 'U1', hash: 'h1' });
    expect(viewOf(home)).toContain('archives/C1/p');
    expect(viewOf(home)).not.toContain('Configuration in force');
    before = slack.calls.length;
    await open('UMAINTAINER');
    expect(viewOf(await next('views.publish'))).toContain('Configuration in force');
  });

  it('opens the form from the home tab', async () => {
    await pressIn({ id: 'VHOME', type: 'home', callback_id: '', private_metadata: '' }, { action_id: 'explain' });
    expect(viewOf(await next('views.open'))).toContain('"callback_id":"creds"');
  });
});

describe('what is no view of ours, or half of one', () => {
  const view = { id: 'V1', callback_id: 'creds', private_metadata: 'not json' };
  it.each<[string, Json]>([
    ['a submission of another shape', { type: 'view_submission', view: { ...view, id: 7 } }],
    ['a form of somebody else', { type: 'view_submission', view: { ...view, callback_id: 'vote' } }],
    ['a dialog that carries nothing', { type: 'view_submission', view: { ...view, callback_id: 'details' } }],
    ['a diagnosis that carries nothing', { type: 'view_submission', view: { ...view, callback_id: 'diagnose' } }],
    [
      'a click in a view that carries nothing',
      {
        type: 'block_actions',
        view,
        actions: [{ type: 'button', action_id: 'ask-question:0', block_id: 'b', action_ts: '1.1', value: 'x' }],
      },
    ],
    [
      'a click on a link',
      {
        type: 'block_actions',
        view,
        actions: [{ type: 'button', action_id: 'open:0', block_id: 'b', action_ts: '1.1' }],
      },
    ],
    ['a message shortcut without its message', { type: 'message_action', callback_id: 'diagnose' }],
    ['a global shortcut without a trigger', { type: 'shortcut', callback_id: 'creds', trigger_id: undefined }],
  ])('is acknowledged, and nothing is said: %s', async (_, payload) => {
    expect((await interact(payload)).status).toBe(200);
    expect(slack.calls.slice(before).filter(({ method }) => /^(?:chat|views)\./.test(method))).toEqual([]);
  });
});
