// The schema as a list of steps, each run once and never changed afterwards; a new one is added at the end.
import { type Kysely, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import type { Database } from './database.ts';

export type SqlKind = 'sqlite' | 'postgres';

/** Brings the schema up to date. Kysely's Migrator keeps replicas that start together from doing it twice. */
export async function migrate(db: Kysely<Database>, sqlKind: SqlKind): Promise<MigrationOutcome> {
  const provider = { getMigrations: async () => migrations(sqlKind) };
  const { error } = await new Migrator({ db, provider }).migrateToLatest();
  if (error !== undefined) return { kind: 'failed', error };
  return { kind: 'migrated' };
}

export type MigrationOutcome = { readonly kind: 'migrated' } | { readonly kind: 'failed'; readonly error: unknown };

const migrations = (sqlKind: SqlKind): Record<string, Migration> => ({
  '001-threads': { up: createThreads },
  '002-posted': { up: createPosted },
  '003-counters': { up: createCounters },
  '004-jobs': { up: db => createJobs(db, sqlKind) },
  '005-threads-by-channel': { up: indexByChannel },
  '006-refs': { up: createRefs },
  '007-installations': { up: createInstallations },
  '008-watches': { up: createWatches },
});

const createThreads: Migration['up'] = async db => {
  await db.schema
    .createTable('threads')
    .addColumn('surface', 'text', column => column.notNull())
    .addColumn('workspace', 'text', column => column.notNull())
    .addColumn('channel', 'text', column => column.notNull())
    .addColumn('thread', 'text', column => column.notNull())
    .addColumn('version', 'integer', column => column.notNull())
    .addColumn('state', 'text', column => column.notNull())
    .addColumn('entry', 'text')
    .addColumn('asker_id', 'text', column => column.notNull())
    .addColumn('changed_at', 'bigint', column => column.notNull())
    .addColumn('body', 'text', column => column.notNull())
    .addPrimaryKeyConstraint('threads_key', ['surface', 'workspace', 'channel', 'thread'])
    .execute();
  await db.schema
    .createIndex('threads_by_asker')
    .on('threads')
    .columns(['workspace', 'asker_id', 'state', 'changed_at'])
    .execute();
};

/** For what happened in a channel lately. */
const indexByChannel: Migration['up'] = async db => {
  await db.schema
    .createIndex('threads_by_channel')
    .on('threads')
    .columns(['workspace', 'channel', 'changed_at'])
    .execute();
};

const createRefs: Migration['up'] = async db => {
  await db.schema
    .createTable('refs')
    .addColumn('key', 'text', column => column.primaryKey())
    .addColumn('value', 'text', column => column.notNull())
    .addColumn('changed_at', 'bigint', column => column.notNull())
    .execute();
};

const createInstallations: Migration['up'] = async db => {
  await db.schema
    .createTable('installations')
    .addColumn('workspace', 'text', column => column.primaryKey())
    .addColumn('sealed', 'text', column => column.notNull())
    .addColumn('changed_at', 'bigint', column => column.notNull())
    .execute();
};

const createWatches: Migration['up'] = async db => {
  await db.schema
    .createTable('watches')
    .addColumn('surface', 'text', column => column.notNull())
    .addColumn('workspace', 'text', column => column.notNull())
    .addColumn('channel', 'text', column => column.notNull())
    .addColumn('listen', 'text', column => column.notNull())
    .addColumn('by_id', 'text', column => column.notNull())
    .addColumn('by_name', 'text', column => column.notNull())
    .addColumn('set_at', 'bigint', column => column.notNull())
    .addPrimaryKeyConstraint('watches_key', ['surface', 'workspace', 'channel'])
    .execute();
};

const createPosted: Migration['up'] = async db => {
  await db.schema
    .createTable('posted')
    .addColumn('surface', 'text', column => column.notNull())
    .addColumn('workspace', 'text', column => column.notNull())
    .addColumn('channel', 'text', column => column.notNull())
    .addColumn('thread', 'text', column => column.notNull())
    .addColumn('slot', 'text', column => column.notNull())
    .addColumn('message', 'text', column => column.notNull())
    .addPrimaryKeyConstraint('posted_key', ['surface', 'workspace', 'channel', 'thread', 'slot'])
    .execute();
};

const createCounters: Migration['up'] = async db => {
  await db.schema
    .createTable('counters')
    .addColumn('workspace', 'text', column => column.notNull())
    .addColumn('name', 'text', column => column.notNull())
    .addColumn('count', 'bigint', column => column.notNull())
    .addPrimaryKeyConstraint('counters_key', ['workspace', 'name'])
    .execute();
};

/** Partial indexes hold open jobs only: however many finished keys are remembered, a claim looks at the few that wait. */
const OPEN = sql<boolean>`ended_at is null`;

const createJobs = async (db: Parameters<Migration['up']>[0], sqlKind: SqlKind): Promise<void> => {
  await db.schema
    .createTable('jobs')
    // Each database has its own word for a key that counts up by itself: SQLite's is exactly `integer primary key`.
    .addColumn('seq', sqlKind === 'sqlite' ? 'integer' : 'bigserial', column => column.primaryKey())
    .addColumn('key', 'text', column => column.notNull().unique())
    .addColumn('kind', 'text', column => column.notNull())
    .addColumn('lane', 'text', column => column.notNull())
    .addColumn('body', 'text', column => column.notNull())
    .addColumn('due_at', 'bigint', column => column.notNull())
    .addColumn('free_at', 'bigint', column => column.notNull())
    .addColumn('attempts', 'integer', column => column.notNull())
    .addColumn('added_at', 'bigint', column => column.notNull())
    .addColumn('ended_at', 'bigint')
    .addColumn('ending', 'text')
    .addColumn('reason', 'text')
    .execute();
  await db.schema.createIndex('jobs_free').on('jobs').columns(['free_at', 'seq']).where(OPEN).execute();
  await db.schema.createIndex('jobs_by_lane').on('jobs').columns(['lane', 'seq']).where(OPEN).execute();
  await db.schema.createIndex('jobs_ended').on('jobs').columns(['ending', 'ended_at']).execute();
};
