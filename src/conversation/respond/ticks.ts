// Ticks in a checklist: the whole set as the platform reports it, shared by everybody in the thread.
import { answerReply } from '../answer.ts';
import type { ButtonPressed, StepsChecked } from '../chat-event.ts';
import { setTicks } from '../checklist.ts';
import type { Thread } from '../thread.ts';
import { type Context, QUIET, type Turn } from '../turn.ts';
import { openThread } from './opening.ts';

export function respondToTicks(event: StepsChecked, thread: Thread | undefined, context: Context): Turn {
  const entry = context.entries.get(event.entry);
  if (!entry) return { ...QUIET, counted: ['stale tick'] };
  const current = thread ?? adopt(event, event.entry);
  if (current.entry !== event.entry) return { ...QUIET, counted: ['stale tick'] };
  const { ticks, stale } = setTicks(entry, current.ticks, event);
  const next = { ...current, ticks, changedAt: event.at };
  const changed = ticks.length !== current.ticks.length || ticks.some((tick, i) => tick !== current.ticks[i]);
  if (!changed && stale.length === 0) return QUIET;
  return {
    thread: next,
    replies: [answerReply(entry, next, `${event.key}#1`, { replaces: true })],
    counted: [...(changed ? ['ticked'] : []), ...(stale.length > 0 ? ['stale tick'] : [])],
  };
}

/** A card of ours that no stored thread knows (shared from a private answer): it becomes a thread by being used. */
export function adopt(event: StepsChecked | ButtonPressed, entry: string): Thread {
  return { ...openThread(event), entry, checklists: 1 };
}
