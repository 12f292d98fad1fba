// Steps that are meant without their number: `undo that`, and `done` where we are addressed.
import type { Entry } from '../../knowledge/entry.ts';
import type { Act } from '../act.ts';
import { checklistOf, stepAtHand } from '../checklist.ts';
import type { Thread } from '../thread.ts';
import type { Hearing } from './hearing.ts';

export function actWithoutNumber({ sentence, entry, followUp }: Hearing): Act | undefined {
  if (!entry) return undefined;
  const said = sentence.symbols.filter(symbol => symbol !== 'please').join(' ');
  if (UNDO.has(said)) return undoLast(entry, followUp.thread);
  return said === 'done' && followUp.addressed ? doneAtHand(entry, followUp.thread) : undefined;
}

const UNDO = new Set([
  'undo',
  'undo that',
  'undo it',
  'undo this',
  'untick that',
  'untick it',
  'revert that',
  'take that back',
]);

/** What was ticked last, be it one step or several at once. */
function undoLast(entry: Entry, thread: Thread): Act | undefined {
  const ticked = checklistOf(entry, thread).flatMap(({ number, tick }) => (tick ? [{ number, at: tick.at }] : []));
  const latest = Math.max(...ticked.map(({ at }) => at));
  const steps = ticked.filter(({ at }) => at === latest).map(({ number }) => number);
  return steps.length > 0 ? { kind: 'step-undone', steps } : undefined;
}

function doneAtHand(entry: Entry, thread: Thread): Act | undefined {
  const step = stepAtHand(checklistOf(entry, thread), thread);
  return step && { kind: 'step-done', steps: [step.number] };
}
