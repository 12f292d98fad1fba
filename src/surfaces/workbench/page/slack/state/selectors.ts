// Readings of the state that several parts of the page need.
import type { Channel, Message, Person, Talk } from '../../../protocol.ts';
import type { State } from './state.ts';

const STRANGER: Person = { id: '', name: 'Somebody', realName: 'Somebody', bot: false };

export const personOf = (state: State, id: string): Person =>
  state.snapshot?.people.find(person => person.id === id) ?? { ...STRANGER, id };

export const channelOf = (state: State, id: string): Channel | undefined =>
  state.snapshot?.channels.find(channel => channel.id === id);

export const isApp = (state: State, id: string): boolean => id === state.snapshot?.app.user;

export const keyOf = (message: Pick<Message, 'channel' | 'ts'>): string => `${message.channel}/${message.ts}`;

/** Private messages concern one person; the rest concerns whoever may see the channel. */
export const isForMe = (state: State, message: Message): boolean =>
  (!message.to || message.to === state.as) &&
  !state.dismissed.includes(keyOf(message)) &&
  channelsOf(state).some(channel => channel.id === message.channel);

/** Everybody is in every channel, and has direct messages of their own. */
export const channelsOf = (state: State): readonly Channel[] =>
  (state.snapshot?.channels ?? []).filter(channel => channel.kind === 'channel' || channel.person === state.as);

export const newest = (messages: readonly Message[], channel: string): string =>
  messages.findLast(message => message.channel === channel)?.ts ?? '';

/** What the channel itself shows: no replies, except those sent to the channel as well. */
export const channelMessages = (state: State): readonly Message[] =>
  messagesIn(state).filter(message => !message.thread || message.broadcast);

export const openingOf = (state: State, thread: string): Message | undefined =>
  messagesIn(state).find(message => message.ts === thread);

export const repliesOf = (state: State, thread: string): readonly Message[] =>
  messagesIn(state).filter(message => message.thread === thread);

const messagesIn = (state: State): readonly Message[] =>
  (state.snapshot?.messages ?? []).filter(message => message.channel === state.channel && isForMe(state, message));

export function isUnread(state: State, channel: Channel): boolean {
  const visible = (state.snapshot?.messages ?? []).filter(
    message => isForMe(state, message) && message.by !== state.as,
  );
  return channel.id !== state.channel && newest(visible, channel.id) > (state.read[channel.id] ?? '');
}

/** What the app put round the direct messages that are shown. */
export const talkOf = (state: State): Talk | undefined =>
  state.snapshot?.talks.find(talk => talk.channel === state.channel);

export const titleOf = (channel: Channel): string => (channel.kind === 'im' ? channel.name : `#${channel.name}`);

export const lastOwnMessage = (state: State, thread: string | undefined): Message | undefined =>
  messagesIn(state).findLast(
    message =>
      message.by === state.as && message.thread === thread && !message.to && !message.snippet && !message.deleted,
  );
