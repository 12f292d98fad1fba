// The checklist of a thread: the steps of its entry's causes in order, and who did which.
import { allCauses } from '../knowledge/check.ts';
import type { Cause, Entry, Step } from '../knowledge/entry.ts';
import type { Person } from './chat-event.ts';
import type { Thread, Tick } from './thread.ts';

/** A step as numbered in the checklist, from 1. */
export type Numbered = { readonly number: number; readonly step: Step; readonly cause: Cause; readonly tick?: Tick };

/** The steps as shown: those of the advanced causes only once somebody asked for them. */
export function checklistOf(entry: Entry, thread: Pick<Thread, 'advanced' | 'ticks'>): Numbered[] {
  const causes = thread.advanced ? allCauses(entry) : entry.causes;
  return causes
    .flatMap(cause => cause.steps.map(step => ({ cause, step })))
    .map(({ cause, step }, i) => {
      const tick = thread.ticks.find(one => one.step === step.id);
      return { number: i + 1, step, cause, ...(tick && { tick }) };
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

/**
 * The ticks after a platform reported the whole set: `checked` of those `shown`. Steps that were not shown stay as they
 * are, steps that no longer exist (`stale`) change nothing. The same report twice changes nothing the second time.
 */
export function setTicks(
  entry: Entry,
  ticks: readonly Tick[],
  report: {
    readonly shown: readonly string[];
    readonly checked: readonly string[];
    readonly by: Person;
    readonly at: number;
  },
): { readonly ticks: readonly Tick[]; readonly stale: readonly string[] } {
  const known = new Set(allCauses(entry).flatMap(cause => cause.steps.map(step => step.id)));
  const kept = ticks.filter(tick => !report.shown.includes(tick.step) || report.checked.includes(tick.step));
  const fresh = report.checked.filter(step => known.has(step) && !kept.some(tick => tick.step === step));
  return {
    ticks: [...kept, ...fresh.map(step => ({ step, by: report.by, at: report.at }))],
    stale: report.shown.filter(step => !known.has(step)),
  };
}

/** Ticks or unticks single steps. */
export function tick(ticks: readonly Tick[], steps: readonly string[], by: Person, at: number): Tick[] {
  const fresh = steps.filter(step => !ticks.some(one => one.step === step));
  return [...ticks, ...fresh.map(step => ({ step, by, at }))];
}

export const untick = (ticks: readonly Tick[], steps: readonly string[]): Tick[] =>
  ticks.filter(one => !steps.includes(one.step));
