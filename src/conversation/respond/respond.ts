// An event and what we know of its thread, to a Turn. Pure, and the only place that decides what is said.
import type { Redaction } from '../../redaction/redact.ts';
import { type FollowUpWritten, type MessagePasted, nameOf, type RedactedEvent } from '../chat-event.ts';
import { markDeleted } from '../moves/deletion.ts';
import { marksOf } from '../moves/marks.ts';
import { openingEdited } from '../moves/rematch.ts';
import type { Thread } from '../thread.ts';
import { type Context, QUIET, type Turn } from '../turn.ts';
import { readTyped } from '../typed.ts';
import { respondToButton } from './button.ts';
import { respondToCommand } from './commands/command.ts';
import { respondToFollowUp } from './follow-up.ts';
import { decideText, openThread, respondToOpening } from './opening.ts';
import { withSecretNote } from './secrets/note.ts';
import { showSteps } from './steps.ts';
import { respondToTicks } from './ticks.ts';
import { withUnreadNote } from './unread-note.ts';
import { asksForUse, isThanks, pointToThread, welcome } from './welcome.ts';

/** `thread` is undefined where none of ours stands at the event's place. */
export function respond(event: RedactedEvent, thread: Thread | undefined, context: Context): Turn {
  const turn = withName(event, say(event, thread, context));
  const marks = marksOf(thread, turn.thread);
  return marks.length > 0 ? { ...turn, marks } : turn;
}

/** Whoever opened a thread may have been unknown by name then. */
function withName({ by }: RedactedEvent, turn: Turn): Turn {
  const asker = turn.thread?.asker;
  const isNews = asker?.id === by.id && asker.name !== by.name && nameOf(by) !== undefined;
  return turn.thread && isNews ? { ...turn, thread: { ...turn.thread, asker: by } } : turn;
}

function say(event: RedactedEvent, thread: Thread | undefined, context: Context): Turn {
  switch (event.kind) {
    case 'message-pasted':
    case 'follow-up-written':
      return context.settings.listen === 'off'
        ? withSecretNote(event, QUIET, context)
        : withNotes(event, hear(event, thread, context), context);
    case 'command-given':
      return withSecretNote(event, respondToCommand(event, context), context);
    case 'steps-checked':
      return respondToTicks(event, thread, context);
    case 'button-pressed':
      return respondToButton(event, thread, context);
    case 'message-deleted':
      return thread ? { replies: markDeleted(thread, event.key), counted: ['opening deleted'] } : QUIET;
  }
}

function hear(
  event: MessagePasted<Redaction> | FollowUpWritten<Redaction>,
  thread: Thread | undefined,
  context: Context,
): Turn {
  if (event.kind === 'message-pasted') return thread ? postedAgain(event, thread, context) : open(event, context);
  return thread ? respondToFollowUp(event, thread, context) : answerIfAddressed(event, context);
}

const withNotes = (event: MessagePasted<Redaction> | FollowUpWritten<Redaction>, turn: Turn, context: Context): Turn =>
  withSecretNote(event, withUnreadNote(event, turn), context);

/** An edit; or, with the same words, somebody who calls us to a message that we answered: they are shown where it stands. */
function postedAgain(event: MessagePasted<Redaction>, thread: Thread, context: Context): Turn {
  const entry = thread.entry === undefined ? undefined : context.entries.get(thread.entry);
  if (event.text.text !== thread.opening) return openingEdited(event.text.text, thread, event, context);
  return event.addressed && entry ? showSteps({ thread, entry, event }, context) : QUIET;
}

/** A reply in a thread that is not ours is between people, unless they call us. */
const answerIfAddressed = (event: FollowUpWritten<Redaction>, context: Context): Turn =>
  event.addressed ? open({ ...event, kind: 'message-pasted' }, context) : QUIET;

/** With a file that could not be read, nothing is written that would ask for anything. */
function open(event: MessagePasted<Redaction>, context: Context): Turn {
  const { text } = event.text;
  if (!event.addressed || event.unread) return respondToOpening(event, context);
  const id = `${event.key}#1`;
  if (asksForUse(text)) return { replies: [welcome(id, context)], counted: ['help'] };
  if (isThanks(text)) return QUIET;
  if (readTyped(text) ?? saysItWorks(event, context))
    return { replies: [pointToThread(id, context)], counted: ['no thread'] };
  return respondToOpening(event, context);
}

/** “That fixed it” beside the thread instead of in it; an error that is recognised says more. */
function saysItWorks(event: MessagePasted<Redaction>, context: Context): boolean {
  if (decideText(event.text, true, context).kind !== 'silent') return false;
  const thread = openThread(event, event.text);
  return context.understand({ text: event.text.text, role: 'asker', addressed: true, thread }).kind === 'solved';
}
