// The Queue contract in SQL, over the jobs table of the store's own database.
import type { ExpressionBuilder, Kysely } from 'kysely';
import type { Database } from '../store/database.ts';
import { finishJob, insertJobs } from '../store/job-rows.ts';
import type { Job, Queue } from './queue.ts';

export const createQueue = (db: Kysely<Database>): Queue => ({
  add: (jobs, now) => insertJobs(db, jobs, now),
  claim: (now, leaseMs) => claim(db, now, leaseMs),
  finish: async (key, now) => {
    await finishJob(db, key, now);
  },
  retry: (key, dueAt, reason) => retry(db, key, dueAt, reason),
  bury: (key, reason, now) => bury(db, key, reason, now),
  nextDue: () => nextDue(db),
  sweep: before => sweep(db, before),
});

/** One statement. `free_at` is asked again outside, for a replica that chose the same row at the same moment. */
const claim = async (db: Kysely<Database>, now: number, leaseMs: number): Promise<Job | undefined> => {
  const row = await db
    .updateTable('jobs')
    .set(eb => ({ free_at: now + leaseMs, attempts: eb('attempts', '+', 1) }))
    .where('seq', '=', eb => firstClaimable(eb, now))
    .where('ended_at', 'is', null)
    .where('free_at', '<=', now)
    .returning(['key', 'kind', 'lane', 'body', 'due_at', 'attempts'])
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const body: unknown = JSON.parse(row.body);
  return { key: row.key, kind: row.kind, lane: row.lane, body, dueAt: row.due_at, attempts: row.attempts };
};

/** Of the lanes' first jobs, the one that has been free the longest. */
const firstClaimable = (eb: ExpressionBuilder<Database, 'jobs'>, now: number) =>
  eb
    .selectFrom('jobs as job')
    .select('job.seq')
    .where('job.ended_at', 'is', null)
    .where('job.free_at', '<=', now)
    .where(inner => inner.not(inner.exists(earlierInLane(inner))))
    .orderBy('job.free_at')
    .orderBy('job.seq')
    .limit(1);

/** What holds a lane: an open job added before, whether it waits, runs or is to be tried again. */
const earlierInLane = (eb: ExpressionBuilder<Database & { job: Database['jobs'] }, 'job'>) =>
  eb
    .selectFrom('jobs as earlier')
    .select('earlier.seq')
    .whereRef('earlier.lane', '=', 'job.lane')
    .whereRef('earlier.seq', '<', 'job.seq')
    .where('earlier.ended_at', 'is', null);

const retry = async (db: Kysely<Database>, key: string, dueAt: number, reason: string): Promise<void> => {
  await db
    .updateTable('jobs')
    .set({ due_at: dueAt, free_at: dueAt, reason })
    .where('key', '=', key)
    .where('ended_at', 'is', null)
    .execute();
};

/** Keeps the body: a dead letter is there to be looked at. */
const bury = async (db: Kysely<Database>, key: string, reason: string, now: number): Promise<void> => {
  await db
    .updateTable('jobs')
    .set({ ending: 'buried', ended_at: now, reason })
    .where('key', '=', key)
    .where('ended_at', 'is', null)
    .execute();
};

/** Among the lanes' first jobs only; one that is running counts with the end of its lease. */
const nextDue = async (db: Kysely<Database>): Promise<number | undefined> => {
  const row = await db
    .selectFrom('jobs as job')
    .select('job.free_at')
    .where('job.ended_at', 'is', null)
    .where(eb => eb.not(eb.exists(earlierInLane(eb))))
    .orderBy('job.free_at')
    .limit(1)
    .executeTakeFirst();
  return row?.free_at;
};

const sweep = async (db: Kysely<Database>, before: number): Promise<number> => {
  const swept = await db
    .deleteFrom('jobs')
    .where('ending', '=', 'finished')
    .where('ended_at', '<', before)
    .executeTakeFirst();
  return Number(swept.numDeletedRows);
};
