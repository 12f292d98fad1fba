// A later message in a thread of ours: understood as one act, then answered, or left alone.
import type { Redaction } from '../../redaction/redact.ts';
import type { Act, Role } from '../act.ts';
import { stepBlocks } from '../answer.ts';
import type { ButtonPressed, FollowUpWritten, Person } from '../chat-event.ts';
import { checklistOf, stepAtHand } from '../checklist.ts';
import { bold, plain } from '../line.ts';
import { handOver } from '../moves/hand-over.ts';
import { goOn, rejectCandidates, rejectEntry, solve, withPerson } from '../moves/moves.ts';
import { newError, tryProvider } from '../moves/rematch.ts';
import type { Reply } from '../reply.ts';
import { TEXTS } from '../texts.ts';
import type { Thread } from '../thread.ts';
import { type Context, QUIET, type Turn } from '../turn.ts';
import { readTyped, type Typed } from '../typed.ts';
import { respondToButton } from './button.ts';
import { faqReply, offerNearest } from './questions.ts';
import { type At, helpWithStep, redraw, sentence, showSteps, tickSteps } from './steps.ts';

type Heard = FollowUpWritten<Redaction>;

export function respondToFollowUp(event: Heard, thread: Thread, context: Context): Turn {
  const role = roleOf(event.by, thread, context);
  const typed = readTyped(event.text.text);
  // One bare word may be said to somebody else as well.
  const isForUs = typed && !('plain' in typed && role !== 'asker' && !event.addressed);
  if (isForUs && typed.kind !== 'act') return answerTyped(typed, event, thread, context);
  const act =
    typed?.kind === 'act'
      ? typed.act
      : context.understand({ text: event.text.text, role, addressed: event.addressed, thread });
  const turn = answerAct(act, event, thread, context);
  if (act.kind === 'none') return { ...turn, act, ...(!turn.thread && stirred(thread, event)) };
  const changed = turn.thread ?? thread;
  const heard = [...changed.heard, { act: act.kind, by: event.by.id, at: event.at }];
  return {
    ...turn,
    act,
    thread: { ...changed, heard, changedAt: event.at },
    counted: [...turn.counted, `act ${act.kind}`],
  };
}

/** People who talk to each other are no quiet thread: nobody is asked whether it worked meanwhile. */
const stirred = (thread: Thread, { at }: Heard): Pick<Turn, 'thread'> =>
  thread.state === 'open' ? { thread: { ...thread, changedAt: at } } : {};

function roleOf(by: Person, thread: Thread, { settings }: Context): Role {
  if (by.id === thread.asker.id) return 'asker';
  return settings.helpers.has(by.id) ? 'helper' : 'other';
}

/** Without a word about the entry where none is known, and with one where it was removed. */
function answerAct(act: Act, event: Heard, thread: Thread, context: Context): Turn {
  const entry = thread.entry === undefined ? undefined : context.entries.get(thread.entry);
  switch (act.kind) {
    case 'none':
      return QUIET;
    case 'question':
      return event.addressed
        ? { replies: [offerNearest(act.nearest, `${event.key}#1`, context)], counted: ['faq unsure'] }
        : { ...QUIET, counted: ['faq unanswered'] };
    case 'faq':
      return answerFaq(act, event, thread, context);
    case 'other-fix':
      return thread.state === 'dismissed' || thread.entry === undefined
        ? rejectCandidates(thread, event, context)
        : rejectEntry(thread, event, context);
    case 'escalate':
      return handOver({ thread, event, context });
    case 'provider':
      return tryProvider(act.provider, thread, event, context);
    case 'new-error':
      return newError(act.decision, thread, event, context);
    case 'solved':
      return entry ? celebrate({ thread, entry, event }) : thank(event, thread);
    default:
      return entry ? answerOnEntry(act, { thread, entry, event }, context) : withoutEntry(event, thread);
  }
}

function answerOnEntry(act: Act, at: At, context: Context): Turn {
  switch (act.kind) {
    case 'step-done':
    case 'step-undone':
      return tickSteps(act.kind, act.steps, at);
    case 'step-help':
      return helpWithStep(act.step, at);
    case 'show-steps':
      return showSteps(at, context);
    case 'not-solved':
      return goOn(at.thread, at.entry, at.event, context);
    default:
      return QUIET;
  }
}

