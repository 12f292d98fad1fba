// The worker left to itself: woken, at work in several lanes, asleep, stopped.
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Job } from '../../src/jobs/queue.ts';
import type { NewJob } from '../../src/store/store.ts';
import { type Bench, door, job, openBench, settle } from './worker-bench.ts';

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(() => bench.store.close());

describe('the loop', () => {
  it('works everything off when it is woken once, lanes in order', async () => {
    await bench.queue.add([job('1', 'x'), job('2', 'x'), job('3', 'y'), job('4', 'x')], bench.clock.now);
    const worked: string[] = [];
    const worker = bench.workerFor(async ({ key }) => {
      worked.push(key);
      return { kind: 'done' };
    });
    worker.wake();
    await settle();
    expect(worked.filter(key => key !== '3')).toEqual(['1', '2', '4']);
    expect(worked).toContain('3');
    await worker.stop();
  });

  it('works several lanes at a time, as many as it may', async () => {
    await bench.queue.add([job('a'), job('b'), job('c')], bench.clock.now);
    const { opened, open } = door();
    const running: string[] = [];
    const worker = bench.workerFor(
      async ({ key }) => {
        running.push(key);
        await opened;
        return { kind: 'done' };
      },
      { concurrency: 2 },
    );
    worker.wake();
    await settle();
    expect(running).toEqual(['a', 'b']);
    open();
    await settle();
    expect(running).toEqual(['a', 'b', 'c']);
    await worker.stop();
  });

  it('works one job at a time in a rush, and several again after it', async () => {
    await bench.queue.add([job('a'), job('b'), job('c'), job('d')], bench.clock.now);
    const doors = { a: door(), b: door(), c: door(), d: door() };
    const running: string[] = [];
    let isRush = true;
    const worker = bench.workerFor(
      async ({ key }) => {
        running.push(key);
        await Object.entries(doors).find(([name]) => name === key)?.[1].opened;
        return { kind: 'done' };
      },
      { isRush: () => isRush },
    );
    worker.wake();
    await settle();
    expect(running).toEqual(['a']);
    doors.a.open();
    await settle();
    expect(running).toEqual(['a', 'b']);
    isRush = false;
    doors.b.open();
    await settle();
    expect(running).toEqual(['a', 'b', 'c', 'd']);
    for (const { open } of Object.values(doors)) open();
    await worker.stop();
  });

  it('never runs a job twice at once, not even when its lease runs out', async () => {
    await bench.queue.add([job('a'), job('b', 'a')], bench.clock.now);
    const { opened, open } = door();
    const running: string[] = [];
    const worker = bench.workerFor(async ({ key }) => {
      running.push(key);
      await opened;
      return { kind: 'done' };
    });
    worker.wake();
    await settle();
    bench.clock.now += 120_000;
    worker.wake();
    await settle();
    expect(running).toEqual(['a']);
    open();
    await settle();
    expect(running).toEqual(['a', 'b']);
    await worker.stop();
  });

  it('sets its alarm for the next job that falls due, and polls at the latest after a second', async () => {
    await bench.queue.add([{ ...job('soon'), dueAt: bench.clock.now + 400 }], bench.clock.now);
    const worked: string[] = [];
    const worker = bench.workerFor(async ({ key }) => {
      worked.push(key);
      return { kind: 'done' };
    });
    worker.wake();
    await settle();
    expect(bench.alarms.at(-1)?.afterMs).toBe(400);
    bench.clock.now += 400;
    bench.alarms.at(-1)?.ring();
    await settle();
    expect(worked).toEqual(['soon']);
    expect(bench.alarms.at(-1)?.afterMs).toBe(1_000);
    expect(bench.alarms.filter(alarm => !alarm.silent)).toHaveLength(1);
    await worker.stop();
  });

  it('finds work that nobody woke it for when the alarm rings', async () => {
    const worked: string[] = [];
    const worker = bench.workerFor(async ({ key }) => {
      worked.push(key);
      return { kind: 'done' };
    });
    worker.wake();
    await settle();
    await bench.queue.add([job('slipped-through')], bench.clock.now);
    bench.alarms.at(-1)?.ring();
    await settle();
    expect(worked).toEqual(['slipped-through']);
    await worker.stop();
  });

  it('misses no call to wake, not even one that comes as it goes to sleep', async () => {
    let slept = 0;
    const worker = bench.workerFor(async () => ({ kind: 'done' }), {
      alarm: () => {
        slept += 1;
        if (slept === 1) worker.wake();
        return () => undefined;
      },
    });
    worker.wake();
    await settle();
    expect(slept).toBe(2);
    await worker.stop();
  });

  it('reports a queue that cannot be asked, and asks again later', async () => {
    await bench.queue.add([job('a')], bench.clock.now);
    await sql`alter table jobs rename to jobs_gone`.execute(bench.db);
    const worked: string[] = [];
    const worker = bench.workerFor(async ({ key }) => {
      worked.push(key);
      return { kind: 'done' };
    });
    worker.wake();
    await settle();
    expect(bench.bugs).toMatchObject([{ key: undefined }]);
    expect(bench.alarms.at(-1)?.afterMs).toBe(1_000);
    await sql`alter table jobs_gone rename to jobs`.execute(bench.db);
    bench.alarms.at(-1)?.ring();
    await settle();
    expect(worked).toEqual(['a']);
    await worker.stop();
  });

  it('stops when the jobs under way are through, and begins no other', async () => {
    await bench.queue.add([job('a'), job('b', 'a')], bench.clock.now);
    const { opened, open } = door();
    const events: string[] = [];
    const worker = bench.workerFor(async ({ key }) => {
      events.push(`began ${key}`);
      await opened;
      events.push(`ended ${key}`);
      return { kind: 'done' };
    });
    worker.wake();
    await settle();
    const stopped = worker.stop().then(() => events.push('stopped'));
    await settle();
    expect(events).toEqual(['began a']);
    open();
    await stopped;
    worker.wake();
    await settle();
    expect(events).toEqual(['began a', 'ended a', 'stopped']);
    expect(bench.alarms.every(alarm => alarm.silent)).toBe(true);
  });

  it('never has two jobs of one lane under way, and works each in the order of adding', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 25 }),
        fc.infiniteStream(fc.integer({ min: 0, max: 3 })),
        lanesKeepTheirOrder,
      ),
      { numRuns: 15 },
    );
  });
});

let run = 0;

/** Adds jobs to random lanes, each of which takes a random number of event-loop turns, and watches who runs beside whom. */
const lanesKeepTheirOrder = async (lanes: readonly number[], pauses: Iterator<number>): Promise<void> => {
  run += 1;
  const jobs = lanes.map((lane, index) => job(`${run}/${index}`, `${run}/lane-${lane}`));
  const underWay = new Set<string>();
  const worked: Job[] = [];
  const worker = bench.workerFor(async one => {
    expect(underWay.has(one.lane)).toBe(false);
    underWay.add(one.lane);
    worked.push(one);
    await settle(pauses.next().value ?? 0);
    underWay.delete(one.lane);
    return { kind: 'done' };
  });
  for (const one of jobs) {
    await bench.queue.add([one], bench.clock.now);
    worker.wake();
  }
  while ((await bench.queue.nextDue()) !== undefined) await settle(1);
  await worker.stop();
  const byLane = (all: readonly NewJob[]) =>
    Object.groupBy(
      all.map(one => [one.lane, one.key] as const),
      ([lane]) => lane,
    );
  expect(byLane(worked)).toEqual(byLane(jobs));
  expect(bench.bugs).toEqual([]);
};
