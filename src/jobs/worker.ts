// Works the queue: claims jobs at once when woken, several lanes at a time, and sees each one through.
import type { Job, Queue } from './queue.ts';
import { isHopeless, type Verdict, verdict, verdictOnBug, type Worked } from './verdict.ts';

export type WorkerOptions = {
  readonly queue: Queue;
  readonly handle: (job: Job) => Promise<Worked>;
  readonly now: () => number;
  /** Something threw: a bug of ours, or the database. Without a job when the queue itself could not be asked. */
  readonly onBug: (job: Job | undefined, error: unknown) => void;
  readonly onBuried: (job: Job, reason: string) => void;
  readonly concurrency?: number;
  /** While it is, jobs are done one at a time: something else needs the processor more. */
  readonly isRush?: () => boolean;
  readonly leaseMs?: number;
  readonly pollMs?: number;
  readonly random?: () => number;
  /** Rings once after a while; returns what switches it off. */
  readonly alarm?: (afterMs: number, ring: () => void) => () => void;
};

export type Worker = {
  /** There may be work: called at the start, and after each commit that added some. Returns at once. */
  wake(): void;
  /** Claims one job and sees it through; false when none was free. */
  workOnce(): Promise<boolean>;
  /** Claims nothing any more; resolves when the jobs under way are through. */
  stop(): Promise<void>;
};

// A job waits for the disk and the platform, not for the processor; eight at a time hide those waits.
const CONCURRENCY = 8;

// A handler's slowest call is one to a platform, which gives up in seconds; after a crash the thread waits no longer than this.
const LEASE_MS = 60_000;

// Added work wakes the worker and retries set the alarm; polling finds what slipped through, such as the lease of a dead process.
const POLL_MS = 1_000;

// A job that is due but that nobody may claim must not make the loop spin.
const SHORTEST_WAIT_MS = 10;

const ringOnce = (afterMs: number, ring: () => void): (() => void) => {
  const timer = setTimeout(ring, afterMs);
  return () => clearTimeout(timer);
};

const DEFAULTS = {
  concurrency: CONCURRENCY,
  isRush: () => false,
  leaseMs: LEASE_MS,
  pollMs: POLL_MS,
  random: Math.random,
  alarm: ringOnce,
};

export const createWorker = (options: WorkerOptions): Worker => new WorkerLoop({ ...DEFAULTS, ...options });

class WorkerLoop implements Worker {
  readonly #options: Required<WorkerOptions>;
  readonly #running = new Map<string, Promise<void>>();
  #round: Promise<void> | undefined;
  #wokenAgain = false;
  #stopped = false;
  #silence: () => void = () => undefined;

  constructor(options: Required<WorkerOptions>) {
    this.#options = options;
  }

  wake(): void {
    this.#wokenAgain = true;
    if (this.#stopped || this.#round !== undefined) return;
    this.#round = this.#claimAll().finally(() => {
      this.#round = undefined;
      if (this.#wokenAgain) this.wake(); // woken after the last look, before the round was over
    });
  }

  async workOnce(): Promise<boolean> {
    const { queue, now, leaseMs } = this.#options;
    const job = await queue.claim(now(), leaseMs);
    if (job === undefined) return false;
    await this.#track(job);
    return true;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#round;
    this.#silence();
    await Promise.all(this.#running.values());
  }

  /** Fills the free places until nothing is left to claim, then sets the alarm for what falls due next. */
  async #claimAll(): Promise<void> {
    this.#silence();
    let waitMs = this.#options.pollMs;
    try {
      while (this.#wokenAgain) {
        this.#wokenAgain = false;
        while (await this.#claimOne());
        waitMs = await this.#untilNextDue();
      }
    } catch (error) {
      this.#options.onBug(undefined, error);
    }
    if (!this.#stopped) this.#silence = this.#options.alarm(waitMs, () => this.wake());
  }

  async #claimOne(): Promise<boolean> {
    const { queue, now, leaseMs } = this.#options;
    if (this.#stopped || this.#running.size >= this.#places()) return false;
    const job = await queue.claim(now(), leaseMs);
    if (job === undefined) return false;
    void this.#track(job).then(() => this.wake());
    return true;
  }

  #places(): number {
    const { isRush, concurrency } = this.#options;
    return isRush() ? 1 : concurrency;
  }

  async #untilNextDue(): Promise<number> {
    const { queue, now, pollMs } = this.#options;
    if (this.#running.size >= this.#places()) return pollMs; // the first that ends wakes us
    const due = await queue.nextDue();
    return due === undefined ? pollMs : Math.min(Math.max(due - now(), SHORTEST_WAIT_MS), pollMs);
  }

  /** A job whose lease ran out while it is still running here is left to end: it never runs twice at once. */
  #track(job: Job): Promise<void> {
    const running = this.#running.get(job.key);
    if (running !== undefined) return running;
    const run = this.#run(job).finally(() => this.#running.delete(job.key));
    this.#running.set(job.key, run);
    return run;
  }

  /** The one place where what a handler throws is caught. Should that fail too, the lease brings the job back. */
  async #run(job: Job): Promise<void> {
    const { handle, random, onBug } = this.#options;
    try {
      if (isHopeless(job.attempts)) await this.#carryOut(job, { kind: 'bury', reason: 'never-ended' });
      else await this.#carryOut(job, verdict(await handle(job), job.attempts, random()));
    } catch (error) {
      onBug(job, error);
      await this.#carryOut(job, verdictOnBug(error, job.attempts, random())).catch(again => onBug(job, again));
    }
  }

  async #carryOut(job: Job, what: Verdict): Promise<void> {
    const { queue, now, onBuried } = this.#options;
    switch (what.kind) {
      case 'finish':
        return queue.finish(job.key, now());
      case 'leave':
        return;
      case 'retry':
        return queue.retry(job.key, now() + what.afterMs, what.reason);
      case 'bury':
        await queue.bury(job.key, what.reason, now());
        return onBuried(job, what.reason);
    }
  }
}
