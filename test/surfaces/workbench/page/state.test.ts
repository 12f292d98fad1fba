import { describe, expect, it } from 'vitest';
import {
  channelMessages,
  channelsOf,
  isUnread,
  lastOwnMessage,
  repliesOf,
} from '../../../../src/surfaces/workbench/page/slack/state/selectors.ts';
import {
  type Happened,
  initialState,
  reduce,
  type State,
} from '../../../../src/surfaces/workbench/page/slack/state/state.ts';
import type { Message, Snapshot, View } from '../../../../src/surfaces/workbench/protocol.ts';

const person = (id: string, bot = false) => ({ id, name: id, realName: id, bot });
const channel = (id: string, own?: string) =>
  ({ id, name: id, kind: own ? 'im' : 'channel', topic: '', botIn: true, ...(own ? { person: own } : {}) }) as const;
const snapshot: Snapshot = {
  team: { id: 'T', name: 'T' },
  app: { user: 'bot', name: 'Locksmith', commands: [], shortcuts: [] },
  people: [person('you'), person('priya'), person('bot', true)],
  channels: [channel('help'), channel('random'), channel('dm-you', 'you'), channel('dm-priya', 'priya')],
  messages: [],
  homes: {},
  talks: [],
  samples: [],
  health: { kind: 'unknown' },
};
const message = (ts: string, more: Partial<Message> = {}): Message => ({
  channel: 'help',
  ts,
  by: 'you',
  text: ts,
  version: 1,
  reactions: [],
  ...more,
});
const told = (more: Partial<Message>, ts: string): Happened => ({
  kind: 'told',
  told: { kind: 'message', message: message(ts, more) },
});
const begun: Happened = { kind: 'told', told: { kind: 'snapshot', snapshot } };
const having = (...events: readonly Happened[]): State => [begun, ...events].reduce(reduce, initialState('tab'));

const mine = told({ client: 'tab' }, '1');
const answer = told({ by: 'bot', thread: '1' }, '2');

describe('a thread', () => {
  it('opens when the app answers what this tab has just posted', () => {
    expect(having(mine, answer).thread).toBe('1');
  });

  it('does so once, so that it can be closed', () => {
    const closed: Happened = { kind: 'thread' };
    expect(having(mine, answer, closed, told({ by: 'bot', thread: '1' }, '3')).thread).toBeUndefined();
  });

  it.each([
    { name: 'another tab posted it', events: [told({ client: 'other' }, '1'), answer] },
    { name: 'somebody else answers', events: [mine, told({ by: 'priya', thread: '1' }, '2')] },
    { name: 'the answer is private', events: [mine, told({ by: 'bot', thread: '1', to: 'you' }, '2')] },
    {
      name: 'it belongs to an older message of this tab',
      events: [mine, told({ client: 'tab' }, '2'), told({ by: 'bot', thread: '1' }, '3')],
    },
    {
      name: 'one has moved on to another channel',
      events: [mine, { kind: 'channel', channel: 'random' } as const, answer],
    },
  ])('stays closed when $name', ({ events }) => {
    expect(having(...events).thread).toBeUndefined();
  });

  it('closes when its opening message disappears', () => {
    const gone: Happened = { kind: 'told', told: { kind: 'gone', channel: 'help', ts: '1' } };
    expect(having(mine, answer, gone).thread).toBeUndefined();
  });

  it('closes when a server that started anew no longer knows it', () => {
    expect(having(mine, answer, begun).thread).toBeUndefined();
  });
});

