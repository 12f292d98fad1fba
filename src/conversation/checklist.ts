// The checklist of a thread: the steps of its entry's causes in order, and who did which.
import { allCauses } from '../knowledge/check.ts';
import type { Cause, Entry, Step } from '../knowledge/entry.ts';
import type { StepsChecked } from './chat-event.ts';
import type { Thread, Tick, TickReport } from './thread.ts';

/** A step as numbered in the checklist, from 1. */
export type Numbered = {
  readonly number: number;
  readonly step: Step;
  readonly cause: Cause;
  readonly entry: string;
  readonly tick?: Tick;
};

/** The steps as shown: those of the advanced causes only once somebody asked for them. */
export function checklistOf(entry: Entry, thread: Pick<Thread, 'advanced' | 'ticks'>): Numbered[] {
  const causes = thread.advanced ? allCauses(entry) : entry.causes;
  return causes
    .flatMap(cause => cause.steps.map(step => ({ cause, step })))
    .map(({ cause, step }, i) => {
      const tick = thread.ticks.find(one => one.step === step.id);
      return { number: i + 1, step, cause, entry: entry.id, ...(tick && { tick }) };
    });
}

/** The step at hand: the one somebody was led to, else the first open one of a cause that was not given up. */
export function stepAtHand(
  checklist: readonly Numbered[],
  thread: Pick<Thread, 'focus' | 'tried'>,
): Numbered | undefined {
  const focused = checklist.find(one => one.step.id === thread.focus && !one.tick);
  const open = checklist.filter(one => !one.tick);
  return focused ?? open.find(one => !thread.tried.includes(one.cause.id)) ?? open[0];
}

export type Ticked = Pick<Thread, 'ticks' | 'reports'>;

/**
 * The ticks after a platform reported the whole set. Steps that were not shown stay as they are, steps that no longer
 * exist (`stale`) change nothing. The same report twice changes nothing the second time.
 */
export function setTicks(
  entry: Entry,
  thread: Ticked,
  event: Pick<StepsChecked, 'shown' | 'checked' | 'before' | 'by' | 'at'>,
): { readonly ticked: Ticked; readonly stale: readonly string[] } {
  const known = new Set(allCauses(entry).flatMap(cause => cause.steps.map(step => step.id)));
  const report = reportOf(event, known);
  return { ticked: settleTicks(thread, report), stale: event.shown.filter(step => !known.has(step)) };
}

/** What differs from the card as it was drawn is what this person did; of what it did not show, only their own may go. */
function reportOf(
  { shown, checked, before, by, at }: Parameters<typeof setTicks>[2],
  known: ReadonlySet<string>,
): TickReport {
  const unticked = shown.filter(step => known.has(step) && !checked.includes(step));
  const ticked = checked.filter(step => known.has(step));
  if (!before) return { at, by, done: ticked, open: unticked };
  const own = unticked.filter(step => !before.includes(step));
  return {
    at,
    by,
    done: ticked.filter(step => !before.includes(step)),
    open: unticked.filter(step => before.includes(step)),
    ...(own.length > 0 && { own }),
  };
}

/** More reports than this (a dozen people with every step of a long list) are folded into the ticks they amount to. */
const MOST_REPORTS = 200;

/** Ticks are made of all reports in the order of their times, so a late one changes what it would have changed in time. */
export function settleTicks(thread: Ticked, report: TickReport): Ticked {
  const known = thread.reports ?? thread.ticks.map(asReport);
  const reports = inOrder([...known, report]);
  const ticks = ticksOf(reports);
  if (reports.length <= MOST_REPORTS) return { ticks, reports };
  const half = reports.length / 2;
  return { ticks, reports: inOrder([...ticksOf(reports.slice(0, half)).map(asReport), ...reports.slice(half)]) };
}

const asReport = ({ step, by, at, skipped }: Tick): TickReport =>
  skipped ? { at, by, done: [], open: [], skipped: [step] } : { at, by, done: [step], open: [] };

/** By time; the rest only makes the order the same for everybody. Repeats fall out. */
function inOrder(reports: readonly TickReport[]): TickReport[] {
  const byText = new Map(reports.map(report => [JSON.stringify([report.by.id, report]), report]));
  return [...byText]
    .toSorted(([a, one], [b, other]) => one.at - other.at || (a < b ? -1 : 1))
    .map(([, report]) => report);
}

function ticksOf(reports: readonly TickReport[]): Tick[] {
  const ticks = new Map<string, Tick>();
  for (const { at, by, done, open, skipped = [], own = [] } of reports) {
    for (const step of open) ticks.delete(step);
    for (const step of own) if (ticks.get(step)?.by.id === by.id) ticks.delete(step);
    for (const step of done) if (!ticks.has(step) || ticks.get(step)?.skipped) ticks.set(step, { step, by, at });
    for (const step of skipped) if (!ticks.get(step)?.skipped) ticks.set(step, { step, by, at, skipped: true });
  }
  return [...ticks.values()];
}
