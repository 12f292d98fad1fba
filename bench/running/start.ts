// How long the product takes to start, and what it needs when it is up and left alone: beside a Node that does nothing, and
// one that has loaded Slack's Bolt alone.
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
  readonly nodeMb: number;
  readonly boltMs: number;
  readonly boltMb: number;
  readonly askMs: number;
  readonly readyMs: number;
  /** Absent where the system does not tell. */
  readonly restMb?: number;
  readonly healthMs: number;
  readonly tickMs: number;
};

export async function measureStart(say: (line: string) => void): Promise<StartFigures> {
  say('start: a Node that does nothing, and ask in the terminal');
  const node = alone('');
  const bolt = alone("await import('@slack/bolt');");
  spawn(CLI, 'ask', ERROR); // what it keeps for the next time is there then
  const askMs = median(repeat(() => spawn(CLI, 'ask', ERROR).ms));
  const ready: number[] = [];
  for (let i = 1; i < TIMES; i++) ready.push(await whileServing(({ readyMs }) => readyMs));
  say('start: serve, left alone and then ticked');
  return whileServing(async ({ url, readyMs, residentMb }) => {
    await wait(REST_MS);
    const restMb = residentMb();
    const { healthMs, tickMs } = await measureTicks(url, ERROR);
    return {
      nodeMs: node.ms,
      nodeMb: node.mb,
      boltMs: bolt.ms,
      boltMb: bolt.mb,
      askMs,
      readyMs: median([...ready, readyMs]),
      ...(restMb !== undefined && { restMb }),
      healthMs: median(healthMs),
      tickMs: median(tickMs),
    };
  });
}

type Alone = { readonly ms: number; readonly mb: number };

/** The same Node, with nothing but `does` to do. */
function alone(does: string): Alone {
  const script = `${does} process.stdout.write(String(process.memoryUsage.rss()))`;
  const ran = repeat(() => spawn('--input-type=module', '--eval', script));
  return { ms: median(ran.map(({ ms }) => ms)), mb: median(ran.map(({ stdout }) => Number(stdout) / 1_000_000)) };
}

const repeat = <T>(one: () => T): T[] => Array.from({ length: TIMES }, one);

function spawn(...args: readonly string[]): { readonly ms: number; readonly stdout: string } {
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: import.meta.dirname,
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}: ${stderr}`);
  return { ms: performance.now() - start, stdout };
}

export const showStart = (figures: StartFigures): Table => {
  const { nodeMs, nodeMb, boltMs, boltMb, askMs, readyMs, restMb, healthMs, tickMs } = figures;
  const ms = (value: number): string => duration(value * 1_000);
  const mb = (value: number): string => `${Math.round(value)} MB`;
  return {
    title: 'Running: the median, and how many times what does nothing',
    columns: ['', 'median', ''],
    rows: [
      ['a Node that does nothing', ms(nodeMs), ''],
      ['a Node that loads @slack/bolt alone', ms(boltMs), times(boltMs / nodeMs)],
      ['ask in the terminal', ms(askMs), times(askMs / nodeMs)],
      ['serve, until it is ready', ms(readyMs), times(readyMs / nodeMs)],
      ['a health check', ms(healthMs), ''],
      ['a tick, until the card is updated', ms(tickMs), times(tickMs / healthMs)],
      ['memory of a Node that does nothing', mb(nodeMb), ''],
      ['memory with @slack/bolt alone', mb(boltMb), times(boltMb / nodeMb)],
      [
        'memory of serve at rest',
        ...(restMb === undefined ? ['not told here', ''] : [mb(restMb), times(restMb / nodeMb)]),
      ],
    ],
  };
};
