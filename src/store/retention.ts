// Forgetting: what is older than anybody needs, and what belongs to a person who wants it gone.
import type { Kysely, Transaction } from 'kysely';
import type { Person, Place } from '../conversation/chat-event.ts';
import type { Thread } from '../conversation/thread.ts';
import { redact } from '../redaction/redact.ts';
import type { Database } from './database.ts';
import { placeColumns, toRow, toThread } from './thread-rows.ts';

/** Drops threads not changed since a time, what was posted for them, and dead letters of that age; counters stay. */
export const forgetBefore = async (db: Kysely<Database>, before: number): Promise<number> =>
  db.transaction().execute(async trx => {
    await deletePosted(trx, await trx.selectFrom('threads').select(PLACE).where('changed_at', '<', before).execute());
    const threads = await trx.deleteFrom('threads').where('changed_at', '<', before).executeTakeFirst();
    await trx.deleteFrom('jobs').where('ending', '=', 'buried').where('ended_at', '<', before).execute();
    return Number(threads.numDeletedRows);
  });

export type Forgotten = { readonly threads: number; readonly renamed: number };

/** Drops the threads that a person opened, and their name and id wherever else they took part. */
export const forgetPerson = async (db: Kysely<Database>, person: string): Promise<Forgotten> =>
  db.transaction().execute(async trx => {
    await deletePosted(trx, await trx.selectFrom('threads').select(PLACE).where('asker_id', '=', person).execute());
    const threads = await trx.deleteFrom('threads').where('asker_id', '=', person).executeTakeFirst();
    const renamed = await renameInThreads(trx, person);
    await deleteJobs(trx, person);
    await deleteReferences(trx, person);
    await trx
      .updateTable('watches')
      .set({ by_id: SOMEBODY.id, by_name: SOMEBODY.name })
      .where('by_id', '=', person)
      .execute();
    return { threads: Number(threads.numDeletedRows), renamed };
  });

const PLACE = ['surface', 'workspace', 'channel', 'thread'] as const;

const deletePosted = async (trx: Transaction<Database>, places: readonly Place[]): Promise<void> => {
  for (const place of places)
    await trx
      .deleteFrom('posted')
      .where(eb => eb.and(placeColumns(place)))
      .execute();
};

const renameInThreads = async (trx: Transaction<Database>, person: string): Promise<number> => {
  const rows = await trx.selectFrom('threads').selectAll().execute();
  let renamed = 0;
  for (const row of rows.filter(({ body }) => body.includes(person))) {
    const thread = toThread(row);
    const without = withoutPerson(thread, person);
    if (JSON.stringify(without) === JSON.stringify(thread)) continue; // another's id began alike
    await trx
      .updateTable('threads')
      .set(toRow({ ...without, version: thread.version + 1 }))
      .where(eb => eb.and(placeColumns(thread.place)))
      .execute();
    renamed++;
  }
  return renamed;
};

const SOMEBODY: Person = { id: 'somebody', name: 'somebody' };

/** The thread as it was, with somebody in the person's place. */
const withoutPerson = (thread: Thread, person: string): Thread => {
  const by = (one: Person): Person => (one.id === person ? SOMEBODY : one);
  const { opening, reports, endedBy, called } = thread;
  return {
    ...thread,
    ...(opening !== undefined && { opening: redact(opening.replaceAll(`<@${person}>`, SOMEBODY.name)).text }),
    ticks: thread.ticks.map(tick => ({ ...tick, by: by(tick.by) })),
    ...(reports && { reports: reports.map(report => ({ ...report, by: by(report.by) })) }),
    heard: thread.heard.map(heard => ({ ...heard, by: heard.by === person ? SOMEBODY.id : heard.by })),
    ...(endedBy && { endedBy: by(endedBy) }),
    ...(called && { called: { ...called, by: by(called.by) } }),
  };
};

/** Their events and replies, done or not; a key ends with the id of the one who clicked. */
const deleteJobs = async (trx: Transaction<Database>, person: string): Promise<void> => {
  const quoted = JSON.stringify(person);
  const rows = await trx.selectFrom('jobs').select(['key', 'body']).execute();
  const theirs = rows.filter(({ key, body }) => body.includes(quoted) || key.split('/').includes(person));
  for (const { key } of theirs) await trx.deleteFrom('jobs').where('key', '=', key).execute();
};

/** Keys name the person behind what they are and the workspace. */
const deleteReferences = async (trx: Transaction<Database>, person: string): Promise<void> => {
  const rows = await trx.selectFrom('refs').select('key').execute();
  const theirs = rows.filter(({ key }) => /^(?:person|personal|kept)\//.test(key) && key.endsWith(`/${person}`));
  for (const { key } of theirs) await trx.deleteFrom('refs').where('key', '=', key).execute();
};
