// Teams' activities to ChatEvents, or to nothing where they are not for us. Pure.
import {
  type ChatEvent,
  isButtonName,
  type MessageDeleted,
  type Person,
  type Place,
  type StepsChecked,
} from '../../conversation/chat-event.ts';
import {
  type Activity,
  type CardData,
  cardDataOf,
  hasHiddenFile,
  kindOf,
  type MessagePayload,
  mentionsBot,
  splitConversation,
  tenantOf,
  textOf,
  textOfPayload,
} from './activity/activity.ts';
import type { Card } from './references.ts';

export const TEAMS = 'teams';

/** The verbs that are no buttons of a reply: the one under a checklist, and a client that fetches a card anew. */
export const SAVE_TICKS = 'save-ticks';
export const REFRESH = 'refresh';

/** What is not in the activity itself: the time, a chat's thread, where the clicked card belongs, who looks on, the text of files. */
export type Known = {
  readonly now: number;
  readonly thread?: string;
  readonly card?: Card;
  readonly viewers?: readonly string[];
  readonly files: readonly string[];
};

/** `editMessage` and `undeleteMessage` bring the whole message again; our own updates and reactions are none of these. */
const EDITS = new Set(['editMessage', 'undeleteMessage']);

export function receiveActivity(activity: Activity, known: Known): ChatEvent[] {
  if (activity.from.role === 'bot' || activity.from.id.startsWith('28:')) return [];
  switch (activity.type) {
    case 'message':
      return cardDataOf(activity) ? receiveClick(activity, known) : written(activity, known, '');
    case 'messageUpdate':
      return EDITS.has(activity.channelData?.eventType ?? '')
        ? written(activity, known, `/edit/${activity.timestamp ?? known.now}`)
        : [];
    case 'messageDelete':
      return [deleted(activity, known)];
    case 'installationUpdate':
      return activity.action === 'add' ? [{ ...happened(activity, known), kind: 'command-given', text: 'help' }] : [];
    default:
      return [];
  }
}

function written(activity: Activity, known: Known, edit: string): ChatEvent[] {
  const text = [textOf(activity), ...known.files].join('\n').trim();
  const { key, ...rest } = happened(activity, known);
  const event = { ...rest, key: `${key}${edit}`, text };
  const isTargeted = activity.recipient.isTargeted === true;
  const addressed = isTargeted || kindOf(activity) === 'personal' || mentionsBot(activity);
  if (text === '' && (!addressed || hasHiddenFile(activity))) return [];
  const command = addressed ? commandOf(text) : undefined;
  if (isTargeted)
    return [{ ...event, kind: 'command-given', text: command ?? text, returnPath: targetedPath(activity) }];
  const direct = kindOf(activity) === 'personal' && ({ direct: true } as const);
  if (command !== undefined) return edit === '' ? [{ ...event, kind: 'command-given', text: command, ...direct }] : [];
  const isReply = event.place.thread !== activity.id;
  return [{ ...event, addressed, kind: isReply ? 'follow-up-written' : 'message-pasted' }];
}

const happened = (activity: Activity, known: Known) => ({
  key: `${keyOf(activity)}/${activity.id ?? activity.timestamp ?? known.now}`,
  at: timeOf(activity, known),
  place: placeOf(activity, known),
  by: personOf(activity),
});

const keyOf = (activity: Activity): string =>
  `${TEAMS}/${tenantOf(activity)}/${splitConversation(activity.conversation.id).channel}`;

const timeOf = ({ timestamp }: Activity, { now }: Known): number => Date.parse(timestamp ?? '') || now;

/** The directory's id is the one that a configuration can know; the other differs from bot to bot. */
const personOf = ({ from }: Activity): Person => ({ id: from.aadObjectId ?? from.id, name: from.name ?? from.id });

/** In a channel the thread is part of the conversation's id. A private command stands in no thread. */
export function placeOf(activity: Activity, known: Known): Place {
  const { channel, root } = splitConversation(activity.conversation.id);
  const own = activity.recipient.isTargeted ? '' : (activity.id ?? '');
  const thread = kindOf(activity) === 'channel' ? (root ?? own) : (known.thread ?? own);
  return { surface: TEAMS, workspace: tenantOf(activity), channel, thread };
}

