// A button pressed: what each one does to the thread. Every one of them has a typed form, which comes here too.
import type { Entry } from '../../knowledge/entry.ts';
import { answerReply } from '../answer.ts';
import type { ButtonName, ButtonPressed } from '../chat-event.ts';
import { detailsPage } from '../looks/details.ts';
import { asReply } from '../looks/page.ts';
import { handOver } from '../moves/hand-over.ts';
import { goOn, isDouble, rejectCandidates, rejectEntry, solve } from '../moves/moves.ts';
import type { Reply } from '../reply.ts';
import { TEXTS } from '../texts.ts';
import type { Thread } from '../thread.ts';
import { type Context, QUIET, type Turn } from '../turn.ts';
import { forgetEntry, startAnother } from './opening.ts';
import { answerQuestion, questions, related } from './questions.ts';
import { sentence } from './steps.ts';
import { adopt, tellPrivately } from './ticks.ts';

/** What a button says about the thread, as the act that its typed form is understood as. */
const ACTS: Partial<Readonly<Record<ButtonName, string>>> = {
  solved: 'solved',
  'still-stuck': 'not-solved',
  'not-my-problem': 'other-fix',
  'none-of-these': 'other-fix',
  'ask-a-person': 'escalate',
  'call-anyway': 'escalate',
};

export function respondToButton(event: ButtonPressed, known: Thread | undefined, context: Context): Turn {
  if (event.button === 'ask-question') return asked(event, known, context);
  if (event.shown) return { ...QUIET, counted: [`pressed ${event.button}`] };
  const thread = known ?? adopt(event, event.button === 'choose-entry' ? '' : event.value, context);
  const act = ACTS[event.button];
  if (act !== undefined && isDouble(thread, act, event)) return { ...QUIET, counted: ['repeat'] };
  const turn = press(event, thread, context);
  const counted = [`pressed ${event.button}`, ...turn.counted];
  if (act === undefined || !turn.thread) return { ...turn, counted };
  return { ...turn, thread: withHeard(turn.thread, act, event), counted };
}

const withHeard = (thread: Thread, act: string, { by, at }: ButtonPressed): Thread => ({
  ...thread,
  heard: [...thread.heard, { act, by: by.id, at }],
  changedAt: at,
});

/** A question chosen is a question asked, wherever its answer is shown. */
function asked(event: ButtonPressed, known: Thread | undefined, context: Context): Turn {
  const turn = answerQuestion(event.value, `${event.key}#1`, known, context);
  const counted = [`pressed ${event.button}`, ...turn.counted];
  if (turn.replies.length === 0) return { ...tellPrivately(event, TEXTS.staleCard, counted) };
  return {
    ...(known && { thread: withHeard(known, 'faq', event) }),
    replies: event.shown ? [] : turn.replies,
    counted: known ? [...counted, 'act faq'] : counted,
  };
}

function press(event: ButtonPressed, thread: Thread, context: Context): Turn {
  switch (event.button) {
    case 'choose-entry':
      return choose(event, thread, context);
    case 'none-of-these':
      return rejectCandidates(thread, event, context);
    case 'ask-a-person':
      return handOver({ thread, event, context });
    case 'call-anyway':
      return handOver({ thread, event, context, anyway: true });
    case 'not-my-problem':
      return rejectEntry(thread, event, context);
    case 'share':
      return share(event, context);
    default:
      return pressOnEntry(event, thread, context);
  }
}

/** Buttons that mean nothing without the entry of the thread. */
function pressOnEntry(event: ButtonPressed, thread: Thread, context: Context): Turn {
  const entry = thread.entry === undefined ? undefined : context.entries.get(thread.entry);
  if (!entry) return tellPrivately(event, TEXTS.entryGone(thread.entry ?? event.value), ['stale entry']);
  switch (event.button) {
    case 'solved':
      return thread.state === 'solved' ? QUIET : update(solve(thread, event), entry, event);
    case 'still-stuck':
      return goOn(thread, entry, event, context);
    case 'advanced':
      return entry.advanced
        ? update({ ...thread, advanced: true, focus: entry.advanced[0]?.steps[0]?.id ?? '' }, entry, event)
        : { replies: [sentence(event.key, TEXTS.noAdvanced)], counted: [] };
    case 'outcome':
      return orStale(follow(thread, entry, event, context), event);
    case 'questions':
      return toPresser(event, questions(entry, `${event.key}#1`));
    case 'details':
      return toPresser(event, asReply(detailsPage(entry, thread, context.entries), `${event.key}#1`));
    case 'related':
      return toPresser(event, related(entry, `${event.key}#1`, context));
    default:
      return QUIET;
  }
}

function choose(event: ButtonPressed, thread: Thread, context: Context): Turn {
  if (!context.entries.has(event.value)) return tellPrivately(event, TEXTS.entryGone(event.value), ['stale entry']);
  const isCurrent = thread.entry === event.value && thread.state === 'open' && thread.checklists > 0;
  return isCurrent ? QUIET : startAnother(thread, { ...forgetEntry(thread), entry: event.value }, event, context, []);
}

function update(thread: Thread, entry: Entry, event: ButtonPressed): Turn {
  const next = { ...thread, changedAt: event.at };
  return { thread: next, replies: [answerReply(entry, next, `${event.key}#1`, { replaces: true })], counted: [] };
}

/** What one saw at a step leads to another step, cause or entry. The value is `entry:step:index`. */
function follow(thread: Thread, entry: Entry, event: ButtonPressed, context: Context): Turn {
  const [of, stepId, index] = event.value.split(':');
  const causes = [...entry.causes, ...(entry.advanced ?? [])];
  const step = of === entry.id ? causes.flatMap(cause => cause.steps).find(one => one.id === stepId) : undefined;
  const outcome = step?.outcomes?.[Number(index)];
  if (!outcome) return { ...QUIET, counted: ['stale button'] };
  if (context.entries.has(outcome.then))
    return startAnother(thread, { ...forgetEntry(thread), entry: outcome.then }, event, context, ['outcome followed']);
  const target = causes.find(cause => cause.id === outcome.then)?.steps[0]?.id ?? outcome.then;
  const advanced = thread.advanced || (entry.advanced ?? []).some(cause => cause.steps.some(one => one.id === target));
  return { ...update({ ...thread, focus: target, advanced }, entry, event), counted: ['outcome followed'] };
}

const orStale = (turn: Turn, event: ButtonPressed): Turn =>
  turn.counted.includes('stale button') ? tellPrivately(event, TEXTS.staleCard, turn.counted) : turn;

const toPresser = (event: ButtonPressed, reply: Reply): Turn => ({
  replies: [
    {
      ...reply,
      to: { person: event.by.id, ...(event.returnPath !== undefined && { returnPath: event.returnPath }) },
    },
  ],
  counted: [],
});

/** A private answer, now for everybody: a new message in the channel, with a checklist of its own. */
function share(event: ButtonPressed, context: Context): Turn {
  const entry = context.entries.get(event.value);
  if (!entry) return tellPrivately(event, TEXTS.entryGone(event.value), ['stale entry']);
  const thread = { ...adopt(event, entry.id, context), place: { ...event.place, thread: '' } };
  const { slot: _, ...reply } = answerReply(entry, thread, `${event.key}#1`, { replaces: false });
  return { replies: [{ ...reply, toChannel: true }], counted: [] };
}
