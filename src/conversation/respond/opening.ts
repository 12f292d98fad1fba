// The first message of a thread: answer it, ask which of a few it is, or stay silent.

import { decide, oneOf } from '../../matching/decide.ts';
import type { Decision, Evidence, Match } from '../../matching/match.ts';
import type { Redaction } from '../../redaction/redact.ts';
import { answerReply } from '../answer.ts';
import type { MessagePasted, Person, Place } from '../chat-event.ts';
import { bold, plain } from '../line.ts';
import type { Moved } from '../moves/moves.ts';
import { pointToOutage } from '../moves/outage.ts';
import { setAside } from '../moves/set-aside.ts';
import type { Button, Reply } from '../reply.ts';
import { TEXTS } from '../texts.ts';
import type { RuledOut, Thread } from '../thread.ts';
import { type Context, entryButton, QUIET, type Turn } from '../turn.ts';

/** Below one in twenty it shares words with the message, no more: to offer it would look silly. */
const WORTH_OFFERING = 0.05;
export const isWorthOffering = ({ confidence }: Match): boolean => confidence > WORTH_OFFERING;

/** Where everybody is sent who brings something that nothing fits. */
export const GENERAL_PATH = 'general/invalid-credentials';

export function respondToOpening(event: MessagePasted<Redaction>, context: Context): Turn {
  if (context.settings.listen === 'mention' && !event.addressed) return QUIET;
  const decision = decideText(event.text, event.addressed, context);
  const opened = openThread(event, event.text);
  switch (decision.kind) {
    case 'answer': {
      const answered = withMatch(opened, decision.match, decision.others, context);
      const pointed = event.addressed ? undefined : pointToOutage(answered, event.key, context);
      return pointed ?? startChecklist(answered, event.key, context, [`answered ${decision.match.entry}`]);
    }
    case 'ask':
      return {
        thread: { ...opened, candidates: decision.candidates.map(match => match.entry) },
        replies: [offer(`${event.key}#1`, TEXTS.whichOne(oneOf(decision.candidates)), decision.candidates, context)],
        counted: ['asked'],
      };
    case 'silent':
      return event.addressed ? admit(opened, event.key, decision.candidates, context) : QUIET;
  }
}

/** Where all is listened to, every message counts as meant for us. */
export const decideText = (text: Redaction, addressed: boolean, { matcher, settings }: Context): Decision => {
  const { thresholds, listen } = settings;
  return decide(
    matcher.match(text.text),
    addressed || listen === 'all' ? thresholds.addressed : thresholds.unaddressed,
  );
};

/** The answer with its checklist, as the next message of the thread; nothing where the entry is not known any more. */
export function startChecklist(thread: Thread, key: string, { entries }: Context, counted: readonly string[]): Turn {
  const entry = thread.entry === undefined ? undefined : entries.get(thread.entry);
  if (!entry) return QUIET;
  const next = { ...thread, checklists: thread.checklists + 1 };
  return { thread: next, replies: [answerReply(entry, next, `${key}#1`, { replaces: false })], counted };
}

/** The same with a checklist before it, which is put aside. */
export function startAnother(
  before: Thread,
  thread: Thread,
  { key, at }: Moved,
  context: Context,
  counted: readonly string[],
): Turn {
  const turn = startChecklist({ ...thread, changedAt: at }, key, context, counted);
  return { ...turn, replies: [...turn.replies, ...setAside(before, key, context, TEXTS.putAside)] };
}

/** What belongs to the entry before goes: its ticks, and how it ended. */
export function forgetEntry(thread: Thread): Thread {
  const { entry, confidence, ruledOut, reports, focus, endedBy, called, nudgedAt, pointedTo, ...rest } = thread;
  return { ...rest, state: 'open', evidence: [], ticks: [], tried: [], advanced: false };
}

