// The embedded database runs the shared suite, and keeps its own promises: alone, synced, and clear when it refuses.
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createQueue } from '../../../src/jobs/kysely-queue.ts';
import { createStore } from '../../../src/store/kysely-store.ts';
import { openEmbedded } from '../../../src/store/sqlite/embedded.ts';
import { aThread, place } from '../a-thread.ts';
import { storeSuite } from '../store-suite.ts';

const openDatabase = async (path: string) => {
  const opened = await openEmbedded(path);
  if (opened.kind === 'refused') throw new Error(opened.message);
  return opened.db;
};

storeSuite('embedded', async () => {
  const db = await openDatabase(':memory:');
  return { store: createStore(db), queue: createQueue(db) };
});

describe('the embedded database', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'locksmith-store-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('makes the folder and the file, for our own user only', async () => {
    const path = join(folder, 'new', 'data', 'store.db');
    const db = await openDatabase(path);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'new', 'data')).mode & 0o777).toBe(0o700);
    await db.destroy();
  });

  it('keeps what was saved when it is closed and opened again, and leaves one file', async () => {
    const path = join(folder, 'store.db');
    const before = createStore(await openDatabase(path));
    await before.commit({ thread: aThread(), jobs: [], counted: ['answered'], now: 1 });
    await before.close();
    expect(existsSync(`${path}-wal`)).toBe(false);
    const after = createStore(await openDatabase(path));
    expect(await after.thread(place)).toEqual({ ...aThread(), version: 1 });
    expect(await after.counts()).toEqual({ answered: 1 });
    await after.close();
  });

  it('writes ahead and syncs at each commit', async () => {
    const db = await openDatabase(join(folder, 'store.db'));
    const pragma = async (name: string) => (await sql.raw(`pragma ${name}`).execute(db)).rows;
    expect(await pragma('journal_mode')).toMatchObject([{ journal_mode: 'wal' }]);
    expect(await pragma('synchronous')).toMatchObject([{ synchronous: 2 }]);
    await db.destroy();
  });

  it('refuses a file that is open already, says what to do, and does no harm to the first', async () => {
    const path = join(folder, 'store.db');
    const first = createStore(await openDatabase(path));
    const second = await openEmbedded(path);
    expect(second).toMatchObject({ kind: 'refused', why: 'in-use' });
    const message = second.kind === 'refused' ? second.message : '';
    for (const part of [path, 'another process', 'LOCKSMITH_DATA', 'DATABASE_URL']) expect(message).toContain(part);
    expect(await first.commit({ thread: aThread(), jobs: [], counted: [], now: 1 })).toBe('saved');
    await first.close();
    await (await openDatabase(path)).destroy();
  });

  it('refuses a file that is no database, and leaves it as it is', async () => {
    const path = join(folder, 'notes.txt');
    writeFileSync(path, 'not a database, but somebody may want it\n'.repeat(50));
    const before = statSync(path);
    expect(await openEmbedded(path)).toMatchObject({ kind: 'refused', why: 'unusable' });
    expect(statSync(path)).toMatchObject({ size: before.size, mtimeMs: before.mtimeMs });
  });

  it('refuses a folder that cannot be made', async () => {
    writeFileSync(join(folder, 'file'), '');
    expect(await openEmbedded(join(folder, 'file', 'store.db'))).toMatchObject({ kind: 'refused', why: 'unusable' });
  });

  it('refuses a file that a newer Locksmith wrote', async () => {
    const path = join(folder, 'store.db');
    const db = await openDatabase(path);
    await sql`insert into kysely_migration (name, timestamp) values ('999-from-the-future', '')`.execute(db);
    await db.destroy();
    const refused = await openEmbedded(path);
    expect(refused).toMatchObject({ kind: 'refused', why: 'unusable' });
    expect(refused.kind === 'refused' && refused.message).toContain('999-from-the-future');
  });

  it('names the thread whose stored form does not fit', async () => {
    const db = await openDatabase(':memory:');
    const store = createStore(db);
    await store.commit({ thread: aThread(), jobs: [], counted: [], now: 1 });
    await db.updateTable('threads').set({ body: '{"state":"melted"}' }).execute();
    await expect(store.thread(place)).rejects.toThrow(`threads slack/T024BE7LD/C061EG9SL/${place.thread}`);
    await store.close();
  });

  it('keeps a field that a newer Locksmith wrote', async () => {
    const db = await openDatabase(':memory:');
    const store = createStore(db);
    await store.commit({ thread: aThread(), jobs: [], counted: [], now: 1 });
    const newer = JSON.stringify({ ...aThread(), version: 1, mood: 'hopeful' });
    await db.updateTable('threads').set({ body: newer }).execute();
    const thread = await store.thread(place);
    if (thread !== undefined) await store.commit({ thread, jobs: [], counted: [], now: 2 });
    expect(await store.thread(place)).toMatchObject({ version: 2, mood: 'hopeful' });
    await store.close();
  });
});
