// What `forget` leaves behind: no row, and no page of the file, that names the person.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createQueue } from '../../src/jobs/kysely-queue.ts';
import { redact } from '../../src/redaction/redact.ts';
import { createStore } from '../../src/store/kysely-store.ts';
import { createReferences } from '../../src/store/references.ts';
import { forgetPerson } from '../../src/store/retention.ts';
import { compact, openEmbedded } from '../../src/store/sqlite/embedded.ts';
import { aJob, aThread, place } from './a-thread.ts';

const GRACE = { id: 'U0GRACE', name: 'Grace Hopper' };
const ALAN = { id: 'U0GRACE2', name: 'Alan Turing' };

it('removes a person, and leaves those alone whose id only begins alike', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'locksmith-forget-'));
  const file = join(folder, 'locksmith.db');
  const opened = await openEmbedded(file);
  if (opened.kind !== 'opened') throw new Error(opened.message);
  const { db } = opened;
  const store = createStore(db);
  const queue = createQueue(db);
  const references = createReferences(db, () => 1);
  const commit = (thread: Parameters<typeof aThread>[0]) =>
    store.commit({ thread: aThread(thread), jobs: [], counted: ['answered'], now: 1 });

  await commit({ place: { ...place, thread: 'hers' }, asker: GRACE });
  await store.recordPosted({ place: { ...place, thread: 'hers' }, slot: 'checklist-1', message: '1.1' });
  await commit({
    place: { ...place, thread: 'his' },
    asker: ALAN,
    opening: redact(`<@${GRACE.id}> ExpiredToken`).text,
    ticks: [GRACE, ALAN].map((by, at) => ({ step: 'a/b', by, at })),
    reports: [GRACE, ALAN].map((by, at) => ({ at, by, done: ['a/b'], open: [] })),
    heard: [GRACE, ALAN].map(({ id }, at) => ({ act: 'solved', by: id, at })),
    endedBy: GRACE,
    called: { at: 1, by: GRACE, reminded: false },
  });
  await commit({ place: { ...place, thread: 'only his' }, asker: ALAN });
  await queue.add(
    [GRACE, ALAN].map(by => aJob({ key: `slack/T1/C1/1.1/${by.id}`, body: { by } })),
    1,
  );
  await queue.bury(`slack/T1/C1/1.1/${GRACE.id}`, 'gone', 2);
  for (const { id } of [GRACE, ALAN]) {
    await references.set(`person/T1/${id}`, '29:1');
    await references.set(`kept/a-message/${id}`, 'ExpiredToken');
  }

  const channel = { surface: place.surface, workspace: place.workspace, channel: place.channel };
  const watch = { listen: 'off', by: GRACE, at: 1 } as const;
  await store.commit({ watched: { channel, watch }, jobs: [], counted: [], now: 1 });

  expect(await forgetPerson(db, GRACE.id)).toEqual({ threads: 1, renamed: 1 });

  expect(await store.thread({ ...place, thread: 'hers' })).toBeUndefined();
  expect(await store.posted({ ...place, thread: 'hers' }, 'checklist-1')).toBeUndefined();
  expect(await store.thread({ ...place, thread: 'his' })).toMatchObject({
    version: 2,
    asker: ALAN,
    opening: 'somebody ExpiredToken',
    ticks: [{ by: { id: 'somebody', name: 'somebody' } }, { by: ALAN }],
    reports: [{ by: { id: 'somebody', name: 'somebody' } }, { by: ALAN }],
    heard: [{ by: 'somebody' }, { by: ALAN.id }],
    endedBy: { name: 'somebody' },
    called: { by: { name: 'somebody' } },
  });
  expect(await references.get(`person/T1/${ALAN.id}`)).toBe('29:1');
  expect(await references.get(`kept/a-message/${GRACE.id}`)).toBeUndefined();
  expect(await references.get(`kept/a-message/${ALAN.id}`)).toBe('ExpiredToken');
  expect((await queue.claim(1_000, 1_000))?.key).toContain(ALAN.id);
  expect(await store.counts()).toEqual({ answered: 3 });
  expect(await store.watches()).toMatchObject([{ watch: { listen: 'off', by: { name: 'somebody' } } }]);

  await store.close();
  compact(file);
  const kept = readdirSync(folder)
    .map(name => readFileSync(join(folder, name), 'latin1'))
    .join('\n');
  expect(kept).toContain(ALAN.name);
  expect(kept).not.toContain(GRACE.name);
  expect(kept).not.toMatch(/U0GRACE(?!2)/);
  rmSync(folder, { recursive: true });
});
