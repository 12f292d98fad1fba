// A workspace that uninstalled the bot: what was kept of it goes with its installation. Only counters stay; they name nobody.
import type { Kysely, Transaction } from 'kysely';
import type { Database } from '../database.ts';

/** Workspaces of two surfaces may have the same id. */
export type Leaving = { readonly surface: string; readonly workspace: string };

export const forgetWorkspace = async (db: Kysely<Database>, { surface, workspace }: Leaving): Promise<number> =>
  db.transaction().execute(async trx => {
    await trx.deleteFrom('installations').where('workspace', '=', workspace).execute();
    await trx.deleteFrom('posted').where('surface', '=', surface).where('workspace', '=', workspace).execute();
    await trx.deleteFrom('watches').where('surface', '=', surface).where('workspace', '=', workspace).execute();
    await deleteJobs(trx, `/${surface}/${workspace}/`);
    const threads = await trx
      .deleteFrom('threads')
      .where('surface', '=', surface)
      .where('workspace', '=', workspace)
      .executeTakeFirst();
    return Number(threads.numDeletedRows);
  });

/** A lane names its workspace: by itself for events, behind the kind of job for replies and timers. */
const deleteJobs = async (trx: Transaction<Database>, path: string): Promise<void> => {
  const rows = await trx.selectFrom('jobs').select(['key', 'lane']).execute();
  for (const { key } of rows.filter(({ lane }) => `/${lane}`.includes(path)))
    await trx.deleteFrom('jobs').where('key', '=', key).execute();
};
