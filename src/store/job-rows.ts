// The rows of the jobs table that both a commit and the queue write.
import type { Kysely } from 'kysely';
import type { Database } from './database.ts';
import type { NewJob } from './store.ts';

/** Adds the jobs whose keys are new, in their order; returns how many were. */
export async function insertJobs(db: Kysely<Database>, jobs: readonly NewJob[], now: number): Promise<number> {
  if (jobs.length === 0) return 0;
  const [inserted] = await db
    .insertInto('jobs')
    .values(jobs.map(job => toRow(job, now)))
    .onConflict(conflict => conflict.column('key').doNothing())
    .execute();
  return Number(inserted?.numInsertedOrUpdatedRows ?? 0);
}

/** Ends an open job and forgets its content: the key is enough to know a repeat by. False when it was not open. */
export async function finishJob(db: Kysely<Database>, key: string, now: number): Promise<boolean> {
  const finished = await db
    .updateTable('jobs')
    .set({ ending: 'finished', ended_at: now, body: '', reason: null })
    .where('key', '=', key)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return finished.numUpdatedRows > 0n;
}

const toRow = (job: NewJob, now: number) => ({
  key: job.key,
  kind: job.kind,
  lane: job.lane,
  body: JSON.stringify(job.body ?? null),
  due_at: job.dueAt,
  free_at: job.dueAt,
  attempts: 0,
  added_at: now,
});
