// How channels are listened to where a maintainer said so, as rows and back.
import type { Kysely, Transaction } from 'kysely';
import { z } from 'zod';
import type { Place } from '../conversation/chat-event.ts';
import { LISTEN, type Watch } from '../conversation/turn.ts';
import type { Database } from './database.ts';

export type Channel = Pick<Place, 'surface' | 'workspace' | 'channel'>;

/** `watch` undefined: as configured again. */
export type Watched = { readonly channel: Channel; readonly watch: Watch | undefined };

export async function saveWatch(
  trx: Transaction<Database>,
  { channel: { surface, workspace, channel }, watch }: Watched,
): Promise<void> {
  await trx
    .deleteFrom('watches')
    .where(eb => eb.and({ surface, workspace, channel }))
    .execute();
  if (!watch) return;
  const { listen, by, at } = watch;
  const row = { surface, workspace, channel, listen, by_id: by.id, by_name: by.name, set_at: at };
  await trx.insertInto('watches').values(row).execute();
}

export async function findWatches(db: Kysely<Database>): Promise<readonly Watched[]> {
  const rows = await db.selectFrom('watches').selectAll().execute();
  return rows.map(({ surface, workspace, channel, listen, by_id: id, by_name: name, set_at: at }) => ({
    channel: { surface, workspace, channel },
    watch: { listen: z.enum(LISTEN).parse(listen), by: { id, name }, at },
  }));
}