describe('what one sees', () => {
  it('keeps replies out of the channel, but for those sent there too', () => {
    const state = having(mine, answer, told({ by: 'bot', thread: '1', broadcast: true }, '3'));
    expect(channelMessages(state).map(one => one.ts)).toEqual(['1', '3']);
    expect(repliesOf(state, '1').map(one => one.ts)).toEqual(['2', '3']);
  });

  it('shows private messages to their person only, until dismissed', () => {
    const state = having(told({ by: 'bot', to: 'you' }, '1'));
    expect(channelMessages(state)).toHaveLength(1);
    expect(channelMessages(reduce(state, { kind: 'person', person: 'priya' }))).toHaveLength(0);
    expect(channelMessages(reduce(state, { kind: 'dismissed', message: message('1') }))).toHaveLength(0);
  });

  it('replaces a message that changed, in its place', () => {
    const state = having(mine, told({}, '2'), told({ text: 'new', version: 2 }, '1'));
    expect(channelMessages(state).map(one => one.text)).toEqual(['new', '2']);
  });

  it('reads out what others write, not what one writes oneself', () => {
    expect(having(mine).said).toBe('');
    expect(having(told({ by: 'bot', text: 'Hello', to: 'you' }, '1')).said).toBe('bot, only to you: Hello');
    expect(having(told({ by: 'bot', text: 'Hello', to: 'priya' }, '1')).said).toBe('');
  });
});

describe('unread channels', () => {
  const unread = (state: State) =>
    channelsOf(state)
      .filter(one => isUnread(state, one))
      .map(one => one.id);

  it('are those where somebody else wrote while one looked elsewhere', () => {
    const state = having(told({ channel: 'random', by: 'priya' }, '1'), told({ by: 'priya' }, '2'));
    expect(unread(state)).toEqual(['random']);
    expect(unread(reduce(state, { kind: 'channel', channel: 'random' }))).toEqual([]);
  });

  it('are not those with one’s own messages, or with other people’s private ones', () => {
    expect(
      unread(having(told({ channel: 'random' }, '1'), told({ channel: 'random', by: 'bot', to: 'priya' }, '2'))),
    ).toEqual([]);
  });

  it('count what was there before the page was opened as read', () => {
    const old = { ...snapshot, messages: [message('1', { channel: 'random', by: 'priya' })] };
    expect(unread(reduce(initialState('tab'), { kind: 'told', told: { kind: 'snapshot', snapshot: old } }))).toEqual(
      [],
    );
  });
});

describe('being somebody', () => {
  it('remembers who one was, if there is such a person', () => {
    expect(reduce(initialState('tab', 'priya'), begun).as).toBe('priya');
    expect(reduce(initialState('tab', 'nobody'), begun).as).toBe('you');
  });

  it('has direct messages of one’s own', () => {
    const state = having({ kind: 'channel', channel: 'dm-you' });
    expect(channelsOf(state).map(one => one.id)).toEqual(['help', 'random', 'dm-you']);
    expect(reduce(state, { kind: 'person', person: 'priya' }).channel).toBe('dm-priya');
  });

  it('may edit one’s own last message, in the thread one is in', () => {
    const state = having(mine, answer, told({ thread: '1' }, '3'), told({ by: 'priya' }, '4'));
    expect(lastOwnMessage(state, undefined)?.ts).toBe('1');
    expect(lastOwnMessage(state, '1')?.ts).toBe('3');
  });
});

describe('forms', () => {
  const view = (id: string): View => ({ type: 'modal', id, title: { type: 'plain_text', text: 'x' }, blocks: [] });
  const shown = (how: 'open' | 'push' | 'update', id: string, client = 'tab'): Happened => ({
    kind: 'told',
    told: { kind: 'view', client, how, view: view(id) },
  });
  const ids = (...events: readonly Happened[]) => having(...events).views.map(one => one.id);

  it('open in the tab that asked for them', () => {
    expect(ids(shown('open', 'a', 'other'))).toEqual([]);
    expect(ids(shown('open', 'a'))).toEqual(['a']);
  });

  it('lie on top of each other and come away one by one', () => {
    const pushed = [shown('open', 'a'), shown('push', 'b'), shown('update', 'b')];
    expect(ids(...pushed)).toEqual(['a', 'b']);
    expect(ids(...pushed, { kind: 'view-closed', all: false })).toEqual(['a']);
    expect(ids(...pushed, { kind: 'view-closed', all: true })).toEqual([]);
  });
});
