// The Queue contract: durable work, one lane at a time.
import type { NewJob } from '../store/store.ts';

/** `attempts` counts the claims, this one included: those that a crash cut short as well. */
export type Job = NewJob & { readonly attempts: number };

export interface Queue {
  /** Adds jobs whose keys are new; returns how many were. */
  add(jobs: readonly NewJob[], now: number): Promise<number>;
  /** The next due job whose lane is free, now taken for `leaseMs`; after that it may be claimed again. */
  claim(now: number, leaseMs: number): Promise<Job | undefined>;
  /** The work is done; its key is remembered, so that a late repeat changes nothing. */
  finish(key: string, now: number): Promise<void>;
  /** Tries again at `dueAt`; the lane waits for it. */
  retry(key: string, dueAt: number, reason: string): Promise<void>;
  /** Gives up: a dead letter, kept with its reason; the lane goes on. */
  bury(key: string, reason: string, now: number): Promise<void>;
  /** When the next job falls due, or undefined when there is none. */
  nextDue(): Promise<number | undefined>;
  /** Drops the keys of work finished before a time, so that the table stays small; returns how many. */
  sweep(before: number): Promise<number>;
}