function withoutEntry(event: Heard, { entry }: Thread): Turn {
  const said = entry === undefined ? TEXTS.noChecklist : TEXTS.entryGone(entry);
  return { replies: [withPerson(`${event.key}#1`, said)], counted: [entry === undefined ? 'no entry' : 'stale entry'] };
}

function celebrate({ thread, entry, event }: At): Turn {
  if (thread.state === 'solved') return QUIET;
  const next = solve(thread, event);
  const thanks = thank(event, thread);
  return { ...thanks, replies: [redraw(next, entry, event), ...thanks.replies] };
}

const thank = (event: At['event'], thread: Thread): Turn => ({
  thread: solve(thread, event),
  replies: [sentence(event.key, TEXTS.solved(event.by.name))],
  counted: ['solved'],
});

function answerFaq(act: Extract<Act, { kind: 'faq' }>, event: Heard, thread: Thread, { entries }: Context): Turn {
  const entry = entries.get(act.entry);
  const faq = entry?.faq.find(one => one.ask === act.ask);
  return entry && faq ? { replies: [faqReply(faq, `${event.key}#1`, entry, thread)], counted: [] } : QUIET;
}

/** What was typed instead of a press does what the press would do; in writing, for all to see. */
function answerTyped(typed: Exclude<Typed, { kind: 'act' }>, event: Heard, thread: Thread, context: Context): Turn {
  const entry = thread.entry === undefined ? undefined : context.entries.get(thread.entry);
  switch (typed.kind) {
    case 'help':
      return { replies: [helpReply(`${event.key}#1`)], counted: ['help'] };
    case 'skip': {
      const turn = entry
        ? tickSteps('step-skipped', typed.steps, { thread, entry, event })
        : withoutEntry(event, thread);
      return turn.thread ? { ...turn, thread: { ...turn.thread, changedAt: event.at } } : turn;
    }
    case 'button': {
      const value = buttonValue(typed, thread, context);
      if (value === undefined) return { replies: [sentence(event.key, TEXTS.noSuchChoice)], counted: [] };
      const { text: _, addressed: __, ...happened } = event;
      const pressed: ButtonPressed = { ...happened, kind: 'button-pressed', button: typed.button, value, message: '' };
      const turn = respondToButton(pressed, thread, context);
      const replies = turn.replies.map(({ to: ___, ...reply }) => reply);
      return { ...turn, replies: [...replies, ...stepNow(turn, event, context)] };
    }
  }
}

/** What changed the card alone is seen by nobody who writes below it: the step that it is open at now is shown there as well. */
function stepNow({ replies, thread }: Turn, { key }: Heard, { entries }: Context): Reply[] {
  const entry = thread?.entry === undefined ? undefined : entries.get(thread.entry);
  const at = entry && thread && stepAtHand(checklistOf(entry, thread), thread);
  if (!at || replies.length === 0 || !replies.every(reply => reply.replaces)) return [];
  return [{ id: `${key}#step`, summary: `${at.number}. ${at.step.do}`, blocks: stepBlocks(at, {}) }];
}

const helpReply = (id: string): Reply => ({
  id,
  summary: [TEXTS.typedTitle, ...TEXTS.typed].join('\n'),
  blocks: [
    { kind: 'text', text: [bold(TEXTS.typedTitle)] },
    { kind: 'list', items: TEXTS.typed.map(text => [plain(text)]) },
  ],
});

/** The value that the button would carry; undefined where there is no such choice. */
function buttonValue(
  { button, pick }: Extract<Typed, { kind: 'button' }>,
  thread: Thread,
  { entries }: Context,
): string | undefined {
  const entry = thread.entry === undefined ? undefined : entries.get(thread.entry);
  const index = Number(pick) - 1;
  switch (button) {
    case 'choose-entry':
      return entries.has(pick ?? '') ? pick : thread.candidates.filter(id => !thread.dismissed.includes(id))[index];
    case 'ask-question':
      return entry?.faq[index] && `${entry.id}:${index}`;
    case 'outcome': {
      const at = entry && stepAtHand(checklistOf(entry, thread), thread);
      return at?.step.outcomes?.[index] && `${at.entry}:${at.step.id}:${index}`;
    }
    default:
      return thread.entry ?? '';
  }
}
