// Kills a process that is writing, several times over on one file, and looks at what is left. A kill is not a power cut:
// that what was synced survives one is SQLite's promise; that we sync is asserted in embedded.test.ts.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Kysely } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database } from '../../src/store/database.ts';
import { createStore } from '../../src/store/kysely-store.ts';
import { openEmbedded } from '../../src/store/sqlite/embedded.ts';
import { place } from './a-thread.ts';

const CHILD = fileURLToPath(new URL('crash-child.ts', import.meta.url));

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'locksmith-crash-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

it('loses nothing that it acknowledged, keeps no half turn, and lets nobody else in until it is dead', async () => {
  const file = join(folder, 'store.db');
  const acknowledged: string[] = [];
  for (const turns of [150, 700]) {
    acknowledged.push(...(await killAfter(file, turns)));
    await expectWhole(file, acknowledged);
  }
  expect(acknowledged.length).toBeGreaterThanOrEqual(850);
});

/** Runs the child until it has said so many turns are safe, and tries to come in; returns all that it said before it died. */
const killAfter = async (file: string, turns: number): Promise<readonly string[]> => {
  const child = spawn(process.execPath, [CHILD, file]);
  const gone = once(child);
  const lines = await linesOf(child, turns);
  expect(await openEmbedded(file)).toMatchObject({ kind: 'refused', why: 'in-use' });
  child.kill('SIGKILL');
  await gone;
  return lines.complete();
};

const linesOf = (child: ChildProcess, enough: number) =>
  new Promise<{ complete: () => readonly string[] }>((resolve, reject) => {
    let said = '';
    // What follows the last line break may be torn by the kill: it was not said.
    const complete = () => said.split('\n').slice(0, -1);
    child.stdout?.on('data', chunk => {
      said += chunk;
      if (complete().length >= enough) resolve({ complete });
    });
    child.stderr?.on('data', chunk => reject(new Error(String(chunk))));
  });

const once = (child: ChildProcess) => new Promise(resolve => child.once('close', resolve));

const expectWhole = async (file: string, acknowledged: readonly string[]): Promise<void> => {
  const opened = await openEmbedded(file);
  if (opened.kind === 'refused') throw new Error(opened.message);
  const { db } = opened;
  const store = createStore(db);
  const threads = await db.selectFrom('threads').select(['thread', 'version']).execute();
  const versions = new Map(threads.map(row => [row.thread, row.version]));
  const lost = acknowledged.filter(line => !isKept(line, versions));
  expect(lost).toEqual([]);
  const turns = threads.reduce((sum, row) => sum + row.version, 0);
  expect(await store.counts(place.workspace)).toEqual({ turn: turns });
  expect(await countJobs(db, 'reply')).toBe(turns);
  expect(await countJobs(db, 'note')).toBe(turns);
  expect(await countFinished(db)).toBe(turns);
  await store.close();
};

/** A line is `saved LANE/VERSION`; a turn taken again after a crash finds its event still open, so none is a repeat. */
const isKept = (line: string, versions: ReadonlyMap<string, number>): boolean => {
  const [, lane = '', version] = /^saved (\S+)\/(\d+)$/.exec(line) ?? [];
  return Number(version) <= (versions.get(lane) ?? 0);
};

const countJobs = async (db: Kysely<Database>, kind: string): Promise<number> => {
  const rows = await db.selectFrom('jobs').select('key').where('kind', '=', kind).execute();
  return rows.length;
};

const countFinished = async (db: Kysely<Database>): Promise<number> => {
  const rows = await db.selectFrom('jobs').select('key').where('ending', '=', 'finished').execute();
  return rows.length;
};
