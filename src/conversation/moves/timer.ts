// What a thread does when nobody writes: asks once whether it worked, and is given up after a week.
import { nameOf } from '../chat-event.ts';
import { checklistOf, type Numbered, stepAtHand } from '../checklist.ts';
import { plain } from '../line.ts';
import type { Block, Button } from '../reply.ts';
import { TEXTS } from '../texts.ts';
import type { Thread } from '../thread.ts';
import { type Context, QUIET, type Turn } from '../turn.ts';

const HOUR_MS = 3_600_000;
/** Design, section 5: "After 4 quiet hours with open steps it asks once whether it worked; after 7 days the thread is stale." */
const NUDGE_AFTER_MS = 4 * HOUR_MS;
const STALE_AFTER_MS = 7 * 24 * HOUR_MS;

/** `changedAt` is the thread's when the timer was set: once it has moved on, another timer stands for it. */
export type Timer = { readonly what: 'nudge' | 'stale'; readonly changedAt: number };

/** The next timer of a thread as it is now, and how long it runs; none where nothing is waited for. */
export function timerOf(
  thread: Thread,
  { entries }: Context,
): { readonly timer: Timer; readonly afterMs: number } | undefined {
  if (thread.state !== 'open') return undefined;
  const { changedAt } = thread;
  const isWaiting = thread.checklists > 0 && thread.nudgedAt === undefined && openSteps(thread, entries).open > 0;
  return isWaiting
    ? { timer: { what: 'nudge', changedAt }, afterMs: NUDGE_AFTER_MS }
    : { timer: { what: 'stale', changedAt }, afterMs: STALE_AFTER_MS };
}

export function respondToTimer(
  timer: Timer & { readonly key: string; readonly at: number },
  thread: Thread,
  { entries, settings }: Context,
): Turn {
  if (thread.state !== 'open' || thread.changedAt !== timer.changedAt) return QUIET;
  switch (timer.what) {
    case 'stale':
      return { thread: { ...thread, state: 'stale', changedAt: timer.at }, replies: [], counted: ['stale'] };
    case 'nudge':
      return settings.listen === 'off'
        ? { thread: nudgedAt(thread, timer.at), replies: [], counted: [] }
        : nudge(thread, timer, openSteps(thread, entries));
  }
}

type Steps = { readonly open: number; readonly all: number; readonly at: Numbered | undefined };

function openSteps(thread: Thread, entries: Context['entries']): Steps {
  const entry = thread.entry === undefined ? undefined : entries.get(thread.entry);
  const checklist = entry ? checklistOf(entry, thread) : [];
  return {
    open: checklist.filter(one => !one.tick).length,
    all: checklist.length,
    at: stepAtHand(checklist, thread),
  };
}

const nudgedAt = (thread: Thread, at: number): Thread => ({ ...thread, nudgedAt: at, changedAt: at });

function nudge(thread: Thread, { key, at }: { readonly key: string; readonly at: number }, steps: Steps): Turn {
  const { at: next } = steps;
  const asked = TEXTS.nudge(nameOf(thread.asker), steps.all - steps.open, steps.all);
  const said = next ? `${asked} ${TEXTS.nextStep(next.number, next.step.do)}` : asked;
  const value = thread.entry ?? '';
  const buttons: Button[] = [
    { button: 'solved', value, label: TEXTS.buttons.solved, primary: true },
    { button: 'still-stuck', value, label: TEXTS.buttons.stillStuck },
    { button: 'ask-a-person', value, label: TEXTS.buttons.askAPerson },
  ];
  const blocks: Block[] = [
    { kind: 'text', text: [plain(said)] },
    { kind: 'buttons', buttons },
  ];
  return {
    thread: nudgedAt(thread, at),
    replies: [{ id: `${key}#1`, summary: said, blocks }],
    counted: ['nudged'],
  };
}