/** `creds …`, or a command that stands for itself; “show steps”, “help 3” and “list steps” are follow-ups. */
const CREDS = /^\/?creds(?:\s+|[:,]\s*|$)/i;
const BARE =
  /^\/?(?:help|mine|stats|gaps|watch(?:\s+(?:on|all|errors|mention|off))?|list(?:\s+(?!steps?\b)[\w-]+)?|show\s+[\w-]+\/[\w-]+|search\s+\S[^\n]{0,80})$/i;

function commandOf(text: string): string | undefined {
  if (text === '') return 'help';
  // With its first word: “creds: bob / …” is redacted as what it may be, before it is read as a command.
  if (CREDS.test(text)) return text;
  return BARE.test(text) ? text.replace(/^\//, '') : undefined;
}

/** The way back for a command that only its author can see: that message, and the author. */
const targetedPath = ({ id, from }: Activity): string => `targeted ${id ?? ''} ${from.id}`;

export function parseTargetedPath(path: string): { readonly message: string; readonly account: string } | undefined {
  const [word, message, account] = path.split(' ');
  return word === 'targeted' && message && account ? { message, account } : undefined;
}

/** Threads are known by their opening message; the end of any other message changes nothing. */
function deleted(activity: Activity, known: Known): MessageDeleted {
  const { key, at, place, by } = happened(activity, known);
  return { key: `${key}/deleted`, at, by, place: { ...place, thread: activity.id ?? '' }, kind: 'message-deleted' };
}

/** A click brings the ticks along: those not saved yet are not lost when another button is pressed. */
export function receiveClick(activity: Activity, known: Known): ChatEvent[] {
  const data = cardDataOf(activity);
  const message = activity.replyToId ?? '';
  if (!data) return [];
  const { key, at, by } = happened(activity, known);
  const click = { key: `${key}/${by.id}`, at, by, message, place: placeOfClick(activity, known, data) };
  const changed = changedSteps(data);
  const ticks: ChatEvent[] =
    data.entry !== undefined && changed.shown.length > 0
      ? [{ ...click, ...changed, key: `${click.key}/ticks`, kind: 'steps-checked', entry: data.entry }]
      : [];
  if (!isButtonName(data.verb)) return ticks;
  return [...ticks, { ...click, kind: 'button-pressed', button: data.verb, value: data.value }];
}

/** Only what this person changed: the rest of the list may have moved on since their card was drawn. */
function changedSteps({ done, steps }: CardData): Pick<StepsChecked, 'shown' | 'checked' | 'before'> {
  const before = listOf(done);
  const now = steps === undefined ? before : listOf(steps);
  const checked = now.filter(step => !before.includes(step));
  const unchecked = before.filter(step => !now.includes(step));
  return { shown: [...checked, ...unchecked], checked, before: unchecked };
}

/** The shape of a step's id; anything else is not from a card of ours. */
const STEP = /^[\w-]{1,100}$/;
const listOf = (joined: string | undefined): string[] => (joined ?? '').split(',').filter(step => STEP.test(step));

/** What was asked for in a channel and answered privately is shared in that channel; all else happens where it is pressed. */
export function placeOfClick(activity: Activity, known: Known, data: CardData): Place {
  const place = placeOf(activity, known);
  const message = activity.replyToId ?? '';
  const { origin, thread } = known.card ?? {};
  if (data.verb === 'share' && origin) return { ...place, ...origin };
  if (kindOf(activity) === 'channel')
    return { ...place, thread: splitConversation(activity.conversation.id).root ?? message };
  return { ...place, thread: thread ?? (known.card ? message : (known.thread ?? message)) };
}

/** "Diagnose" on somebody's message: as if its author had called us, in its own thread. */
export function receiveDiagnosed(activity: Activity, payload: MessagePayload, known: Known): ChatEvent {
  const { channel, root } = splitConversation(activity.conversation.id);
  const own = kindOf(activity) === 'channel' ? payload.replyToId : known.thread;
  const thread = root ?? own ?? payload.id;
  const author = payload.from?.user;
  return {
    key: `${keyOf(activity)}/${payload.id}/diagnosed/${activity.id ?? known.now}`,
    at: timeOf(activity, known),
    place: { surface: TEAMS, workspace: tenantOf(activity), channel, thread },
    by: author ? { id: author.id, name: author.displayName ?? author.id } : personOf(activity),
    text: textOfPayload(payload, activity.recipient.name ?? ''),
    addressed: true,
    kind: thread === payload.id ? 'message-pasted' : 'follow-up-written',
  };
}
