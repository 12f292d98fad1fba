// Transactions share one connection and one write to disk; none may notice the others.
import { DatabaseSync } from 'node:sqlite';
import { Kysely, sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sqliteDialect } from '../../../src/store/sqlite/dialect.ts';

type Tables = { notes: { id: number; text: string; parent: number | null } };

let database: DatabaseSync;
let db: Kysely<Tables>;
beforeEach(() => {
  database = new DatabaseSync(':memory:');
  // A deferred reference is checked by the commit itself: the one way to make a commit fail at will.
  database.exec(`create table notes (id integer primary key, text text not null,
    parent integer references notes (id) deferrable initially deferred)`);
  db = new Kysely<Tables>({ dialect: sqliteDialect(database) });
});
afterEach(() => db.destroy());

const insert = (on: Kysely<Tables>, id: number, parent: number | null = null) =>
  on
    .insertInto('notes')
    .values({ id, text: `note ${id}`, parent })
    .execute();

const ids = async (on: Kysely<Tables> = db) =>
  (await on.selectFrom('notes').select('id').orderBy('id').execute()).map(row => row.id);

const nextTurn = () => new Promise(resolve => setImmediate(resolve));

const settledKinds = async (work: readonly Promise<unknown>[]) =>
  (await Promise.allSettled(work)).map(one => one.status);

describe('transactions on one connection', () => {
  it('takes back what a failed one wrote and keeps what its neighbours wrote', async () => {
    const one = (id: number, fails = false) =>
      db.transaction().execute(async trx => {
        await insert(trx, id);
        if (fails) throw new Error('changed my mind');
      });
    expect(await settledKinds([one(1), one(2, true), one(3)])).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await ids()).toEqual([1, 3]);
  });

  it('takes back one statement that fails by itself, and no more', async () => {
    expect(await settledKinds([insert(db, 1), insert(db, 1), insert(db, 2)])).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
    ]);
    expect(await ids()).toEqual([1, 2]);
  });

  it('shows nobody a transaction that is half done, however long it takes', async () => {
    const slow = db.transaction().execute(async trx => {
      await insert(trx, 1);
      for (let turn = 0; turn < 5; turn += 1) await nextTurn();
      expect(await ids(trx)).toEqual([1]);
      await insert(trx, 2);
    });
    await nextTurn();
    const [seen] = await Promise.all([ids(), insert(db, 3), slow]);
    expect(seen).toEqual([1, 2]);
    expect(await ids()).toEqual([1, 2, 3]);
  });

  it('serves those who wait in the order they came', async () => {
    const order: number[] = [];
    const one = (id: number) =>
      db.transaction().execute(async trx => {
        await insert(trx, id);
        order.push(id);
      });
    await Promise.all([one(3), one(1), one(2)]);
    expect(order).toEqual([3, 1, 2]);
  });
});

describe('a group of commits', () => {
  it('tells everybody in it when it cannot be written, keeps nothing of it, and goes on', async () => {
    expect(await settledKinds([insert(db, 1), insert(db, 2, 99), ids()])).toEqual(['rejected', 'rejected', 'rejected']);
    expect(await ids()).toEqual([]);
    await insert(db, 4);
    expect(await ids()).toEqual([4]);
  });

  it('fails what does not fit on a full disk, and works again when there is room', async () => {
    const pages = database.prepare('pragma page_count').get()?.['page_count'];
    database.exec(`pragma max_page_count = ${pages}`);
    const huge = db
      .insertInto('notes')
      .values({ id: 1, text: 'x'.repeat(1_000_000), parent: null })
      .execute();
    expect(await settledKinds([huge])).toEqual(['rejected']);
    database.exec('pragma max_page_count = 1000000');
    await insert(db, 2);
    expect(await ids()).toEqual([2]);
  });

  it('writes what is under way when it is closed, and refuses what comes after', async () => {
    const path = 'file:closing?mode=memory&cache=shared';
    const other = new DatabaseSync(path);
    other.exec('create table notes (id integer primary key, text text not null, parent integer)');
    const closing = new Kysely<Tables>({ dialect: sqliteDialect(new DatabaseSync(path)) });
    const slow = closing.transaction().execute(async trx => {
      await insert(trx, 1);
      await nextTurn();
    });
    await nextTurn();
    const closed = closing.destroy();
    const late = [closing.transaction().execute(trx => insert(trx, 2)), insert(closing, 3)];
    expect(await settledKinds([slow, closed, ...late])).toEqual(['fulfilled', 'fulfilled', 'rejected', 'rejected']);
    await expect(insert(closing, 4)).rejects.toThrow();
    expect(other.prepare('select id from notes').all()).toMatchObject([{ id: 1 }]);
    other.close();
  });
});

it('refuses a value that no column can hold', async () => {
  await expect(sql`insert into notes (id, text) values (1, ${true})`.execute(db)).rejects.toThrow('not boolean');
});
