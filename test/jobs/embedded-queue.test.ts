// The queue in the embedded database runs the shared suite.
import { expect, it } from 'vitest';
import { createQueue } from '../../src/jobs/kysely-queue.ts';
import { openEmbedded } from '../../src/store/sqlite/embedded.ts';
import { queueSuite } from './queue-suite.ts';

const open = async () => {
  const opened = await openEmbedded(':memory:');
  if (opened.kind === 'refused') throw new Error(opened.message);
  return opened.db;
};

queueSuite('embedded', async () => {
  const db = await open();
  return { queue: createQueue(db), close: () => db.destroy() };
});

it('forgets what a job was about when it is done, and keeps it with the reason when it was given up', async () => {
  const db = await open();
  const queue = createQueue(db);
  const job = { kind: 'event', lane: 'x', body: 'what somebody wrote', dueAt: 0 };
  await queue.add(
    [
      { ...job, key: 'done' },
      { ...job, key: 'given-up' },
    ],
    1,
  );
  await queue.finish('done', 2);
  await queue.bury('given-up', 'refused', 3);
  const rows = await db
    .selectFrom('jobs')
    .select(['key', 'body', 'ending', 'ended_at', 'reason'])
    .orderBy('seq')
    .execute();
  expect(rows).toEqual([
    { key: 'done', body: '', ending: 'finished', ended_at: 2, reason: null },
    { key: 'given-up', body: '"what somebody wrote"', ending: 'buried', ended_at: 3, reason: 'refused' },
  ]);
  await db.destroy();
});
