// What moves a thread on: solved, the next cause, another entry, open again.
import type { Entry } from '../../knowledge/entry.ts';
import { answerReply } from '../answer.ts';
import type { Person } from '../chat-event.ts';
import { checklistOf, stepAtHand } from '../checklist.ts';
import { plain } from '../line.ts';
import { TEXTS } from '../texts.ts';
import type { Thread } from '../thread.ts';
import type { Context, Turn } from '../turn.ts';
import { handOver } from './hand-over.ts';
import { offer } from './opening.ts';

/** What every move needs of its event. */
export type Moved = { readonly key: string; readonly by: Person; readonly at: number };

export const solve = (thread: Thread, { by, at }: Moved): Thread => ({
  ...thread,
  state: 'solved',
  endedBy: by,
  changedAt: at,
});

export function reopen(thread: Thread): Thread {
  const { endedBy: _, ...rest } = thread;
  return { ...rest, state: 'open' };
}

/** "Still stuck": the next cause, then the advanced fixes, then a person. Never the same step again. */
export function goOn(thread: Thread, entry: Entry, event: Moved, context: Context): Turn {
  const open = reopen(thread);
  const current = stepAtHand(checklistOf(entry, open), open)?.cause.id;
  const { focus: _, ...rest } = open;
  const tried = current === undefined ? open.tried : [...open.tried, current];
  const next: Thread = { ...rest, tried, changedAt: event.at };
  if (entry.causes.some(cause => isLeft(cause, next))) return say(next, entry, event, TEXTS.nextCause);
  const deeper = { ...next, advanced: true };
  if ((entry.advanced ?? []).some(cause => isLeft(cause, next))) return say(deeper, entry, event, TEXTS.advancedNow);
  return handOver(next, event, context, ['nothing left'], TEXTS.nothingLeft);
}

const isLeft = (cause: Entry['causes'][number], thread: Thread): boolean =>
  !thread.tried.includes(cause.id) && cause.steps.some(step => !thread.ticks.some(tick => tick.step === step.id));

/** A new copy of the checklist at the end of the thread, under one sentence; the one above stays as it was. */
export function say(thread: Thread, entry: Entry, event: Moved, sentence: string): Turn {
  const next = { ...thread, checklists: thread.checklists + 1 };
  const reply = answerReply(entry, next, `${event.key}#1`, { replaces: false });
  return {
    thread: next,
    replies: [{ ...reply, blocks: [{ kind: 'text', text: [plain(sentence)] }, ...reply.blocks.slice(2)] }],
    counted: ['went on'],
  };
}

/** "Not my problem": the match was wrong. Counted against it; the next candidates, or an honest word. */
export function rejectEntry(thread: Thread, event: Moved, context: Context): Turn {
  const dismissed = thread.entry === undefined ? thread.dismissed : [...thread.dismissed, thread.entry];
  const left = thread.candidates.filter(id => !dismissed.includes(id)).map(entry => ({ entry }));
  const next: Thread = { ...thread, state: 'dismissed', endedBy: event.by, dismissed, changedAt: event.at };
  const counted = [`wrong match ${thread.entry ?? 'none'}`];
  if (left.length > 0)
    return { thread: next, replies: [offer(`${event.key}#1`, TEXTS.otherCandidates, left, context)], counted };
  const reply = {
    id: `${event.key}#1`,
    summary: TEXTS.noOtherCandidates,
    blocks: [
      { kind: 'text', text: [plain(TEXTS.noOtherCandidates)] },
      { kind: 'buttons', buttons: [{ button: 'ask-a-person', value: '', label: TEXTS.buttons.askAPerson }] },
    ],
  } as const;
  return { thread: next, replies: [reply], counted };
}
