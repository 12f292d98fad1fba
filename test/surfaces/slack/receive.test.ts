import { describe, expect, it } from 'vitest';
import { parseAction, parseCommand, parseMessage } from '../../../src/surfaces/slack/payloads.ts';
import { receiveAction, receiveCommand, receiveMessage } from '../../../src/surfaces/slack/receive.ts';

const known = { team: 'T1', botUser: 'UBOT', nameOf: () => 'Ada', eventId: 'Ev1' };
const BASE = {
  type: 'message',
  channel: 'C1',
  channel_type: 'channel',
  user: 'U1',
  ts: '1700000000.000100',
  text: 'aws says ExpiredToken',
};

const received = (event: Readonly<Record<string, unknown>>) => {
  const message = parseMessage({ ...BASE, ...event });
  return message && receiveMessage(message, known);
};

describe('a message event', () => {
  it('opens a thread of its own', () => {
    expect(received({})).toEqual({
      kind: 'message-pasted',
      key: 'slack/T1/C1/1700000000.000100',
      at: 1_700_000_000_000,
      place: { surface: 'slack', workspace: 'T1', channel: 'C1', thread: '1700000000.000100' },
      by: { id: 'U1', name: 'Ada' },
      text: 'aws says ExpiredToken',
      addressed: false,
    });
  });

  it('in a thread is a follow-up to the opening message', () => {
    expect(received({ thread_ts: '1699999999.000001' })).toMatchObject({
      kind: 'follow-up-written',
      place: { thread: '1699999999.000001' },
    });
  });

  it('is addressed by a mention, which is taken out of the text, and in a direct message', () => {
    expect(received({ text: '<@UBOT> what is this' })).toMatchObject({ addressed: true, text: 'what is this' });
    expect(received({ channel_type: 'im' })).toMatchObject({ addressed: true });
  });

  it('is read as it was typed, not as Slack escapes it', () => {
    expect(received({ text: 'password=a&amp;b&lt;c&gt; &amp;lt;' })).toMatchObject({ text: 'password=a&b<c> &lt;' });
  });

  it.each([
    ['an address', 'see <https://sts.amazonaws.com/?a=1&amp;b=2>', 'see https://sts.amazonaws.com/?a=1&b=2'],
    ['a host that Slack made a link of', '<http://db.example.com|db.example.com> is down', 'db.example.com is down'],
    ['a mailbox', 'ask <mailto:ops@example.com|ops@example.com>', 'ask ops@example.com'],
    [
      'what only looks like a mailbox',
      'db://app:<mailto:word@db.example.com|word@db.example.com>/x',
      'db://app:word@db.example.com/x',
    ],
    ['a link with words of its own', '<https://a.example/x?k=1|the log>', 'the log (https://a.example/x?k=1)'],
    ['angle brackets that were typed', '&lt;https://a.example|b&gt;', '<https://a.example|b>'],
    ['people and channels', '<@U2> in <#C2|general> <!here>', '<@U2> in <#C2|general> <!here>'],
  ])('is read without the links that Slack makes: %s', (_, text, typed) => {
    expect(received({ text })).toMatchObject({ text: typed });
  });

  it('has the same key as the app_mention of the same message', () => {
    const mention = received({ type: 'app_mention', text: '<@UBOT> x' });
    expect(mention?.key).toBe(received({ text: '<@UBOT> x' })?.key);
  });

  it.each([
    ['our own message', { user: 'UBOT' }],
    ['a bot’s message', { bot_id: 'B9' }],
    ['somebody joining', { subtype: 'channel_join' }],
    ['a thread counter', { subtype: 'message_replied' }],
    [
      'an unfurled link',
      { subtype: 'message_changed', message: { ...BASE, text: 'same' }, previous_message: { ...BASE, text: 'same' } },
    ],
    [
      'our own update',
      {
        subtype: 'message_changed',
        message: { ...BASE, user: 'UBOT', text: 'new' },
        previous_message: { ...BASE, user: 'UBOT', text: 'old' },
      },
    ],
  ])('is not for us when it is %s', (_, event) => {
    expect(received(event)).toBeUndefined();
  });

  it('counts again when its text was really edited', () => {
    const edited = received({
      subtype: 'message_changed',
      ts: '1700000009.000100',
      message: { ...BASE, text: 'now with ExpiredToken', edited: { ts: '1700000008.000000' } },
      previous_message: { ...BASE, text: 'before' },
    });
    expect(edited).toMatchObject({
      kind: 'message-pasted',
      key: 'slack/T1/C1/1700000000.000100/edit/1700000008.000000',
      text: 'now with ExpiredToken',
    });
  });

  it('tells that an opening message was deleted', () => {
    expect(received({ subtype: 'message_deleted', deleted_ts: '1700000000.000100' })).toMatchObject({
      kind: 'message-deleted',
      place: { thread: '1700000000.000100' },
    });
  });
});

describe('a deleted opening message with replies', () => {
  it('leaves a tombstone, which tells the same', () => {
    const tombstone = {
      subtype: 'message_changed',
      message: { ...BASE, subtype: 'tombstone', text: 'This message was deleted.' },
      previous_message: BASE,
    };
    expect(received(tombstone)).toMatchObject({ kind: 'message-deleted', place: { thread: '1700000000.000100' } });
  });
});

