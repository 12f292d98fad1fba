// The tables, as Kysely sees them: only text and whole numbers, so that SQLite and PostgreSQL hold the same. Times are
// in milliseconds since 1970; on PostgreSQL they are `bigint`, which its driver must be told to read as a number.
import type { Generated } from 'kysely';

/** `body` is the whole thread as JSON; the other columns are what threads are looked up by. */
export type ThreadRow = {
  surface: string;
  workspace: string;
  channel: string;
  thread: string;
  version: number;
  state: string;
  entry: string | null;
  asker_id: string;
  changed_at: number;
  body: string;
};

export type PostedRow = {
  surface: string;
  workspace: string;
  channel: string;
  thread: string;
  slot: string;
  message: string;
};

export type CounterRow = { workspace: string; name: string; count: number };

/**
 * `seq` is the order of adding. Open while `ended_at` is null; then `ending` says how. `free_at` is when it may be claimed:
 * at first when it is due, then when the lease of the latest claim ends. `body` is JSON, emptied when the work is done.
 */
export type JobRow = {
  seq: Generated<number>;
  key: string;
  kind: string;
  lane: string;
  body: string;
  due_at: number;
  free_at: number;
  attempts: number;
  added_at: number;
  ended_at: number | null;
  ending: 'finished' | 'buried' | null;
  reason: string | null;
};

export type ReferenceRow = { key: string; value: string; changed_at: number };

/** `listen` is set by a maintainer's command. */
export type WatchRow = {
  surface: string;
  workspace: string;
  channel: string;
  listen: string;
  by_id: string;
  by_name: string;
  set_at: number;
};

/** `sealed` is encrypted, and opens for its workspace only. */
export type InstallationRow = { workspace: string; sealed: string; changed_at: number };

export type Database = {
  threads: ThreadRow;
  posted: PostedRow;
  counters: CounterRow;
  jobs: JobRow;
  refs: ReferenceRow;
  installations: InstallationRow;
  watches: WatchRow;
};
