// The pipeline, running: what comes in is stored as jobs, and one worker does each kind of them.
import type { Job, Queue } from '../../jobs/queue.ts';
import type { Worked } from '../../jobs/verdict.ts';
import { createWorker, type Worker } from '../../jobs/worker.ts';
import type { Store } from '../../store/store.ts';
import type { Surface } from '../../surfaces/surface.ts';
import type { Config } from '../config/config.ts';
import type { Log } from '../report/log.ts';
import type { Metrics } from '../report/metrics.ts';
import { answerEvent, answerTimer } from './answer.ts';
import { type Brain, contextOf } from './context.ts';
import { deliverMark, deliverReply } from './deliver.ts';
import { EVENT_JOB, MARK_JOB, TIMER_JOB, type Way } from './handle.ts';
import { createRush } from './rush.ts';
import { createWatches } from './watches.ts';

/** `surfaces`: where replies go, by name; each joins when it is started. */
export type Pipeline = { readonly way: Way; readonly worker: Worker; readonly surfaces: Map<string, Surface> };

type Parts = {
  readonly config: Config;
  readonly brain: Brain;
  readonly store: Store;
  readonly queue: Queue;
  readonly metrics: Metrics;
  readonly log: Log;
};

export async function createPipeline({ config, brain, store, queue, metrics, log }: Parts): Promise<Pipeline> {
  const watches = createWatches(await store.watches());
  const surfaces = new Map<string, Surface>();
  const rush = createRush(Date.now);
  const way: Way = {
    rush,
    store,
    watches,
    queue,
    metrics,
    now: Date.now,
    contextOf: event => contextOf(brain, config, event, watches.of(event.place)),
    marks: surface => surfaces.get(surface)?.mark !== undefined,
    wake: () => worker.wake(),
  };
  const worker = createWorker({
    queue,
    handle: job => work(job, way, surfaces),
    isRush: rush.isOn,
    now: Date.now,
    onBug: (job, error) => log.error('a job failed by a bug', { ...(job && { id: job.key, kind: job.kind }) }, error),
    onBuried: (job, reason) => log.warn('a job was given up', { id: job.key, kind: job.kind, code: reason }),
  });
  return { way, worker, surfaces };
}

function work(job: Job, way: Way, surfaces: ReadonlyMap<string, Surface>): Promise<Worked> {
  switch (job.kind) {
    case EVENT_JOB:
      return answerEvent(job, way);
    case TIMER_JOB:
      return answerTimer(job, way);
    case MARK_JOB:
      return deliverMark(job, way, surfaces);
    default:
      return deliverReply(job, way, surfaces);
  }
}
