// How long the product takes to start, beside a Node that does nothing, and what it needs when it is up and left alone.
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { duration, type Table, times } from '../table.ts';
import { median } from '../timing.ts';
import { whileServing } from './serve.ts';
import { measureTicks } from './tick.ts';

const CLI = resolve(import.meta.dirname, '../../src/cli.ts');
const TIMES = 3;
/** Until what a start leaves behind has been collected. */
const REST_MS = 3_000;
const ERROR =
  'An error occurred (ExpiredToken) when calling the ListBuckets operation: The provided token has expired.';

export type StartFigures = {
  readonly nodeMs: number;
  readonly askMs: number;
  readonly readyMs: number;
  /** Absent where the system does not tell. */
  readonly restMb?: number;
  readonly healthMs: number;
  readonly tickMs: number;
};

export async function measureStart(say: (line: string) => void): Promise<StartFigures> {
  say('start: a Node that does nothing, and ask in the terminal');
  const nodeMs = median(repeat(() => spawn('--eval', '0')));
  const askMs = median(repeat(() => spawn(CLI, 'ask', ERROR)));
  const ready: number[] = [];
  for (let i = 1; i < TIMES; i++) ready.push(await whileServing(CLI, ({ readyMs }) => readyMs));
  say('start: serve, left alone and then ticked');
  return whileServing(CLI, async ({ url, readyMs, residentMb }) => {
    await wait(REST_MS);
    const restMb = residentMb();
    const { healthMs, tickMs } = await measureTicks(url, ERROR);
    return {
      nodeMs,
      askMs,
      readyMs: median([...ready, readyMs]),
      ...(restMb !== undefined && { restMb }),
      healthMs: median(healthMs),
      tickMs: median(tickMs),
    };
  });
}

const repeat = (one: () => number): number[] => Array.from({ length: TIMES }, one);

function spawn(...args: readonly string[]): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8' });
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}: ${stderr}`);
  return performance.now() - start;
}

export const showStart = ({ nodeMs, askMs, readyMs, restMb, healthMs, tickMs }: StartFigures): Table => ({
  title: 'Running: the median, and how many times what does nothing',
  columns: ['', 'median', ''],
  rows: [
    ['a Node that does nothing', duration(nodeMs * 1_000), ''],
    ['ask in the terminal', duration(askMs * 1_000), times(askMs / nodeMs)],
    ['serve, until it is ready', duration(readyMs * 1_000), times(readyMs / nodeMs)],
    ['a health check', duration(healthMs * 1_000), ''],
    ['a tick, until the card is updated', duration(tickMs * 1_000), times(tickMs / healthMs)],
    ['memory at rest', restMb === undefined ? 'not told by this system' : `${Math.round(restMb)} MB`, ''],
  ],
});
