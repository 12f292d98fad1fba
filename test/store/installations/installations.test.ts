// Installations in the embedded store: sealed on disk, keys exchanged, and gone with their workspace.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { afterEach, describe, expect, it } from 'vitest';
import { createQueue } from '../../../src/jobs/kysely-queue.ts';
import type { Database } from '../../../src/store/database.ts';
import { createInstallations } from '../../../src/store/installations/installations.ts';
import { type KeyRing, parseKeys } from '../../../src/store/installations/sealing.ts';
import { createStore } from '../../../src/store/kysely-store.ts';
import { openEmbedded } from '../../../src/store/sqlite/embedded.ts';
import { aJob, asker, aThread, place } from '../a-thread.ts';

const OLD = randomBytes(32).toString('base64');
const NEW = randomBytes(32).toString('base64');
const TOKEN = 'a-token-that-must-not-be-found';

const ring = (text: string): KeyRing => {
  const parsed = parseKeys(text);
  if (parsed.kind !== 'keys') throw new Error(`key ${parsed.nth}`);
  return parsed.keys;
};

const folder = mkdtempSync(join(tmpdir(), 'locksmith-installations-'));
const opened: Kysely<Database>[] = [];
afterEach(async () => {
  for (const db of opened.splice(0)) await db.destroy();
  rmSync(folder, { recursive: true, force: true });
});

const openDb = async (path = ':memory:'): Promise<Kysely<Database>> => {
  const outcome = await openEmbedded(path);
  if (outcome.kind === 'refused') throw new Error(outcome.message);
  opened.push(outcome.db);
  return outcome.db;
};

const withKeys = (db: Kysely<Database>, keys: string) => createInstallations(db, ring(keys), () => 1);
const sealedOf = async (db: Kysely<Database>): Promise<string[]> =>
  (await db.selectFrom('installations').select('sealed').execute()).map(({ sealed }) => sealed);

describe('an installation', () => {
  it('is kept for its workspace, replaced by a newer one, and removed', async () => {
    const installations = withKeys(await openDb(), OLD);
    await installations.put('T1', 'first');
    await installations.put('T2', 'other');
    await installations.put('T1', 'second');
    expect(await installations.get('T1')).toMatchObject({ kind: 'found', text: 'second' });
    await installations.remove('T1');
    expect(await installations.get('T1')).toEqual({ kind: 'none' });
    expect(await installations.get('T2')).toMatchObject({ kind: 'found', text: 'other' });
  });

  it('is replaced only by somebody who saw its latest state', async () => {
    const installations = withKeys(await openDb(), OLD);
    await installations.put('T1', 'first');
    const kept = await installations.get('T1');
    const mark = kept.kind === 'found' ? kept.mark : '';
    expect(await installations.replace('T1', mark, 'second')).toBe(true);
    expect(await installations.replace('T1', mark, 'late')).toBe(false);
    await installations.remove('T1');
    expect(await installations.replace('T1', mark, 'after the end')).toBe(false);
    expect(await installations.get('T1')).toEqual({ kind: 'none' });
  });

  it('stands in no file of the store as it is', async () => {
    const db = await openDb(join(folder, 'locksmith.db'));
    await withKeys(db, OLD).put('T1', TOKEN);
    const files = readdirSync(folder).map(name => readFileSync(join(folder, name), 'latin1'));
    expect(files.join('\n')).toContain('T1');
    expect(files.join('\n')).not.toContain(TOKEN);
    expect(files.join('\n')).not.toContain(Buffer.from(TOKEN).toString('base64url').slice(2, -4));
  });

  it('moved into the row of another workspace does not open there', async () => {
    const db = await openDb();
    const installations = withKeys(db, OLD);
    await installations.put('T1', TOKEN);
    await installations.put('T2', 'other');
    const [first = ''] = await sealedOf(db);
    await db.updateTable('installations').set({ sealed: first }).where('workspace', '=', 'T2').execute();
    expect(await installations.get('T2')).toEqual({ kind: 'unreadable', why: 'tampered' });
    expect(await installations.get('T1')).toMatchObject({ text: TOKEN });
  });
});

describe('a change of keys', () => {
  it('seals a row anew when it is read, so that the old key may go', async () => {
    const db = await openDb();
    await withKeys(db, OLD).put('T1', TOKEN);
    expect(await withKeys(db, `${NEW},${OLD}`).get('T1')).toMatchObject({ text: TOKEN });
    expect(await withKeys(db, NEW).get('T1')).toMatchObject({ text: TOKEN });
    expect(await withKeys(db, OLD).get('T1')).toEqual({ kind: 'unreadable', why: 'no-such-key' });
  });

  it('is through for all rows at once when asked for, and names those that nobody can read', async () => {
    const db = await openDb();
    for (const workspace of ['T1', 'T2', 'T3']) await withKeys(db, OLD).put(workspace, TOKEN);
    await db.updateTable('installations').set({ sealed: 's1.damaged' }).where('workspace', '=', 'T2').execute();
    expect(await withKeys(db, `${NEW},${OLD}`).renewSeals()).toEqual(['T2']);
    expect(await withKeys(db, NEW).renewSeals()).toEqual(['T2']);
    const untouched = await sealedOf(db);
    await withKeys(db, NEW).renewSeals();
    expect(await sealedOf(db)).toEqual(untouched);
  });
});

it('takes everything of a workspace along when it leaves, and nothing of another; counts stay', async () => {
  const db = await openDb();
  const installations = withKeys(db, OLD);
  const store = createStore(db);
  const queue = createQueue(db);
  const there = { ...place, workspace: 'T1' };
  const others = [
    { ...place, workspace: 'T10' },
    { ...place, surface: 'teams', workspace: 'T1' },
  ];
  for (const one of [there, ...others]) {
    await store.commit({ thread: aThread({ place: one }), jobs: [], counted: ['answered'], now: 1 });
    await store.recordPosted({ place: one, slot: 'checklist-1', message: '1.1' });
    const watched = { channel: one, watch: { listen: 'off', by: asker, at: 1 } } as const;
    await store.commit({ watched, jobs: [], counted: [], now: 1 });
  }
  const lanes = ['slack/T1/C1/1.1', 'delivery/slack/T1/C1/1.1', 'timer/nudge/slack/T1/C1/1.1/5'];
  const kept = ['slack/T10/C1/1.1', 'delivery/teams/T1/C1/1.1', 'delivery/slack/T10/T1/1.1'];
  await queue.add(
    [...lanes, ...kept].map(lane => aJob({ key: `job of ${lane}`, lane })),
    1,
  );
  await queue.bury('job of slack/T1/C1/1.1', 'not_installed', 2);
  await installations.put('T1', TOKEN);
  await installations.put('T10', 'other');

  expect(await installations.leave({ surface: 'slack', workspace: 'T1' })).toBe(1);

  expect(await installations.get('T1')).toEqual({ kind: 'none' });
  expect(await store.thread(there)).toBeUndefined();
  expect(await store.posted(there, 'checklist-1')).toBeUndefined();
  for (const one of others) {
    expect(await store.thread(one)).toBeDefined();
    expect(await store.posted(one, 'checklist-1')).toBe('1.1');
  }
  expect((await store.watches()).map(({ channel }) => channel.surface + channel.workspace).toSorted()).toEqual([
    'slackT10',
    'teamsT1',
  ]);
  const jobs = await db.selectFrom('jobs').select('lane').orderBy('seq').execute();
  expect(jobs.map(({ lane }) => lane)).toEqual(kept);
  expect(await installations.get('T10')).toMatchObject({ text: 'other' });
  expect(await store.counts('T1')).toEqual({ answered: 2 });
});
