// Ticks in a checklist: the whole set as the platform reports it, shared by everybody in the thread.
import { answerReply } from '../answer.ts';
import type { ButtonPressed, StepsChecked } from '../chat-event.ts';
import { setTicks, type Ticked } from '../checklist.ts';
import { plain } from '../line.ts';
import { awaken } from '../moves/moves.ts';
import { TEXTS } from '../texts.ts';
import type { Thread } from '../thread.ts';
import { type Context, QUIET, type Turn } from '../turn.ts';
import { openThread } from './opening.ts';

export function respondToTicks(event: StepsChecked, thread: Thread | undefined, context: Context): Turn {
  const entry = context.entries.get(event.entry);
  if (!entry) return tellPrivately(event, TEXTS.entryGone(event.entry), ['stale entry']);
  const current = thread ?? adopt(event, event.entry, context);
  if (current.entry !== event.entry) return tellPrivately(event, TEXTS.staleCard, ['stale tick']);
  const { ticked, stale } = setTicks(entry, current, event);
  if (isSame(ticked.reports, current.reports) && stale.length === 0) return QUIET;
  const isTicked = !isSame(ticked.ticks, current.ticks);
  if (!isTicked && stale.length === 0) return { thread: { ...current, ...ticked }, replies: [], counted: [] };
  const next = { ...awaken(current), ...ticked, changedAt: event.at };
  return {
    thread: next,
    replies: [answerReply(entry, next, `${event.key}#1`, { replaces: true })],
    counted: [...(isTicked ? ['ticked'] : []), ...(stale.length > 0 ? ['stale tick'] : [])],
  };
}

const isSame = (one: Ticked['ticks'] | Ticked['reports'], other: typeof one): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** A card of ours that no stored thread knows (shared from a private answer): it becomes a thread by being used. */
export function adopt(event: StepsChecked | ButtonPressed, entry: string, { entries }: Context): Thread {
  const thread = openThread(event);
  return entries.has(entry) ? { ...thread, entry, checklists: 1 } : thread;
}

/** For whoever pressed what leads nowhere any more; the others in the thread need not hear of it. */
export function tellPrivately(event: StepsChecked | ButtonPressed, text: string, counted: readonly string[]): Turn {
  const returnPath = 'returnPath' in event ? event.returnPath : undefined;
  return {
    replies: [
      {
        id: `${event.key}#1`,
        to: { person: event.by.id, ...(returnPath !== undefined && { returnPath }) },
        summary: text,
        blocks: [{ kind: 'text', text: [plain(text)] }],
      },
    ],
    counted,
  };
}
