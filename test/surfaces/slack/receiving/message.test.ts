import { describe, expect, it } from 'vitest';
import { receiveMessage } from '../../../../src/surfaces/slack/receiving/message.ts';
import { parseMessage } from '../../../../src/surfaces/slack/receiving/payloads.ts';

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
