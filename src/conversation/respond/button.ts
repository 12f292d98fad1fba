// A button pressed: what each one does to the thread. Every one of them has a typed form, which comes here too.
import type { Entry } from '../../knowledge/entry.ts';
import { answerReply } from '../answer.ts';
import type { ButtonPressed } from '../chat-event.ts';
import { line, plain } from '../line.ts';
import type { Block, Reply } from '../reply.ts';
import { TEXTS } from '../texts.ts';
import type { Thread } from '../thread.ts';
import { type Context, entryButton, QUIET, type Turn } from '../turn.ts';
import { handOver } from './hand-over.ts';
import { goOn, rejectEntry, solve } from './moves.ts';
import { admit, openThread, startChecklist } from './opening.ts';
import { adopt } from './ticks.ts';

export function respondToButton(event: ButtonPressed, known: Thread | undefined, context: Context): Turn {
  const thread = known ?? (event.button === 'choose-entry' ? openThread(event) : adopt(event, event.value));
  const entry = thread.entry === undefined ? undefined : context.entries.get(thread.entry);
  const counted = [`pressed ${event.button}`];
  switch (event.button) {
    case 'choose-entry':
      return startChecklist(
        { ...chosen(thread), entry: event.value, changedAt: event.at },
        event.key,
        context,
        counted,
      );
    case 'none-of-these':
      return admit({ ...thread, dismissed: [...thread.dismissed, ...thread.candidates] }, event.key, [], context);
    case 'ask-a-person':
      return handOver(thread, event, context, counted);
    case 'ask-question':
      return answerQuestion(event, context, counted);
    case 'solved':
      return entry ? update(solve(thread, event), entry, event, counted) : QUIET;
    case 'still-stuck':
      return entry ? goOn(thread, entry, event, context) : QUIET;
    case 'not-my-problem':
      return rejectEntry(thread, event, context);
    case 'advanced':
      return entry ? update({ ...thread, advanced: true }, entry, event, counted) : QUIET;
    case 'outcome':
      return entry ? follow(thread, entry, event, context) : QUIET;
    case 'questions':
      return entry ? { replies: [questions(entry, event)], counted } : QUIET;
    case 'related':
      return entry ? { replies: [related(entry, event, context)], counted } : QUIET;
    case 'share':
      return share(event, context, counted);
  }
}

/** A fresh start with another entry: ticks belong to the entry before. */
const chosen = (thread: Thread): Thread => {
  const { confidence: _, focus: __, endedBy: ___, ...rest } = thread;
  return { ...rest, state: 'open', evidence: [], ticks: [], tried: [], advanced: false };
};

function update(thread: Thread, entry: Entry, event: ButtonPressed, counted: readonly string[]): Turn {
  const next = { ...thread, changedAt: event.at };
  return { thread: next, replies: [answerReply(entry, next, `${event.key}#1`, { replaces: true })], counted };
}

/** What one saw at a step leads to another step, cause or entry. */
function follow(thread: Thread, entry: Entry, event: ButtonPressed, context: Context): Turn {
  const [stepId, index] = event.value.split(':');
  const causes = [...entry.causes, ...(entry.advanced ?? [])];
  const step = causes.flatMap(cause => cause.steps).find(one => one.id === stepId);
  const outcome = step?.outcomes?.[Number(index)];
  if (!outcome) return { ...QUIET, counted: ['stale button'] };
  if (context.entries.has(outcome.then))
    return startChecklist({ ...chosen(thread), entry: outcome.then }, event.key, context, ['outcome followed']);
  const target = causes.find(cause => cause.id === outcome.then)?.steps[0]?.id ?? outcome.then;
  const advanced = thread.advanced || (entry.advanced ?? []).some(cause => cause.steps.some(one => one.id === target));
  return update({ ...thread, focus: target, advanced }, entry, event, ['outcome followed']);
}

const toPresser = (event: ButtonPressed): NonNullable<Reply['to']> => ({
  person: event.by.id,
  ...(event.returnPath !== undefined && { returnPath: event.returnPath }),
});

function questions(entry: Entry, event: ButtonPressed): Reply {
  const title = TEXTS.questionsOf(entry.title);
  const buttons = entry.faq.map(({ ask }, i) => ({
    button: 'ask-question' as const,
    value: `${entry.id}:${i}`,
    label: ask,
  }));
  return privately(event, title, [{ kind: 'buttons', buttons }]);
}

function related(entry: Entry, event: ButtonPressed, { entries }: Context): Reply {
  const others = (entry.related ?? []).flatMap(id => entries.get(id) ?? []);
  if (others.length === 0) return privately(event, TEXTS.nothingRelated, []);
  return privately(event, TEXTS.relatedTo(entry.title), [{ kind: 'buttons', buttons: others.map(entryButton) }]);
}

function privately(event: ButtonPressed, title: string, blocks: readonly Block[]): Reply {
  return {
    id: `${event.key}#1`,
    to: toPresser(event),
    summary: title,
    blocks: [{ kind: 'text', text: [plain(title)] }, ...blocks],
  };
}

function answerQuestion(event: ButtonPressed, { entries }: Context, counted: readonly string[]): Turn {
  const at = event.value.lastIndexOf(':');
  const faq = entries.get(event.value.slice(0, at))?.faq[Number(event.value.slice(at + 1))];
  if (!faq) return { ...QUIET, counted: ['stale button'] };
  return { replies: [faqReply(faq, `${event.key}#1`)], counted };
}

export function faqReply(faq: Entry['faq'][number], id: string): Reply {
  return {
    id,
    summary: faq.answer,
    blocks: [
      { kind: 'text', text: [{ kind: 'bold', text: faq.ask }] },
      { kind: 'text', text: line(faq.answer) },
    ],
  };
}

/** A private answer, now for everybody: a new message in the channel, with a checklist of its own. */
function share(event: ButtonPressed, { entries }: Context, counted: readonly string[]): Turn {
  const entry = entries.get(event.value);
  if (!entry) return { ...QUIET, counted: ['stale button'] };
  const thread = { ...adopt(event, entry.id), place: { ...event.place, thread: '' } };
  const { slot: _, ...reply } = answerReply(entry, thread, `${event.key}#1`, { replaces: false });
  return { replies: [{ ...reply, toChannel: true }], counted };
}
