import { describe, expect, it } from 'vitest';
import { createQueue } from '../../src/jobs/kysely-queue.ts';
import { keepHouse, STATE_PREFIX } from '../../src/service/housekeeping.ts';
import { createStore } from '../../src/store/kysely-store.ts';
import { createReferences } from '../../src/store/references.ts';
import { forgetBefore } from '../../src/store/retention.ts';
import { openEmbedded } from '../../src/store/sqlite/embedded.ts';
import { aJob, aThread, place } from '../store/a-thread.ts';

const DAY_MS = 86_400_000;
const NOW = 1_790_000_000_000;
const daysAgo = (days: number): number => NOW - days * DAY_MS;

describe('housekeeping', () => {
  it('forgets finished keys after two days, turns and states after one, threads and cards after their retention', async () => {
    const opened = await openEmbedded(':memory:');
    if (opened.kind !== 'opened') throw new Error(opened.message);
    const { db } = opened;
    const queue = createQueue(db);
    const store = createStore(db);
    let clock = NOW;
    const references = createReferences(db, () => clock);

    for (const days of [1, 3]) {
      await queue.add([aJob({ key: `done ${days}` })], daysAgo(days));
      await queue.finish(`done ${days}`, daysAgo(days));
    }
    await queue.add([aJob({ key: 'waits' })], daysAgo(300));
    for (const days of [10, 200]) {
      await queue.add([aJob({ key: `buried ${days}` })], daysAgo(days));
      await queue.bury(`buried ${days}`, 'gone', daysAgo(days));
      const at = { ...place, thread: `${days}` };
      await store.commit({
        thread: aThread({ place: at, changedAt: daysAgo(days) }),
        jobs: [],
        counted: ['answered'],
        now: daysAgo(days),
      });
      await store.recordPosted({ place: at, slot: 'checklist-1', message: '1.1' });
    }
    for (const [key, days] of [
      ['turn/a', 0],
      ['turn/b', 2],
      ['kept/a/U1', 0],
      ['kept/b/U1', 2],
      ['card/a', 10],
      ['card/b', 200],
      ['person/T1/a', 900],
      [`${STATE_PREFIX}a`, 0],
      [`${STATE_PREFIX}b`, 2],
    ] as const) {
      clock = daysAgo(days);
      await references.set(key, 'x');
    }

    expect(await keepHouse({ queue, references, forgetBefore: before => forgetBefore(db, before) }, NOW)).toBe(1);

    const keys = (await db.selectFrom('jobs').select('key').execute()).map(({ key }) => key);
    expect(keys.toSorted()).toEqual(['buried 10', 'done 1', 'waits']);
    expect((await store.threads({ workspace: place.workspace })).map(thread => thread.place.thread)).toEqual(['10']);
    expect(await store.posted({ ...place, thread: '10' }, 'checklist-1')).toBe('1.1');
    expect(await store.posted({ ...place, thread: '200' }, 'checklist-1')).toBeUndefined();
    const refs = (await db.selectFrom('refs').select('key').execute()).map(({ key }) => key);
    expect(refs.toSorted()).toEqual(['card/a', 'kept/a/U1', 'person/T1/a', `${STATE_PREFIX}a`, 'turn/a']);
    expect(await store.counts()).toEqual({ answered: 2 });
    await store.close();
  });
});
