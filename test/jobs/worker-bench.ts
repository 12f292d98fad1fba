// A worker over the embedded queue. Time is a number that the test moves; the alarm rings when the test says so.
import { createQueue } from '../../src/jobs/kysely-queue.ts';
import type { Job } from '../../src/jobs/queue.ts';
import type { Worked } from '../../src/jobs/verdict.ts';
import { createWorker, type WorkerOptions } from '../../src/jobs/worker.ts';
import { createStore } from '../../src/store/kysely-store.ts';
import { openEmbedded } from '../../src/store/sqlite/embedded.ts';
import type { NewJob } from '../../src/store/store.ts';

type Bug = { readonly key: string | undefined; readonly error: unknown };
type Alarm = { readonly afterMs: number; readonly ring: () => void; silent: boolean };

export const openBench = async () => {
  const opened = await openEmbedded(':memory:');
  if (opened.kind === 'refused') throw new Error(opened.message);
  const queue = createQueue(opened.db);
  const clock = { now: 1_000 };
  const bugs: Bug[] = [];
  const buried: string[] = [];
  const alarms: Alarm[] = [];
  const workerFor = (handle: (job: Job) => Promise<Worked>, options: Partial<WorkerOptions> = {}) =>
    createWorker({
      queue,
      handle,
      now: () => clock.now,
      random: () => 0,
      onBug: (job, error) => bugs.push({ key: job?.key, error }),
      onBuried: (job, reason) => buried.push(`${job.key}: ${reason}`),
      alarm: (afterMs, ring) => {
        const alarm = { afterMs, ring, silent: false };
        alarms.push(alarm);
        return () => {
          alarm.silent = true;
        };
      },
      ...options,
    });
  return { db: opened.db, store: createStore(opened.db), queue, clock, bugs, buried, alarms, workerFor };
};

export type Bench = Awaited<ReturnType<typeof openBench>>;

export const job = (key: string, lane = key): NewJob => ({ key, kind: 'event', lane, body: null, dueAt: 0 });

/** A door that handlers wait at, so that the test decides when they go on. */
export const door = () => {
  let open: () => void = () => undefined;
  const opened = new Promise<void>(resolve => {
    open = resolve;
  });
  return { opened, open };
};

/** Lets everything happen that can happen without time going by: some turns of the event loop, each with its commit. */
export const settle = async (turns = 30) => {
  for (let turn = 0; turn < turns; turn += 1) await new Promise(resolve => setImmediate(resolve));
};
