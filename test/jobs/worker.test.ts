// What one step of the worker does with one job.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MOST_ATTEMPTS, MOST_ATTEMPTS_OF_A_BUG } from '../../src/jobs/back-off.ts';
import { type Bench, job, openBench } from './worker-bench.ts';

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(() => bench.store.close());

describe('one step', () => {
  it('says that there was nothing to do', async () => {
    expect(await bench.workerFor(async () => ({ kind: 'done' })).workOnce()).toBe(false);
  });

  it('finishes a job that was done', async () => {
    await bench.queue.add([job('a'), job('b', 'a')], bench.clock.now);
    const worker = bench.workerFor(async () => ({ kind: 'done' }));
    expect(await worker.workOnce()).toBe(true);
    expect((await bench.queue.claim(bench.clock.now, 10))?.key).toBe('b');
  });

  it('leaves a job alone that the handler finished in its own commit', async () => {
    await bench.queue.add([job('a')], bench.clock.now);
    const worker = bench.workerFor(async ({ key }) => {
      await bench.store.commit({ jobs: [], counted: [], finishes: key, now: bench.clock.now });
      return { kind: 'finished-already' };
    });
    await worker.workOnce();
    expect(await bench.queue.nextDue()).toBeUndefined();
  });

  it('tries again later and later, then gives up and says so', async () => {
    await bench.queue.add([job('a')], bench.clock.now);
    const worker = bench.workerFor(async () => ({ kind: 'retry', reason: 'unreachable' }));
    const waits: number[] = [];
    while (await worker.workOnce()) {
      const due = (await bench.queue.nextDue()) ?? bench.clock.now;
      waits.push(due - bench.clock.now);
      bench.clock.now = due;
    }
    expect(waits.slice(0, 4)).toEqual([1_000, 2_000, 4_000, 8_000]);
    expect(waits).toHaveLength(MOST_ATTEMPTS);
    expect(bench.buried).toEqual(['a: unreachable']);
    expect(bench.bugs).toEqual([]);
  });

  it('waits as long as the platform said', async () => {
    await bench.queue.add([job('a')], bench.clock.now);
    await bench.workerFor(async () => ({ kind: 'retry', reason: 'rate-limited', afterMs: 30_000 })).workOnce();
    expect(await bench.queue.nextDue()).toBe(31_000);
  });

  it('gives up at once when the handler says so, and goes on with the lane', async () => {
    await bench.queue.add([job('a', 'x'), job('b', 'x')], bench.clock.now);
    const worker = bench.workerFor(async ({ key }) =>
      key === 'a' ? { kind: 'give-up', reason: 'gone' } : { kind: 'done' },
    );
    await worker.workOnce();
    expect(bench.buried).toEqual(['a: gone']);
    expect(await worker.workOnce()).toBe(true);
  });

  it('reports each throw of a handler, tries again, and buries the job in the end', async () => {
    await bench.queue.add([job('a')], bench.clock.now);
    const error = new TypeError('reading of undefined');
    const worker = bench.workerFor(async () => {
      throw error;
    });
    while (await worker.workOnce()) bench.clock.now = (await bench.queue.nextDue()) ?? bench.clock.now;
    expect(bench.bugs).toEqual(Array.from({ length: MOST_ATTEMPTS_OF_A_BUG }, () => ({ key: 'a', error })));
    expect(bench.buried).toEqual(['a: bug: TypeError']);
  });

  it('buries a job unworked that took the process down each time', async () => {
    await bench.queue.add([job('a')], bench.clock.now);
    for (let crash = 0; crash < MOST_ATTEMPTS; crash += 1) {
      await bench.queue.claim(bench.clock.now, 10);
      bench.clock.now += 10;
    }
    const worked: string[] = [];
    await bench
      .workerFor(async ({ key }) => {
        worked.push(key);
        return { kind: 'done' };
      })
      .workOnce();
    expect(worked).toEqual([]);
    expect(bench.buried).toEqual(['a: never-ended']);
  });
});
