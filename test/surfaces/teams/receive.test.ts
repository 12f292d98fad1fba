// Every way in, from the activity as it arrives to the event that the rest of the bot understands.
import { describe, expect, it } from 'vitest';
import type { ChatEvent } from '../../../src/conversation/chat-event.ts';
import { extensionOf } from '../../../src/surfaces/teams/activity/activity.ts';
import { receiveActivity, receiveClick, receiveDiagnosed } from '../../../src/surfaces/teams/receive.ts';
import { activity, fixture, type Json } from './fixtures.ts';

const TENANT = '0d9b645f-597b-41f0-a2a3-ef103fbd91bb';
const CHANNEL = '19:6decf54d86d945e4b3924b63a9161a78@thread.tacv2';
const ROOT = '1611060744833';
const ada = { id: 'b130c271-d2eb-45f9-83ab-9eb3fe3788bc', name: 'Ada Byron' };
const error =
  'An error occurred (ExpiredToken) when calling the ListBuckets operation: The provided token has expired.';
const known = { now: 1_795_000_000_000, files: [] };
const thread = { surface: 'teams', workspace: TENANT, channel: CHANNEL, thread: ROOT };

describe('a message', () => {
  const cases: readonly (readonly [string, string, Partial<ChatEvent>])[] = [
    [
      'in a channel, without a mention',
      'channel-message',
      {
        kind: 'message-pasted',
        addressed: false,
        place: thread,
        by: ada,
        text: `morning, anyone else?\n$ aws s3 ls --profile staging\n${error}`,
        key: `teams/${TENANT}/${CHANNEL}/${ROOT}`,
        at: Date.parse('2026-11-23T09:12:24.833Z'),
      },
    ],
    ['in a channel, with a mention', 'channel-mention', { kind: 'message-pasted', addressed: true, text: error }],
    [
      'in a thread',
      'channel-reply',
      { kind: 'follow-up-written', addressed: false, place: thread, text: 'did 1 and 2' },
    ],
    [
      'that is a command after a mention',
      'channel-command',
      { kind: 'command-given', text: 'creds show aws/expired-token' },
    ],
    ['in a group chat, with a mention', 'group-mention', { kind: 'message-pasted', addressed: true, text: error }],
    ['in a personal chat', 'personal-message', { kind: 'message-pasted', addressed: true, text: error }],
    [
      'that was edited',
      'message-edit',
      {
        kind: 'message-pasted',
        place: thread,
        text: `sorry, here it is: ${error}`,
        key: `teams/${TENANT}/${CHANNEL}/${ROOT}/edit/2026-11-23T09:14:00.000Z`,
      },
    ],
    ['that was deleted', 'message-delete', { kind: 'message-deleted', place: thread }],
    [
      'that only its author sees (a native slash command)',
      'targeted-command',
      {
        kind: 'command-given',
        text: 'creds show aws/expired-token',
        place: { ...thread, thread: '' },
        returnPath: 'targeted 1611060800300 29:1aBjVi5MwCFfhPIV03E5uDdfpBFXp_2Yz',
      },
    ],
    ['of an installation', 'install-personal', { kind: 'command-given', text: 'help', by: ada }],
  ];
  it.each(cases)('%s', (_, name, expected) => {
    expect(receiveActivity(activity(name), known)).toMatchObject([expected]);
  });

  it('delivered twice has the same key', () => {
    const [first] = receiveActivity(activity('channel-message'), known);
    const [second] = receiveActivity(activity('channel-message'), { ...known, now: known.now + 5_000 });
    expect(second).toEqual(first);
  });

  it('in a chat belongs to the thread that the chat is at', () => {
    const [event] = receiveActivity(activity('personal-message'), { ...known, thread: '1611060700000' });
    expect(event).toMatchObject({ kind: 'follow-up-written', addressed: true, place: { thread: '1611060700000' } });
  });

  it('of a personal chat has the text of its files', () => {
    const [event] = receiveActivity(activity('personal-file'), { ...known, files: [error] });
    expect(event).toMatchObject({ text: `see the log\n${error}` });
  });
});

describe('what is not for us', () => {
  const bot = { id: '28:22222222-2222-4222-8222-222222222222', name: 'Another bot' };
  const cases: readonly (readonly [string, string, Json])[] = [
    ['a message of a bot', 'channel-message', { from: bot }],
    ['our own update', 'message-edit', { channelData: { eventType: 'channelUpdated' } }],
    ['a reaction', 'channel-message', { type: 'messageReaction', reactionsAdded: [{ type: 'like' }] }],
    ['a message without any text', 'channel-message', { text: undefined, attachments: [] }],
    ['a mention with nothing but a file', 'channel-file', {}],
    ['an uninstallation', 'install-personal', { action: 'remove' }],
    ['a typing sign', 'channel-message', { type: 'typing' }],
    ['an edit of a command', 'channel-command', { type: 'messageUpdate', channelData: { eventType: 'editMessage' } }],
  ];
  it.each(cases)('%s', (_, name, more) => {
    expect(receiveActivity(activity(name, more), known)).toEqual([]);
  });
});