const steps = (...values: string[]) => values.map(value => ({ value }));

describe('a click', () => {
  const blocks = [
    { block_id: 'v1 aws/expired-token 0 0', elements: [{ options: [{ value: 'who-am-i' }, { value: 'sign-in' }] }] },
  ];
  const payload = (action: Readonly<Record<string, unknown>>, more: Readonly<Record<string, unknown>> = {}) => ({
    type: 'block_actions',
    user: { id: 'U2', name: 'priya' },
    team: { id: 'T1' },
    channel: { id: 'C1' },
    message: { ts: '5.5', thread_ts: '1.1', blocks },
    container: { message_ts: '5.5', channel_id: 'C1' },
    actions: [{ action_ts: '1700000001.5', block_id: 'x', ...action }],
    ...more,
  });
  const clicked = (...given: Parameters<typeof payload>) => {
    const parsed = parseAction(payload(...given));
    return parsed && receiveAction(parsed, () => 'Priya');
  };

  it('on a checkbox reports the whole set, with what could be ticked', () => {
    const action = {
      type: 'checkboxes',
      action_id: 'steps',
      block_id: 'v1 aws/expired-token 0 0',
      selected_options: [{ value: 'sign-in' }],
    };
    expect(clicked(action)).toMatchObject({
      kind: 'steps-checked',
      entry: 'aws/expired-token',
      shown: ['who-am-i', 'sign-in'],
      checked: ['sign-in'],
      message: '5.5',
      place: { thread: '1.1' },
      by: { id: 'U2', name: 'Priya' },
    });
  });

  it('on a checkbox tells what was ticked when the list was drawn, so that only the change is this person’s', () => {
    const id = 'v1 aws/expired-token 0 2 2';
    const click = (block_id: string) =>
      clicked(
        { type: 'checkboxes', action_id: 'steps', block_id, selected_options: [{ value: 'who-am-i' }] },
        { message: { ts: '5.5', thread_ts: '1.1', blocks: [{ ...blocks[0], block_id: id }] } },
      );
    expect(click(id)).toMatchObject({ before: ['sign-in'], checked: ['who-am-i'] });
  });

  it('counts although the list was drawn anew meanwhile, longer and with other ticks', () => {
    const now = { block_id: 'v1 aws/expired-token 0 6 3', elements: [{ options: steps('one', 'two', 'three') }] };
    const drawn = (block_id: string) =>
      clicked(
        { type: 'checkboxes', action_id: 'steps', block_id, selected_options: [] },
        { message: { ts: '5.5', thread_ts: '1.1', blocks: [now] } },
      );
    // As it was drawn for the one who clicked: two steps, the second one ticked.
    expect(drawn('v1 aws/expired-token 0 2 2')).toMatchObject({ shown: ['one', 'two'], before: ['two'], checked: [] });
    // Another list stands there now.
    expect(drawn('v1 aws/sso-session-expired 0 2 2')).not.toHaveProperty('before');
  });

  it('on a button names the button and its value', () => {
    const press = clicked({ type: 'button', action_id: 'choose-entry:1', value: 'aws/sso-session-expired' });
    expect(press).toMatchObject({ kind: 'button-pressed', button: 'choose-entry', value: 'aws/sso-session-expired' });
  });

  it('in the menu does the same', () => {
    const press = clicked({
      type: 'overflow',
      action_id: 'more',
      selected_option: { value: 'questions aws/expired-token' },
    });
    expect(press).toMatchObject({ kind: 'button-pressed', button: 'questions', value: 'aws/expired-token' });
  });

  it('on a private message knows the way back', () => {
    const more = {
      message: undefined,
      container: { message_ts: '7.7', channel_id: 'C1', is_ephemeral: true },
      response_url: 'https://hooks.example.com/1',
    };
    expect(clicked({ type: 'button', action_id: 'share:0', value: 'aws/expired-token' }, more)).toMatchObject({
      returnPath: 'https://hooks.example.com/1',
    });
  });

  it.each([
    ['a button that is not ours', { type: 'button', action_id: 'vote', value: '1' }],
    [
      'a checklist of another format',
      { type: 'checkboxes', action_id: 'steps', block_id: 'v0 x 0', selected_options: [] },
    ],
  ])('on %s is not for us', (_, action) => {
    expect(clicked(action)).toBeUndefined();
  });
});

describe('a command', () => {
  it('is private, and knows its way back', () => {
    const form = {
      team_id: 'T1',
      channel_id: 'C1',
      user_id: 'U1',
      user_name: 'ada',
      text: 'help',
      trigger_id: '1.2.3',
      response_url: 'https://hooks.example.com/2',
    };
    const command = parseCommand(form);
    expect(command && receiveCommand(command, 42)).toEqual({
      kind: 'command-given',
      key: 'slack/T1/command/1.2.3',
      at: 42,
      place: { surface: 'slack', workspace: 'T1', channel: 'C1', thread: '' },
      by: { id: 'U1', name: 'ada' },
      text: 'help',
      returnPath: 'https://hooks.example.com/2',
    });
  });
});
