// What a platform's workspaces gave us when they installed the bot: tokens above all, so each row is sealed.
import type { Kysely } from 'kysely';
import type { Database } from '../database.ts';
import { forgetWorkspace, type Leaving } from './leaving.ts';
import { type KeyRing, type Opened, open, seal } from './sealing.ts';

/** `mark` is of this very state of the row: it tells whether somebody changed it since. */
export type Kept =
  | { readonly kind: 'found'; readonly text: string; readonly mark: string }
  | { readonly kind: 'none' }
  | Extract<Opened, { kind: 'unreadable' }>;

export type Installations = {
  readonly get: (workspace: string) => Promise<Kept>;
  readonly put: (workspace: string, text: string) => Promise<void>;
  /** Only if the row is still as `mark` says; false when it changed or went meanwhile. */
  readonly replace: (workspace: string, mark: string, text: string) => Promise<boolean>;
  readonly remove: (workspace: string) => Promise<void>;
  /** With everything else that is kept of the workspace; counters stay. Returns how many threads went. */
  readonly leave: (leaving: Leaving) => Promise<number>;
  /** Reads every row, which seals anew what an old key sealed; returns the workspaces that could not be read. */
  readonly renewSeals: () => Promise<readonly string[]>;
};

export function createInstallations(db: Kysely<Database>, keys: KeyRing, now: () => number): Installations {
  const replace = async (workspace: string, mark: string, text: string): Promise<boolean> => {
    const { numUpdatedRows } = await db
      .updateTable('installations')
      .set({ sealed: seal(keys, workspace, text), changed_at: now() })
      .where('workspace', '=', workspace)
      .where('sealed', '=', mark)
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  };
  const get = async (workspace: string): Promise<Kept> => {
    const sealed = await findSealed(db, workspace);
    if (sealed === undefined) return { kind: 'none' };
    const opened = open(keys, workspace, sealed);
    if (opened.kind === 'unreadable') return opened;
    if (!opened.isOld) return { kind: 'found', text: opened.text, mark: sealed };
    await replace(workspace, sealed, opened.text);
    return get(workspace);
  };
  return {
    get,
    replace,
    put: (workspace, text) => put(db, { workspace, sealed: seal(keys, workspace, text), changed_at: now() }),
    remove: async workspace => {
      await db.deleteFrom('installations').where('workspace', '=', workspace).execute();
    },
    leave: leaving => forgetWorkspace(db, leaving),
    renewSeals: async () => {
      const unreadable: string[] = [];
      const rows = await db.selectFrom('installations').select('workspace').orderBy('workspace').execute();
      for (const { workspace } of rows) if ((await get(workspace)).kind === 'unreadable') unreadable.push(workspace);
      return unreadable;
    },
  };
}

const findSealed = async (db: Kysely<Database>, workspace: string): Promise<string | undefined> => {
  const row = await db
    .selectFrom('installations')
    .select('sealed')
    .where('workspace', '=', workspace)
    .executeTakeFirst();
  return row?.sealed;
};

const put = async (db: Kysely<Database>, row: Database['installations']): Promise<void> => {
  await db
    .insertInto('installations')
    .values(row)
    .onConflict(conflict =>
      conflict.column('workspace').doUpdateSet({ sealed: row.sealed, changed_at: row.changed_at }),
    )
    .execute();
};
