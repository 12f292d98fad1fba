// Slack's payloads to ChatEvents, or to nothing where they are not for us. Pure.
import type {
  ButtonPressed,
  ChatEvent,
  CommandGiven,
  FollowUpWritten,
  MessagePasted,
  Person,
  Place,
  StepsChecked,
} from '../../conversation/chat-event.ts';
import {
  buttonOfActionId,
  drawnInBlockId,
  entryOfBlockId,
  isSameList,
  MORE_ACTION_ID,
  parseMenuValue,
  parseShareValue,
  STEPS_ACTION_ID,
} from './ids.ts';
import type { ActionPayload, CommandPayload, MessagePayload, ReactionPayload, WrittenPayload } from './payloads.ts';

/** What is not in the payload itself: whose workspace, who we are, what people are called, and which bots are answered. */
export type Known = {
  readonly team: string;
  readonly botUser: string;
  readonly nameOf: (user: string) => string;
  readonly eventId: string;
  readonly allows?: (channel: string, bot: string) => boolean;
};

export const SLACK = 'slack';

/** `thread` is the opening message's ts; a message that opens one is its own. */
export const placeOf = (team: string, channel: string, thread: string): Place => ({
  surface: SLACK,
  workspace: team,
  channel,
  thread,
});

/** Slack's ts: seconds with a counter behind the point. */
export const toMs = (ts: string): number => Math.round(Number(ts) * 1000);

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

/** Bots say what matters in attachments; what people's messages carry there are previews of links. */
function wordsOf({ text = '', bot_id: bot, attachments = [] }: WrittenPayload): string {
  if (bot === undefined) return text;
  const said = attachments.map(one => [one.title, one.text ?? one.fallback].filter(part => part).join('\n'));
  return [text, ...said].filter(part => part !== '').join('\n');
}

/**
 * What was typed: Slack makes links of addresses, and of what looks like one (`app:<mailto:pass@db.example|pass@db.example>`),
 * and escapes three characters, `&` last to be undone. A pasted password must be seen as it was.
 */
export const decode = (text: string): string =>
  text
    .replace(LINK, (_, url: string, label?: string) => typed(url.replace(/^mailto:/, ''), label))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

const LINK = /<((?:https?|mailto|tel):[^<>|\s]+)(?:\|([^<>]+))?>/g;

/** Slack's own label is the end of the address; another one is somebody's words, and the address counts as well. */
const typed = (url: string, label = url): string => (url.endsWith(label) ? label : `${label} (${url})`);

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

/** A slash command: no thread, no message; answered by its response_url. */
export function receiveCommand(payload: CommandPayload, at: number): CommandGiven<string> {
  return {
    kind: 'command-given',
    key: `${SLACK}/${payload.team_id}/command/${payload.trigger_id}`,
    at,
    place: placeOf(payload.team_id, payload.channel_id, ''),
    by: person(payload.user_id, payload.user_name),
    text: decode(payload.text),
    returnPath: payload.response_url,
  };
}

/** A click on something of ours: ticks, a button, or a choice in the menu. */
export function receiveAction(
  payload: ActionPayload,
  nameOf: (user: string) => string,
): StepsChecked | ButtonPressed | undefined {
  const action = payload.actions[0];
  const message = payload.message?.ts ?? payload.container?.message_ts;
  const channel = payload.channel?.id ?? payload.container?.channel_id;
  if (!action || message === undefined || channel === undefined || !payload.team) return undefined;
  const thread = payload.message?.thread_ts ?? payload.container?.thread_ts ?? message;
  const happened = {
    key: `${SLACK}/${payload.team.id}/${channel}/${message}/${action.action_ts}/${payload.user.id}`,
    at: toMs(action.action_ts),
    place: placeOf(payload.team.id, channel, thread),
    by: person(payload.user.id, nameOf(payload.user.id)),
    message,
  };
  const returnPath =
    payload.container?.is_ephemeral && payload.response_url ? { returnPath: payload.response_url } : {};
  if (action.type === 'checkboxes' && action.action_id === STEPS_ACTION_ID) return ticks(action, payload, happened);
  const pressed = pressedButton(action);
  if (pressed?.button === 'share') return shared({ ...happened, ...returnPath, kind: 'button-pressed', ...pressed });
  return pressed && { ...happened, ...returnPath, kind: 'button-pressed', ...pressed };
}

export type Action = ActionPayload['actions'][number];
type Clicked = {
  readonly key: string;
  readonly at: number;
  readonly place: Place;
  readonly by: Person;
  readonly message: string;
};

/** The message may have been drawn anew since the click's list was: its steps are looked up in the list that took its place. */
function ticks(action: Action, payload: ActionPayload, happened: Clicked): StepsChecked | undefined {
  const entry = entryOfBlockId(action.block_id);
  if (entry === undefined) return undefined;
  const checked = (action.selected_options ?? []).map(option => option.value);
  const block = payload.message?.blocks?.find(one => isSameList(action.block_id, one.block_id ?? ''));
  const steps = block?.elements?.flatMap(element => element.options ?? []).map(option => option.value);
  const drawn = steps && drawnInBlockId(action.block_id, steps);
  return {
    ...happened,
    kind: 'steps-checked',
    entry,
    shown: drawn?.shown ?? checked,
    ...(drawn && { before: drawn.ticked }),
    checked,
  };
}

export function pressedButton(action: Action): Pick<ButtonPressed, 'button' | 'value'> | undefined {
  if (action.action_id === MORE_ACTION_ID)
    return action.selected_option ? parseMenuValue(action.selected_option.value) : undefined;
  const button = buttonOfActionId(action.action_id);
  return button && { button, value: action.value ?? '' };
}

function shared(event: ButtonPressed): ButtonPressed {
  const { value, channel } = parseShareValue(event.value);
  return { ...event, value, ...(channel && { place: { ...event.place, channel, thread: '' } }) };
}

export const person = (id: string, name: string): Person => ({ id, name: name || id });
