// What a platform tells once and never again, kept as text by key: where a conversation is reached, which card belongs where.
import type { Kysely } from 'kysely';
import type { Database } from './database.ts';

/** `sweep` drops what begins with a prefix and was not written since a time. */
export type References = {
  readonly get: (key: string) => Promise<string | undefined>;
  readonly set: (key: string, value: string) => Promise<void>;
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
  sweep: async (prefix, before) => {
    await db.deleteFrom('refs').where('key', 'like', `${prefix}%`).where('changed_at', '<', before).execute();
  },
});
