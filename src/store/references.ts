// What a platform tells once and never again, kept as text by key: where a conversation is reached, which card belongs where.
import type { Kysely } from 'kysely';
import type { Database } from './database.ts';

/** `add` says whether the key is new: of two who add it, one is first. `sweep` drops what begins with a prefix and was not written since a time. */
export type References = {
  readonly get: (key: string) => Promise<string | undefined>;
  readonly set: (key: string, value: string) => Promise<void>;
  readonly add: (key: string, value: string) => Promise<boolean>;
  readonly sweep: (prefix: string, before: number) => Promise<void>;
};

export const createReferences = (db: Kysely<Database>, now: () => number): References => ({
  get: async key => {
    const row = await db.selectFrom('refs').select('value').where('key', '=', key).executeTakeFirst();
    return row?.value;
  },
  set: async (key, value) => {
    const row = { key, value, changed_at: now() };
    await db
      .insertInto('refs')
      .values(row)
      .onConflict(conflict => conflict.column('key').doUpdateSet({ value: row.value, changed_at: row.changed_at }))
      .execute();
  },
  add: async (key, value) => {
    const added = await db
      .insertInto('refs')
      .values({ key, value, changed_at: now() })
      .onConflict(conflict => conflict.column('key').doNothing())
      .executeTakeFirst();
    return (added.numInsertedOrUpdatedRows ?? 0n) > 0n;
  },
  sweep: async (prefix, before) => {
    await db.deleteFrom('refs').where('key', 'like', `${prefix}%`).where('changed_at', '<', before).execute();
  },
});
