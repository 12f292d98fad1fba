// The Store contract in SQL that SQLite and PostgreSQL both understand.
import type { Kysely, Transaction } from 'kysely';
import type { Place } from '../conversation/chat-event.ts';
import type { Tally, Thread } from '../conversation/thread.ts';
import type { Database } from './database.ts';
import { finishJob, insertJobs } from './job-rows.ts';
import type { Commit, CommitOutcome, Posted, Saw, Store, TallyFilter, ThreadFilter } from './store.ts';
import { placeColumns, toRow, toTally, toThread } from './thread-rows.ts';
import { findWatches, saveWatch } from './watch-rows.ts';

/** `close` closes the database as well, and with it whatever else uses `db`: the worker stops first. */
export const createStore = (db: Kysely<Database>): Store => ({
  thread: place => findThread(db, place),
  commit: turn => commit(db, turn),
  posted: (place, slot) => findPosted(db, place, slot),
  recordPosted: posted => recordPosted(db, posted),
  threads: filter => findThreads(db, filter),
  tally: filter => tally(db, filter),
  watches: () => findWatches(db),
  counts: workspace => counts(db, workspace),
  close: () => db.destroy(),
});

const findThread = async (db: Kysely<Database>, place: Place): Promise<Thread | undefined> => {
  const row = await db
    .selectFrom('threads')
    .selectAll()
    .where(eb => eb.and(placeColumns(place)))
    .executeTakeFirst();
  return row === undefined ? undefined : toThread(row);
};

/** One transaction. Steered by hand, because `repeat` and `conflict` are outcomes that undo it, not errors. */
const commit = async (db: Kysely<Database>, turn: Commit): Promise<CommitOutcome> => {
  const trx = await db.startTransaction().execute();
  try {
    const outcome = await write(trx, turn);
    await (outcome === 'saved' ? trx.commit() : trx.rollback()).execute();
    return outcome;
  } catch (error) {
    if (!trx.isCommitted && !trx.isRolledBack) await trx.rollback().execute();
    throw error;
  }
};

const write = async (trx: Transaction<Database>, turn: Commit): Promise<CommitOutcome> => {
  if (turn.finishes !== undefined && !(await finishJob(trx, turn.finishes, turn.now))) return 'repeat';
  // First, because turns that count the same wait for each other at its row: one that comes second sees what the first saved.
  await count(trx, turn.thread?.place.workspace ?? turn.workspace ?? '', turn.counted);
  if (turn.saw !== undefined && !(await isAsSeen(trx, turn.saw))) return 'conflict';
  if (turn.thread !== undefined && !(await saveThread(trx, turn.thread))) return 'conflict';
  if (turn.removes !== undefined) await remove(trx, turn.removes);
  if (turn.watched !== undefined) await saveWatch(trx, turn.watched);
  await insertJobs(trx, turn.jobs, turn.now);
  return 'saved';
};

/** False when somebody else saved or removed it since it was loaded. */
const saveThread = async (trx: Transaction<Database>, loaded: Thread): Promise<boolean> => {
  const row = toRow({ ...loaded, version: loaded.version + 1 });
  if (loaded.version === 0) {
    const inserted = await trx
      .insertInto('threads')
      .values(row)
      .onConflict(conflict => conflict.doNothing())
      .executeTakeFirst();
    return (inserted.numInsertedOrUpdatedRows ?? 0n) > 0n;
  }
  const updated = await trx
    .updateTable('threads')
    .set(row)
    .where(eb => eb.and({ ...placeColumns(loaded.place), version: loaded.version }))
    .executeTakeFirst();
  return updated.numUpdatedRows > 0n;
};

/** Sorted, so that two replicas which count the same names never wait for each other in a circle. */
const count = async (trx: Transaction<Database>, workspace: string, names: readonly string[]): Promise<void> => {
  const tally = new Map<string, number>();
  for (const name of names.toSorted()) tally.set(name, (tally.get(name) ?? 0) + 1);
  if (tally.size === 0) return;
  await trx
    .insertInto('counters')
    .values([...tally].map(([name, count]) => ({ workspace, name, count })))
    .onConflict(conflict =>
      conflict
        .columns(['workspace', 'name'])
        .doUpdateSet(eb => ({ count: eb('counters.count', '+', eb.ref('excluded.count')) })),
    )
    .execute();
};

