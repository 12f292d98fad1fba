// What moves a thread on: solved, the next cause, not this entry, open again.
import type { Cause, Entry } from '../../knowledge/entry.ts';
import { answerBlocks, answerReply } from '../answer.ts';
import type { Person } from '../chat-event.ts';
import { checklistOf, stepAtHand } from '../checklist.ts';
import { bold, plain } from '../line.ts';
import type { Block, Reply } from '../reply.ts';
import { admit, GENERAL_PATH, offer } from '../respond/opening.ts';
import { TEXTS } from '../texts.ts';
import type { Thread } from '../thread.ts';
import { type Context, QUIET, type Turn } from '../turn.ts';
import { handOver } from './hand-over.ts';
import { setAside } from './set-aside.ts';

/** What every move needs of its event. */
export type Moved = { readonly key: string; readonly by: Person; readonly at: number };

export const solve = (thread: Thread, { by, at }: Moved): Thread => ({
  ...thread,
  state: 'solved',
  endedBy: by,
  changedAt: at,
});

/** Whom it was handed over to before it was solved is another matter: they may be called again. */
export function reopen(thread: Thread): Thread {
  const { endedBy: _, called, ...rest } = thread;
  return { ...rest, state: 'open', ...(called && thread.state !== 'solved' && { called }) };
}

/** Work goes on in a thread that was stale or dismissed: it counts as open again. Other states stay. */
export const awaken = (thread: Thread): Thread =>
  thread.state === 'stale' || thread.state === 'dismissed' ? reopen(thread) : thread;

/** A click that comes twice within this is one: the double-click time of Windows is 500 ms, and phones are slower. */
const DOUBLE_CLICK_MS = 2_000;

/** The same was asked a moment ago, so this is the second half of a double click. */
export const isDouble = (thread: Thread, act: string, { at }: Moved): boolean => {
  const last = thread.heard.at(-1);
  return last?.act === act && Math.abs(at - last.at) < DOUBLE_CLICK_MS;
};

/** "Still stuck": the next cause, then the advanced fixes, then a person. Never the same step again. */
export function goOn(thread: Thread, entry: Entry, event: Moved, context: Context): Turn {
  const open = reopen(thread);
  const current = stepAtHand(checklistOf(entry, open), open)?.cause.id;
  const { focus: _, ...rest } = open;
  const tried = current === undefined ? open.tried : [...open.tried, current];
  const next: Thread = { ...rest, tried, changedAt: event.at };
  const isBack = thread.state === 'solved';
  const cause = entry.causes.find(one => isLeft(one, next));
  if (cause) return goOnWith(cause, next, { entry, event, context, said: isBack ? TEXTS.reopened : TEXTS.nextCause });
  const deeper = (entry.advanced ?? []).find(one => isLeft(one, next));
  const advanced = { ...next, advanced: true };
  if (deeper)
    return goOnWith(deeper, advanced, {
      entry,
      event,
      context,
      said: isBack ? TEXTS.reopenedDeeper : TEXTS.advancedNow,
    });
  return handOver({ thread: next, event, context, counted: ['nothing left'], first: TEXTS.nothingLeft });
}

const isLeft = (cause: Cause, thread: Thread): boolean =>
  !thread.tried.includes(cause.id) && cause.steps.some(step => !thread.ticks.some(tick => tick.step === step.id));

type GoingOn = { readonly entry: Entry; readonly event: Moved; readonly context: Context; readonly said: string };

/** The list again at the end of the thread, open at that cause; the card above is put aside. */
function goOnWith(cause: Cause, thread: Thread, { entry, event, context, said }: GoingOn): Turn {
  const next = { ...thread, checklists: thread.checklists + 1 };
  const reply = answerReply(entry, next, `${event.key}#1`, { replaces: false });
  const head: Block = { kind: 'text', text: [plain(`${said} `), bold(cause.title), plain('.')] };
  return {
    thread: next,
    replies: [
      { ...reply, summary: `${said} ${cause.title}.`, blocks: [head, ...withoutIntroduction(entry, next)] },
      ...setAside(thread, event.key, context, TEXTS.wentOn),
    ],
    counted: ['went on'],
  };
}

/** What stands above already is not said again: from the checklist on. */
const withoutIntroduction = (entry: Entry, thread: Thread): Block[] => {
  const blocks = answerBlocks(entry, thread, {});
  return blocks.slice(
    Math.max(
      0,
      blocks.findIndex(block => block.kind === 'checklist'),
    ),
  );
};

/** "Not my problem": the match was wrong. Counted against it; the next candidates, or an honest word. */
export function rejectEntry(thread: Thread, event: Moved, context: Context): Turn {
  if (thread.state === 'dismissed') return { ...QUIET, counted: ['repeat'] };
  const dismissed = thread.entry === undefined ? thread.dismissed : [...thread.dismissed, thread.entry];
  const left = othersOf(thread, dismissed, context);
  return {
    thread: { ...thread, state: 'dismissed', endedBy: event.by, dismissed, candidates: left, changedAt: event.at },
    replies: [
      left.length > 0
        ? offer(
            `${event.key}#1`,
            TEXTS.otherCandidates,
            left.map(entry => ({ entry })),
            context,
          )
        : withPerson(`${event.key}#1`, TEXTS.noOtherCandidates),
      ...setAside(thread, event.key, context, TEXTS.notThisOne(event.by.name)),
    ],
    counted: [`wrong match ${thread.entry ?? 'none'}`],
  };
}

/** As many as buttons that one takes in at a glance. */
const MOST_OTHERS = 3;

/** What else the message could have been, and then what is often taken for the entry that it was not. */
function othersOf({ candidates, entry }: Thread, dismissed: readonly string[], { entries }: Context): string[] {
  const related = entry === undefined ? [] : (entries.get(entry)?.related ?? []);
  const others = new Set([...candidates, ...related]);
  return [...others].filter(id => !dismissed.includes(id) && entries.has(id)).slice(0, MOST_OTHERS);
}

/** "None of these": the general path, and where that is not it either, a person. */
export function rejectCandidates(thread: Thread, event: Moved, context: Context): Turn {
  const left = thread.candidates.filter(id => !thread.dismissed.includes(id));
  if (left.length === 0) return { ...QUIET, counted: ['repeat'] };
  const next: Thread = {
    ...thread,
    state: 'dismissed',
    endedBy: event.by,
    dismissed: [...thread.dismissed, ...left],
    changedAt: event.at,
  };
  const counted = left.map(entry => `wrong candidate ${entry}`);
  if (left.every(id => id === GENERAL_PATH))
    return { thread: next, replies: [withPerson(`${event.key}#1`, TEXTS.noOtherCandidates)], counted };
  const turn = admit(next, event.key, [], context);
  return { ...turn, counted: [...turn.counted, ...counted] };
}

/** A sentence after which only a person helps. */
export const withPerson = (id: string, text: string): Reply => ({
  id,
  summary: text,
  blocks: [
    { kind: 'text', text: [plain(text)] },
    { kind: 'buttons', buttons: [{ button: 'ask-a-person', value: '', label: TEXTS.buttons.askAPerson }] },
  ],
});