describe('commands', () => {
  const said = (text: string): ChatEvent | undefined =>
    receiveActivity(activity('personal-message', { text, attachments: [] }), known)[0];
  const commands: readonly (readonly [string, string])[] = [
    ['creds', 'creds'],
    ['/creds help', '/creds help'],
    ['creds: An error occurred', 'creds: An error occurred'],
    ['Creds search expired token', 'Creds search expired token'],
    ['help', 'help'],
    ['/help', 'help'],
    ['list aws', 'list aws'],
    ['show aws/expired-token', 'show aws/expired-token'],
    ['search expired token', 'search expired token'],
    ['gaps', 'gaps'],
    ['watch mention', 'watch mention'],
    ['', 'help'],
  ];
  it.each(commands)('“%s” is one', (text, command) => {
    expect(said(text)).toMatchObject({ kind: 'command-given', text: command, direct: true });
  });

  const others = [
    'show steps',
    'watch out',
    'help 3',
    'list steps',
    'credentials expired',
    'creds-helper fails',
    'show me',
    'I need help',
  ];
  it.each(others)('“%s” is none', text => {
    expect(said(text)).toMatchObject({ kind: 'message-pasted', text });
  });

  it('are none in a channel without a mention', () => {
    const [event] = receiveActivity(activity('channel-message', { text: 'creds help', attachments: [] }), known);
    expect(event).toMatchObject({ kind: 'message-pasted', addressed: false });
  });
});

describe('a click', () => {
  it('on “Save ticks” reports what this person changed, and nothing else', () => {
    expect(receiveClick(activity('action-execute'), known)).toMatchObject([
      {
        kind: 'steps-checked',
        entry: 'aws/expired-token',
        message: '1611060744999',
        place: thread,
        by: ada,
        shown: ['sign-in', 'clear-environment', 'who-am-i'],
        checked: ['sign-in', 'clear-environment'],
        before: ['who-am-i'],
      },
    ]);
  });

  it('on a button of an old client is the same as on a new one', () => {
    const [event, ...others] = receiveActivity(activity('action-submit'), known);
    expect(others).toEqual([]);
    expect(event).toMatchObject({
      kind: 'button-pressed',
      button: 'still-stuck',
      value: 'aws/expired-token',
      place: thread,
    });
  });

  it('on a button saves the ticks that were not saved yet, first', () => {
    const value = {
      v: 1,
      verb: 'solved',
      value: 'aws/expired-token',
      entry: 'aws/expired-token',
      done: '',
      steps: 'sign-in',
    };
    expect(receiveClick(activity('action-submit', { value }), known)).toMatchObject([
      { kind: 'steps-checked', checked: ['sign-in'] },
      { kind: 'button-pressed', button: 'solved' },
    ]);
  });

  it('that changes nothing says nothing', () => {
    const value = { v: 1, verb: 'save-ticks', entry: 'aws/expired-token', done: 'sign-in', steps: 'sign-in' };
    expect(receiveClick(activity('action-submit', { value }), known)).toEqual([]);
  });

  it('of another format, or on somebody else’s card, is left alone', () => {
    expect(receiveClick(activity('action-submit', { value: { v: 2, verb: 'solved' } }), known)).toEqual([]);
    expect(receiveClick(activity('action-submit', { value: { v: 1, verb: 'delete-everything' } }), known)).toEqual([]);
  });

  it('in a personal chat shares where the card was asked for, and does all else where it is', () => {
    const conversation = fixture('personal-message')['conversation'];
    const card = { origin: { channel: CHANNEL, thread: ROOT } };
    const press = (verb: string) =>
      receiveClick(activity('action-submit', { conversation, value: { v: 1, verb, value: 'x/y' } }), {
        ...known,
        card,
      })[0];
    expect(press('share')?.place).toEqual(thread);
    expect(press('questions')?.place).toMatchObject({ channel: activity('personal-message').conversation.id });
  });
});

describe('“Diagnose” on a message', () => {
  it('is as if its author had called us, in its own thread', () => {
    const asked = activity('diagnose-submit');
    const payload = extensionOf(asked)?.messagePayload;
    expect(payload && receiveDiagnosed(asked, payload, known)).toMatchObject({
      kind: 'message-pasted',
      addressed: true,
      place: thread,
      by: { id: '7f0cbb2c-91d9-4a5c-9fd2-bcd0ae0a0b6d', name: 'Linus Meier' },
      text: `@Grace do you know this?\nwhen\t09:10\nwhat\t${error}`,
    });
  });
});