const findPosted = async (db: Kysely<Database>, place: Place, slot: string): Promise<string | undefined> => {
  const row = await db
    .selectFrom('posted')
    .select('message')
    .where(eb => eb.and({ ...placeColumns(place), slot }))
    .executeTakeFirst();
  return row?.message;
};

const recordPosted = async (db: Kysely<Database>, { place, slot, message }: Posted): Promise<void> => {
  await db
    .insertInto('posted')
    .values({ ...placeColumns(place), slot, message })
    .onConflict(conflict =>
      conflict.columns(['surface', 'workspace', 'channel', 'thread', 'slot']).doUpdateSet({ message }),
    )
    .execute();
};

const MOST_THREADS = 100;

const findThreads = async (db: Kysely<Database>, filter: ThreadFilter): Promise<readonly Thread[]> =>
  (await threadRows(db, filter).selectAll().execute()).map(toThread);

const threadRows = (db: Kysely<Database>, filter: ThreadFilter) => {
  const { workspace, surface, channel, asker, state, unanswered, changedSince, most = MOST_THREADS } = filter;
  return db
    .selectFrom('threads')
    .where('workspace', '=', workspace)
    .$if(surface !== undefined, query => query.where('surface', '=', surface ?? ''))
    .$if(channel !== undefined, query => query.where('channel', '=', channel ?? ''))
    .$if(asker !== undefined, query => query.where('asker_id', '=', asker ?? ''))
    .$if(state !== undefined, query => query.where('state', '=', state ?? ''))
    .$if(unanswered === true, query => query.where('entry', 'is', null))
    .$if(changedSince !== undefined, query => query.where('changed_at', '>=', changedSince ?? 0))
    .orderBy('changed_at', 'desc')
    .limit(most);
};

const isAsSeen = async (trx: Transaction<Database>, { among, entry, threads }: Saw): Promise<boolean> => {
  const rows = await threadRows(trx, among).select(['thread', 'entry']).execute();
  const standing = rows.filter(row => row.entry === entry).map(row => row.thread);
  return standing.length === threads.length && standing.every(thread => threads.includes(thread));
};

const tally = async (
  db: Kysely<Database>,
  { workspace, surface, channel, changedSince = 0 }: TallyFilter,
): Promise<readonly Tally[]> => {
  const rows = await db
    .selectFrom('threads')
    .select(eb => ['entry', 'state', eb.cast<number>(eb.fn.countAll(), 'bigint').as('count')])
    .where('workspace', '=', workspace)
    .where('changed_at', '>=', changedSince)
    .$if(surface !== undefined, query => query.where('surface', '=', surface ?? ''))
    .$if(channel !== undefined, query => query.where('channel', '=', channel ?? ''))
    .groupBy(['entry', 'state'])
    .orderBy('entry')
    .orderBy('state')
    .execute();
  return rows.map(toTally);
};

const counts = async (db: Kysely<Database>, workspace?: string): Promise<Readonly<Record<string, number>>> => {
  const rows = await db
    .selectFrom('counters')
    .select(eb => ['name', eb.cast<number>(eb.fn.sum('count'), 'bigint').as('count')])
    .$if(workspace !== undefined, query => query.where('workspace', '=', workspace ?? ''))
    .groupBy('name')
    .orderBy('name')
    .execute();
  return Object.fromEntries(rows.map(row => [row.name, row.count]));
};

const remove = async (trx: Transaction<Database>, place: Place): Promise<void> => {
  await trx
    .deleteFrom('posted')
    .where(eb => eb.and(placeColumns(place)))
    .execute();
  await trx
    .deleteFrom('threads')
    .where(eb => eb.and(placeColumns(place)))
    .execute();
};
