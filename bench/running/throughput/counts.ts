// What the service itself says it did with the messages, and what its store holds of them.
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { EVENT_JOB } from '../../../src/service/pipeline/handle.ts';
import type { Running } from '../process.ts';

export type Counts = { readonly queued: number; readonly chatter: number; readonly answered: number };

export async function countsOf({ url }: Running): Promise<Counts> {
  const metrics = await (await fetch(`${url}/metrics`)).text();
  const read = (name: string): number => {
    const line = metrics.split('\n').find(one => one.startsWith(`${name} `));
    return Number(line?.slice(name.length) ?? 0);
  };
  const received = (outcome: string): number => read(`locksmith_messages_total{surface="slack",outcome="${outcome}"}`);
  return {
    queued: received('queued'),
    chatter: received('chatter'),
    answered: read('locksmith_turn_seconds_count'),
  };
}

export const difference = (after: Counts, before: Counts): Counts => ({
  queued: after.queued - before.queued,
  chatter: after.chatter - before.chatter,
  answered: after.answered - before.answered,
});

const rows = z.object({ count: z.number() });

/** Each event that was acknowledged as stored has a job, worked or not. */
export function expectStored(file: string, expected: number): void {
  const store = new DatabaseSync(file);
  const row = store.prepare('select count(*) as count from jobs where kind = ?').get(EVENT_JOB);
  store.close();
  const { count } = rows.parse(row);
  if (count !== expected) throw new Error(`${expected} events were acknowledged as stored, and ${count} are`);
}
