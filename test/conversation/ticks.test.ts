// Ticks are shared: whoever ticks what, whenever it arrives and however often, the checklist ends the same.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Person, RedactedEvent } from '../../src/conversation/chat-event.ts';
import { setTicks, settleTicks, type Ticked } from '../../src/conversation/checklist.ts';
import { respond } from '../../src/conversation/respond/respond.ts';
import type { Thread, TickReport } from '../../src/conversation/thread.ts';
import { ada, checked, context, NINE, pasted, priya, wrote } from './brain.ts';

const lin: Person = { id: 'lin', name: 'Lin' };
const ENTRY = 'aws/expired-token';
const entry = context.entries.get(ENTRY);
if (!entry) throw new Error(`${ENTRY} is gone: choose another entry for these tests`);
const STEPS = entry.causes.flatMap(cause => cause.steps.map(step => step.id)).slice(0, 5);
const EXPIRED =
  'An error occurred (ExpiredToken) when calling the ListBuckets operation: The provided token has expired.';

const someSteps = fc.subarray(STEPS);
const report: fc.Arbitrary<TickReport> = fc.record(
  {
    at: fc.integer({ min: NINE, max: NINE + 20 }),
    by: fc.constantFrom(ada, priya, lin),
    done: someSteps,
    open: someSteps,
    skipped: someSteps,
    own: someSteps,
  },
  { requiredKeys: ['at', 'by', 'done', 'open'] },
);

/** As many events as people make of one list: clicks that report the whole set, with and without what was seen before. */
const event = (thread: { readonly key: number }): fc.Arbitrary<RedactedEvent> =>
  fc
    .record({
      at: fc.nat(1_000),
      by: fc.constantFrom(ada, priya, lin),
      ticked: someSteps,
      before: fc.option(someSteps),
    })
    .map(({ at, by, ticked, before }) => ({
      ...checked(ENTRY, STEPS, ticked, by, NINE + at),
      key: `${thread.key}-${at}-${by.id}`,
      ...(before && { before }),
    }));

const NONE: Ticked = { ticks: [] };
const settle = (reports: readonly TickReport[]) => reports.reduce(settleTicks, NONE).ticks;

describe('ticks', () => {
  it('are the same in any order and at any repetition of what was reported', () => {
    const shuffled = fc
      .array(report, { maxLength: 12 })
      .chain(reports =>
        fc.tuple(
          fc.constant(reports),
          fc.shuffledSubarray([...reports, ...reports], { minLength: reports.length * 2 }),
        ),
      );
    fc.assert(
      fc.property(shuffled, ([reports, again]) => {
        expect(settle(again)).toEqual(settle(reports));
      }),
    );
  });

  it('are the same however the clicks of several people arrive at the thread', () => {
    const opened = respond(pasted(EXPIRED), undefined, context).thread;
    const end = (events: readonly RedactedEvent[]): Thread | undefined =>
      events.reduce((thread, one) => respond(one, thread, context).thread ?? thread, opened);
    const shuffled = fc
      .array(event({ key: 1 }), { maxLength: 8 })
      .chain(events =>
        fc.tuple(fc.constant(events), fc.shuffledSubarray([...events, ...events], { minLength: events.length * 2 })),
      );
    fc.assert(
      fc.property(shuffled, ([events, again]) => {
        expect(end(again)?.ticks).toEqual(end(events)?.ticks);
      }),
      { numRuns: 50 },
    );
  });

  it('stay within bounds however long people click', () => {
    const many = Array.from(
      { length: 1_000 },
      (_, i): TickReport => ({
        at: NINE + i,
        by: ada,
        done: i % 2 ? [] : [...STEPS],
        open: i % 2 ? [...STEPS] : [],
      }),
    );
    const ended = many.reduce(settleTicks, NONE);
    expect(ended.ticks).toEqual([]);
    expect(ended.reports?.length).toBeLessThanOrEqual(200);
  });

  const [one = '', two = ''] = STEPS;
  const names = (ticked: Ticked) => ticked.ticks.map(tick => [tick.step, tick.by.name]);
  const click = (by: Person, at: number, ticked: readonly string[], before: readonly string[]) => ({
    by,
    at: NINE + at,
    shown: STEPS,
    checked: ticked,
    before,
  });

  it('both count when two people tick at once, neither seeing the other’s', () => {
    const first = setTicks(entry, NONE, click(ada, 0, [one], [])).ticked;
    expect(names(setTicks(entry, first, click(priya, 1, [two], [])).ticked)).toEqual([
      [one, 'Ada'],
      [two, 'Priya'],
    ]);
  });

  it('keep the name of whoever was first by the clock, although the other arrived first', () => {
    const late = setTicks(entry, NONE, click(priya, 5, [one], [])).ticked;
    expect(names(setTicks(entry, late, click(ada, 2, [one], [])).ticked)).toEqual([[one, 'Ada']]);
  });

  it('go when their owner takes them back before the card was drawn anew', () => {
    const first = setTicks(entry, NONE, click(ada, 0, [one], [])).ticked;
    expect(names(setTicks(entry, first, click(ada, 1, [], [])).ticked)).toEqual([]);
    expect(names(setTicks(entry, first, click(priya, 1, [], [])).ticked)).toEqual([[one, 'Ada']]);
  });

  it('tell a skipped step from a done one, and a done one takes its place', () => {
    const opened = respond(pasted(EXPIRED), undefined, context).thread;
    const skipped = respond(wrote('skip 1', { at: NINE + 1 }), opened, context).thread;
    expect(skipped?.ticks).toMatchObject([{ step: one, skipped: true }]);
    const done = respond(wrote('done 1', { at: NINE + 2 }), skipped, context).thread;
    expect(done?.ticks).toEqual([{ step: one, by: ada, at: NINE + 2 }]);
  });
});
