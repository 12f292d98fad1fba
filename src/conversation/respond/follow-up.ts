// A later message in a thread of ours: understood as one act, then answered, or left alone.
import type { Entry } from '../../knowledge/entry.ts';
import type { Redaction } from '../../redaction/redact.ts';
import type { Act, Role } from '../act.ts';
import { answerReply, checklistBlocks, stepBlocks } from '../answer.ts';
import type { FollowUpWritten, Person } from '../chat-event.ts';
import { checklistOf, tick, untick } from '../checklist.ts';
import { plain } from '../line.ts';
import type { Block, Reply } from '../reply.ts';
import { TEXTS } from '../texts.ts';
import type { Thread } from '../thread.ts';
import { type Context, QUIET, type Turn } from '../turn.ts';
import { faqReply } from './button.ts';
import { handOver } from './hand-over.ts';
import { goOn, rejectEntry, solve } from './moves.ts';
import { admit, decideText, offer, startChecklist, withMatch } from './opening.ts';

type Heard = FollowUpWritten<Redaction>;

export function respondToFollowUp(event: Heard, thread: Thread, context: Context): Turn {
  const role = roleOf(event.by, thread, context);
  const act = context.understand({ text: event.text.text, role, addressed: event.addressed, thread });
  const turn = answerAct(act, event, thread, context);
  const changed = turn.thread ?? thread;
  if (act.kind === 'none') return { ...turn, act };
  const heard = [...changed.heard, { act: act.kind, by: event.by.id, at: event.at }];
  return {
    ...turn,
    act,
    thread: { ...changed, heard, changedAt: event.at },
    counted: [...turn.counted, `act ${act.kind}`],
  };
}

function roleOf(by: Person, thread: Thread, { settings }: Context): Role {
  if (by.id === thread.asker.id) return 'asker';
  return settings.helpers.has(by.id) ? 'helper' : 'other';
}

function answerAct(act: Act, event: Heard, thread: Thread, context: Context): Turn {
  const entry = thread.entry === undefined ? undefined : context.entries.get(thread.entry);
  const reply = (blocks: readonly Block[], summary: string): Turn => ({
    replies: [{ id: `${event.key}#1`, summary, blocks }],
    counted: [],
  });
  const say = (sentence: string): Turn => reply([{ kind: 'text', text: [plain(sentence)] }], sentence);
  switch (act.kind) {
    case 'none':
      return event.addressed ? say(TEXTS.dontKnow) : QUIET;
    case 'faq':
      return answerFaq(act, event, context);
    case 'step-done':
    case 'step-undone':
      return entry ? tickSteps(act, event, { thread, entry }) : QUIET;
    case 'step-help':
      return entry ? helpWithStep(act.step, event, { thread, entry }) : QUIET;
    case 'show-steps':
      return entry ? reply(checklistBlocks(entry, thread, {}).slice(1), TEXTS.steps) : QUIET;
    case 'solved':
      return entry ? celebrate(event, { thread, entry }) : QUIET;
    case 'not-solved':
      return entry ? goOn(thread, entry, event, context) : QUIET;
    case 'other-fix':
      return rejectEntry(thread, event, context);
    case 'escalate':
      return handOver(thread, event, context, []);
    case 'provider':
      return tryProvider(act.provider, event, thread, context);
    case 'new-error':
      return act.decision.kind === 'answer'
        ? startChecklist(
            withMatch({ ...thread, state: 'open' }, act.decision.match, act.decision.others),
            event.key,
            context,
            ['new error'],
          )
        : {
            replies: [offer(`${event.key}#1`, TEXTS.whichOne, act.decision.candidates, context)],
            counted: ['new error'],
          };
  }
}

type At = { readonly thread: Thread; readonly entry: Entry };

function tickSteps(
  act: Extract<Act, { kind: 'step-done' | 'step-undone' }>,
  event: Heard,
  { thread, entry }: At,
): Turn {
  const checklist = checklistOf(entry, thread);
  const named = checklist.filter(one => act.steps.includes(one.number));
  const steps = named.map(one => one.step.id);
  if (steps.length === 0) return { replies: [sentence(event, TEXTS.noSuchStep(checklist.length))], counted: [] };
  const ticks = act.kind === 'step-done' ? tick(thread.ticks, steps, event.by, event.at) : untick(thread.ticks, steps);
  const next = { ...thread, ticks };
  const done = checklistOf(entry, next).filter(one => one.tick).length;
  const numbers = named.map(one => one.number);
  const said = act.kind === 'step-done' ? TEXTS.ticked(numbers, done, checklist.length) : TEXTS.unticked(numbers);
  const all = done === checklist.length ? ` ${TEXTS.allDone}` : '';
  return { thread: next, replies: [redraw(event, next, entry), sentence(event, said + all)], counted: ['ticked'] };
}

/** The live card in place, after something written changed it. */
const redraw = (event: Heard, thread: Thread, entry: Entry): Reply =>
  answerReply(entry, thread, `${event.key}#card`, { replaces: true });

const sentence = (event: Heard, text: string): Reply => ({
  id: `${event.key}#1`,
  summary: text,
  blocks: [{ kind: 'text', text: [plain(text)] }],
});

function helpWithStep(number: number, event: Heard, { thread, entry }: At): Turn {
  const checklist = checklistOf(entry, thread);
  const step = checklist.find(one => one.number === number);
  if (!step) return { replies: [sentence(event, TEXTS.noSuchStep(checklist.length))], counted: [] };
  const next = { ...thread, focus: step.step.id };
  const help: Reply = { id: `${event.key}#1`, summary: `${number}. ${step.step.do}`, blocks: stepBlocks(step, {}) };
  return { thread: next, replies: [redraw(event, next, entry), help], counted: [] };
}

function celebrate(event: Heard, { thread, entry }: At): Turn {
  const next = solve(thread, event);
  return {
    thread: next,
    replies: [redraw(event, next, entry), sentence(event, TEXTS.solved(event.by.name))],
    counted: ['solved'],
  };
}

function answerFaq(act: Extract<Act, { kind: 'faq' }>, event: Heard, { entries }: Context): Turn {
  const faq = entries.get(act.entry)?.faq.find(one => one.ask === act.ask);
  return faq ? { replies: [faqReply(faq, `${event.key}#1`)], counted: [] } : QUIET;
}

/** "No, it's Azure": the opening again, with that provider's entries only. */
function tryProvider(provider: string, event: Heard, thread: Thread, context: Context): Turn {
  const opening = thread.opening;
  const decision = opening && decideText({ text: opening, found: [] }, true, context);
  const matches = !decision
    ? []
    : decision.kind === 'answer'
      ? [decision.match, ...decision.others]
      : decision.candidates;
  const fitting = matches.filter(match => match.entry.startsWith(`${provider}/`) && match.entry !== thread.entry);
  const next: Thread =
    thread.entry === undefined ? thread : { ...thread, dismissed: [...thread.dismissed, thread.entry] };
  const [best] = fitting;
  if (best && fitting.length === 1)
    return startChecklist(withMatch(next, best, []), event.key, context, ['provider corrected']);
  if (best)
    return {
      thread: next,
      replies: [offer(`${event.key}#1`, TEXTS.whichOne, fitting, context)],
      counted: ['provider corrected'],
    };
  return admit(next, event.key, nearestOf(provider, context), context);
}

const nearestOf = (provider: string, { entries }: Context) =>
  [...entries.keys()]
    .filter(id => id.startsWith(`${provider}/`))
    .map(entry => ({ entry, confidence: 0.1, evidence: [] }));