export function withMatch(thread: Thread, match: Match, others: readonly Match[], { entries }: Context): Thread {
  const ruledOut = ruleOut(match, others, entries);
  return {
    ...forgetEntry(thread),
    entry: match.entry,
    confidence: match.confidence,
    evidence: match.evidence,
    ...(ruledOut && { ruledOut }),
    candidates: others.filter(isWorthOffering).map(other => other.entry),
  };
}

/**
 * The first other candidate against which the message itself speaks, for the one that it was taken for: by other words than those
 * that are quoted for it already.
 */
export function ruleOut(match: Match, others: readonly Match[], entries: Context['entries']): RuledOut | undefined {
  const said = match.evidence.filter(({ signature, weight }) => signature !== undefined && weight > 0);
  const isNews = ({ quote }: Evidence): boolean =>
    !said.some(one => one.quote.includes(quote) || quote.includes(one.quote));
  for (const other of others) {
    const against = other.evidence.find(one => one.lookAlike === match.entry && isNews(one));
    const title = entries.get(other.entry)?.title;
    if (against && title !== undefined) return { title, quote: against.quote };
  }
  return undefined;
}

export function openThread(
  event: { readonly place: Place; readonly by: Person; readonly at: number },
  text?: Redaction,
): Thread {
  return {
    place: event.place,
    version: 0,
    state: 'open',
    asker: event.by,
    ...(text && { opening: text.text }),
    openedAt: event.at,
    changedAt: event.at,
    evidence: [],
    candidates: [],
    dismissed: [],
    ticks: [],
    tried: [],
    advanced: false,
    checklists: 0,
    heard: [],
  };
}

/** A few entries as buttons. */
export function offer(
  id: string,
  question: string,
  candidates: readonly { readonly entry: string }[],
  { entries }: Context,
): Reply {
  const offered = candidates.flatMap(({ entry }) => entries.get(entry) ?? []);
  const none: Button = { button: 'none-of-these', value: '', label: TEXTS.buttons.noneOfThese };
  return {
    id,
    summary: `${question} ${offered.map(entry => entry.title).join('; ')}`,
    blocks: [
      { kind: 'text', text: [plain(question)] },
      {
        kind: 'list',
        numbered: true,
        items: offered.map(entry => [bold(entry.title), plain(`: ${entry.answer}`)]),
      },
      { kind: 'buttons', buttons: [...offered.map(entryButton), none] },
    ],
  };
}

/** Of fewer words nothing but a code tells more than one thing. */
const FEW_WORDS = 5;

/** What somebody is told who brings what nothing fits. */
export const unknownIn = (text: string): ((path: string) => string) =>
  text.trim().split(/\s+/).length < FEW_WORDS ? TEXTS.tooLittle : TEXTS.unknown;

/** What its button says. */
export const generalPath = ({ entries }: Context): string => entries.get(GENERAL_PATH)?.title ?? GENERAL_PATH;

/** Somebody asked, and nothing fits: say so, with the nearest entries, the general path and a person. */
export function admit(
  thread: Thread,
  key: string,
  nearest: readonly Match[],
  context: Context,
  say: (path: string) => string = unknownIn(thread.opening ?? ''),
): Turn {
  const said = say(generalPath(context));
  const near = nearest.filter(match => isWorthOffering(match) && match.entry !== GENERAL_PATH).slice(0, 2);
  const entries = [...near.map(match => match.entry), GENERAL_PATH].flatMap(id => context.entries.get(id) ?? []);
  const person: Button = { button: 'ask-a-person', value: '', label: TEXTS.buttons.askAPerson };
  const reply: Reply = {
    id: `${key}#1`,
    summary: said,
    blocks: [
      { kind: 'text', text: [plain(said)] },
      { kind: 'buttons', buttons: [...entries.map(entryButton), person] },
    ],
  };
  return { thread: { ...thread, candidates: entries.map(entry => entry.id) }, replies: [reply], counted: ['unknown'] };
}
