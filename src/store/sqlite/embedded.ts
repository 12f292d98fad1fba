// The embedded database: one SQLite file, written to disk at every commit, for one process at a time.
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import type { Database } from '../database.ts';
import { migrate } from '../migrations.ts';
import { sqliteDialect } from './dialect.ts';

/** `message` is for the operator: what happened, where, and what to do next. */
export type Refused = { readonly kind: 'refused'; readonly why: 'in-use' | 'unusable'; readonly message: string };
export type Opened = { readonly kind: 'opened'; readonly db: Kysely<Database> };

/** Opens the file and makes it (and its folder) when there is none; `:memory:` leaves nothing behind. */
export async function openEmbedded(path: string): Promise<Opened | Refused> {
  const opened = openAlone(path);
  if (opened.kind === 'refused') return opened;
  const db = new Kysely<Database>({ dialect: sqliteDialect(opened.database) });
  const migrated = await migrate(db, 'sqlite');
  if (migrated.kind === 'migrated') return { kind: 'opened', db };
  await db.destroy();
  return refusal(path, migrated.error);
}

const openAlone = (path: string): { readonly kind: 'alone'; readonly database: DatabaseSync } | Refused => {
  let database: DatabaseSync | undefined;
  try {
    if (path !== ':memory:') makeFile(path);
    database = new DatabaseSync(path);
    database.exec(SETTINGS);
    return { kind: 'alone', database };
  } catch (error) {
    database?.close();
    return refusal(path, error);
  }
};

/** Writes the file anew, so that what was deleted is in none of its pages. Nobody may have it open. */
export const compact = (path: string): void => {
  const database = new DatabaseSync(path);
  try {
    database.exec('vacuum');
  } finally {
    database.close();
  }
};

/** For our own user only: what people ask about is nobody else's business, redacted or not. */
const makeFile = (path: string): void => {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  closeSync(openSync(path, 'a', 0o600));
};

/**
 * Exclusive locking lets the first process keep the file until it ends, however it ends (sqlite.org/pragma.html#pragma_locking_mode);
 * it must come before WAL, and only a write takes the lock. WAL with FULL syncs at each commit, so that what was
 * acknowledged survives a power cut (sqlite.org/pragma.html#pragma_synchronous).
 */
const SETTINGS = `
  pragma locking_mode = exclusive;
  pragma journal_mode = wal;
  pragma synchronous = full;
  begin immediate;
  commit;
`;

const refusal = (path: string, error: unknown): Refused => {
  if (isBusy(error)) {
    const remedy =
      'The embedded store serves one process: stop the other one, give this one a folder of its own (LOCKSMITH_DATA), or set DATABASE_URL to share a PostgreSQL.';
    return { kind: 'refused', why: 'in-use', message: `${path}: another process has this store open. ${remedy}` };
  }
  const detail = error instanceof Error ? error.message : String(error);
  const remedy =
    'Check that LOCKSMITH_DATA names a folder that this user may write to and whose disk has room. A file that is damaged or was written by a newer Locksmith: move it away to start with an empty store, or put a backup in its place.';
  return { kind: 'refused', why: 'unusable', message: `${path}: cannot be opened as a store (${detail}). ${remedy}` };
};

// The result code of SQLite for a file that somebody else has locked (sqlite.org/rescode.html#busy); the high bits refine it.
const SQLITE_BUSY = 5;

const isBusy = (error: unknown): boolean =>
  error instanceof Error &&
  'errcode' in error &&
  typeof error.errcode === 'number' &&
  (error.errcode & 0xff) === SQLITE_BUSY;
