// conversations.*: which channels there are, who is in them, and what was said.
import type { Channel } from '../../protocol.ts';
import { type Stored, threadOf } from '../memory/messages.ts';
import { channelOnWire, messageOnWire, type Wire } from '../wire.ts';
import { isMember, personIn, type Workspace } from '../workspace.ts';
import {
  type Answer,
  type Arguments,
  channelArgument,
  countArgument,
  directMessagesOf,
  failed,
  fine,
  flagArgument,
  type Method,
  textArgument,
} from './call.ts';

const history: Method = (workspace, given) => {
  const channel = channelArgument(workspace, given);
  if (!channel) return failed('channel_not_found');
  if (!channel.botIn) return failed('not_in_channel');
  const shown = workspace.messages.inChannel(channel.id).filter(one => !one.to && (!one.thread || one.broadcast));
  return page(workspace, within(shown, given).toReversed(), given);
};

const replies: Method = (workspace, given) => {
  const channel = channelArgument(workspace, given);
  if (!channel) return failed('channel_not_found');
  if (!channel.botIn) return failed('not_in_channel');
  const named = workspace.messages.find(channel.id, textArgument(given, 'ts') ?? '');
  if (!named || named.to) return failed('thread_not_found');
  if (named.thread) return page(workspace, [named], given);
  const [opening, ...answers] = threadOf(workspace.messages, channel.id, named.ts);
  return page(workspace, [...(opening ? [opening] : []), ...within(answers, given)], given);
};

const info: Method = (workspace, given) => {
  const channel = channelArgument(workspace, given);
  return channel ? fine({ channel: channelOnWire(channel) }) : failed('channel_not_found');
};

const list: Method = (workspace, given) => {
  const types = textArgument(given, 'types') ?? 'public_channel';
  const wanted = (channel: Channel) =>
    channel.kind === 'im' ? types.includes('im') : types.includes('public_channel');
  return fine({
    channels: workspace.channels.filter(wanted).map(channelOnWire),
    response_metadata: { next_cursor: '' },
  });
};

const members: Method = (workspace, given) => {
  const channel = channelArgument(workspace, given);
  if (!channel) return failed('channel_not_found');
  const present = workspace.people.filter(person => isPresent(workspace, channel, person.id));
  return fine({ members: present.map(person => person.id), response_metadata: { next_cursor: '' } });
};

const isPresent = (workspace: Workspace, channel: Channel, person: string): boolean =>
  person === workspace.app.botUser || !personIn(workspace, person)?.bot
    ? isMember(channel, person, workspace.app)
    : false;

const open: Method = (workspace, given) => {
  const person = textArgument(given, 'users');
  if (!person) return failed('users_list_not_supplied');
  const channel = directMessagesOf(workspace, person);
  if (!channel) return failed(personIn(workspace, person) ? 'cannot_dm_bot' : 'user_not_found');
  return fine({ channel: flagArgument(given, 'return_im') ? channelOnWire(channel) : { id: channel.id } });
};

export const conversationMethods: Readonly<Record<string, Method>> = {
  'conversations.history': history,
  'conversations.replies': replies,
  'conversations.info': info,
  'conversations.list': list,
  'conversations.members': members,
  'conversations.open': open,
};

/** These read no JSON bodies: the real ones answer as if no argument had been given. */
export const FORM_ONLY: ReadonlySet<string> = new Set(['conversations.history', 'conversations.replies']);

function within(messages: readonly Stored[], given: Arguments): readonly Stored[] {
  const oldest = Number(textArgument(given, 'oldest') ?? 0);
  const latest = Number(textArgument(given, 'latest') ?? Number.POSITIVE_INFINITY);
  const inclusive = flagArgument(given, 'inclusive');
  const holds = (ts: number) => (ts > oldest && ts < latest) || (inclusive && (ts === oldest || ts === latest));
  return messages.filter(message => holds(Number(message.ts)));
}

/** The cursor is the place in the list, dressed up so that nobody counts on it. */
function page(workspace: Workspace, messages: readonly Stored[], given: Arguments): Answer {
  const cursor = textArgument(given, 'cursor');
  const start = cursor ? Number(Buffer.from(cursor, 'base64').toString('utf8').split(':')[1]) : 0;
  if (!Number.isInteger(start)) return failed('invalid_cursor');
  const end = start + countArgument(given, 'limit', 100);
  const more = end < messages.length;
  const next = more ? Buffer.from(`next:${end}`).toString('base64') : '';
  const noted = flagArgument(given, 'include_all_metadata');
  return fine({
    messages: messages.slice(start, end).map(message => withMetadata(workspace, message, noted)),
    has_more: more,
    response_metadata: { next_cursor: next },
  });
}

const withMetadata = (workspace: Workspace, message: Stored, noted: boolean): Wire => ({
  ...messageOnWire(workspace, message),
  ...(noted && message.metadata !== undefined ? { metadata: message.metadata } : {}),
});
