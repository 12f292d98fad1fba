// Messages of 2 KB as they are pasted and overheard: every other one is a log with an error in it, the rest is talk.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Entry } from '../../src/knowledge/entry.ts';
import { type Chance, createChance, some } from './chance.ts';

const SIZE = 2_048;
const quiet = z.record(z.string(), z.array(z.string()));

/** What programs print when nothing is wrong; `{time}` and `{id}` differ each time. */
const LINES = some([
  '{time} INFO  [http-nio-8080-exec-7] c.a.orders.OrderController : GET /orders/{id} 200 in 18 ms',
  '{time} DEBUG [worker-3] c.a.sync.Batch : picked up job {id}, attempt 1 of 5',
  '{time} WARN  [scheduling-1] o.s.cache.Region : evicted 12 keys of region {id} (size 4096)',
  '{time} INFO  [main] deploy: step "upload" of release {id} started',
  '    at Object.run (/app/node_modules/pipeline/lib/{id}.js:118:22)',
  '#12 4.113 Unpacking lib{id} (1.2.13-4) over (1.2.13-3) ...',
  '{"time":"{time}","level":"info","request":"{id}","msg":"connection accepted","pool":{"idle":4,"busy":2}}',
]);

/** Half of them logs, half talk, each with ids and times of its own, so that no two are the same. */
export function makeMessages(entries: readonly Entry[], count: number): readonly string[] {
  const chance = createChance(2);
  const errors = some(entries.flatMap(entry => entry.examples.match));
  const talk = some(readTalk());
  return Array.from({ length: count }, (_, i) =>
    (i % 2 === 0 ? makeLog(chance.pick(errors), chance) : makeTalk(talk, chance)).slice(0, SIZE),
  );
}

/** The same messages, one after the other, up to a length. */
export const joined = (messages: readonly string[], length: number): string =>
  messages
    .join('\n')
    .repeat(Math.ceil(length / (SIZE * messages.length)))
    .slice(0, length);

const readTalk = (): string[] =>
  Object.values(quiet.parse(parse(readFileSync(join(import.meta.dirname, '../cases/quiet.yaml'), 'utf8')))).flat();

function makeLog(error: string, chance: Chance): string {
  const before = fill(SIZE * chance.next() * 0.6, () => makeLine(chance));
  return [...before, error, ...fill(SIZE, () => makeLine(chance))].join('\n');
}

const makeTalk = (talk: readonly [string, ...string[]], chance: Chance): string =>
  fill(SIZE, () => chance.pick(talk)).join('\n');

function makeLine(chance: Chance): string {
  const time = new Date(Date.UTC(2026, 10, 23) + Math.floor(chance.next() * 86_400_000)).toISOString();
  return chance
    .pick(LINES)
    .replace('{time}', time)
    .replace('{id}', Math.floor(chance.next() * 2 ** 32).toString(16));
}

function fill(length: number, line: () => string): string[] {
  const lines: string[] = [];
  for (let have = 0; have < length; have += (lines.at(-1)?.length ?? 0) + 1) lines.push(line());
  return lines;
}
