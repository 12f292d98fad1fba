// Messages to ChatEvents, or to nothing where they are not for us: pasted, written below, edited, deleted, pointed at. Pure.
import type { ChatEvent, FollowUpWritten, MessagePasted } from '../../../conversation/chat-event.ts';
import type { MessagePayload, ReactionPayload } from './payloads.ts';
import { person, placeOf, SLACK, toMs } from './place.ts';
import { decode, wordsOf } from './text.ts';

/** What is not in the payload itself: whose workspace, who we are, what people are called, and which bots are answered. */
export type Known = {
  readonly team: string;
  readonly botUser: string;
  readonly nameOf: (user: string) => string;
  readonly eventId: string;
  readonly allows?: (channel: string, bot: string) => boolean;
};

/** A message event or an app_mention: the same message in both, so they share one key. */
export function receiveMessage(event: MessagePayload, known: Known): ChatEvent | undefined {
  if (event.subtype === 'message_deleted' && event.deleted_ts) return deleted(event.channel, event.deleted_ts, known);
  // An opening message with replies is not gone when it is deleted: a tombstone stands in its place.
  if (event.message?.subtype === 'tombstone' && event.message.ts)
    return deleted(event.channel, event.message.ts, known);
  if (event.subtype === 'message_changed') return edited(event, known);
  const author = authorOf(event, known);
  return author && written({ ...event, ...author }, `${event.channel}/${author.ts}`, known);
}

const PERSONS = new Set([undefined, 'file_share', 'thread_broadcast', 'me_message']);

type Author = { readonly user: string; readonly ts: string };

/** Who wrote it and when, where it is somebody to be answered: a person, or a bot that the channel's configuration names. */
function authorOf(event: MessagePayload, known: Known): Author | undefined {
  const { subtype, user, bot_id: bot, app_id: app, ts } = event;
  if (ts === undefined || user === known.botUser) return undefined;
  if (bot === undefined) return PERSONS.has(subtype) && user !== undefined ? { user, ts } : undefined;
  const isNamed = [bot, app].some(id => id !== undefined && known.allows?.(event.channel, id));
  return isNamed && (PERSONS.has(subtype) || subtype === 'bot_message') ? { user: user ?? bot, ts } : undefined;
}

function written(event: MessagePayload & Author, key: string, known: Known): MessageWritten {
  const text = wordsOf(event);
  const mention = `<@${known.botUser}>`;
  const happened = {
    key: `${SLACK}/${known.team}/${key}`,
    at: toMs(event.ts),
    place: placeOf(known.team, event.channel, event.thread_ts ?? event.ts),
    by: person(event.user, event.username ?? known.nameOf(event.user)),
    text: decode(text.replaceAll(mention, ' ').trim()),
    addressed: text.includes(mention) || event.channel_type === 'im' || event.type === 'app_mention',
  };
  const isReply = event.thread_ts !== undefined && event.thread_ts !== event.ts;
  return isReply ? { ...happened, kind: 'follow-up-written' } : { ...happened, kind: 'message-pasted' };
}

type MessageWritten = MessagePasted<string> | FollowUpWritten<string>;

/** Somebody called us to a message: its author is answered, and where that is a bot, whoever called. One key, whoever calls. */
export function receiveReaction(
  message: MessagePayload,
  reaction: ReactionPayload,
  known: Known,
): ChatEvent | undefined {
  const author = authorOf(message, known);
  const event = author && written({ ...message, ...author }, `${message.channel}/${author.ts}/emoji`, known);
  const by = message.bot_id === undefined ? event?.by : person(reaction.user, known.nameOf(reaction.user));
  return event && by && { ...event, at: toMs(reaction.event_ts), by, addressed: true };
}

/** Only a real change of text counts: unfurls, thread counters and our own updates arrive as message_changed too. */
function edited(event: MessagePayload, known: Known): ChatEvent | undefined {
  const { message, previous_message: before } = event;
  const isEdit = before ? message?.text !== before.text : message?.edited !== undefined;
  if (!message || !isEdit) return undefined;
  const changed = {
    ...message,
    channel: event.channel,
    ...(event.channel_type && { channel_type: event.channel_type }),
  };
  const author = authorOf(changed, known);
  const key = `${event.channel}/${author?.ts}/edit/${message.edited?.ts ?? known.eventId}`;
  return author && written({ ...changed, ...author }, key, known);
}

function deleted(channel: string, ts: string, known: Known): ChatEvent {
  return {
    kind: 'message-deleted',
    key: `${SLACK}/${known.team}/${channel}/${ts}/deleted`,
    at: toMs(ts),
    place: placeOf(known.team, channel, ts),
    by: person(known.botUser, ''),
  };
}
