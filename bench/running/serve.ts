// Starts the product as an operator does, waits until it is ready, and stops it in the end.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';

const ROOT = resolve(import.meta.dirname, '../..');
const LONGEST_MS = 20_000;
const POLL_MS = 5;

export type Served = {
  readonly url: string;
  readonly readyMs: number;
  /** What the process keeps in memory now; undefined where the system does not tell. */
  readonly residentMb: () => number | undefined;
};

/** Without this shell's Slack or Teams, and in a new folder, where no locksmith.yaml is found. */
export async function whileServing<T>(does: (served: Served) => T | Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'locksmith-bench-'));
  const port = await freePort();
  const env = { PATH: process.env['PATH'], PORT: String(port), LOCKSMITH_DATA: join(folder, 'data') };
  const start = performance.now();
  const server = spawn(process.execPath, startOfPackage(), { cwd: folder, env, stdio: 'ignore' });
  try {
    const url = `http://127.0.0.1:${port}`;
    await untilReady(`${url}/readyz`, server);
    return await does({ url, readyMs: performance.now() - start, residentMb: () => residentMb(server.pid) });
  } finally {
    await stop(server);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What `npm start` gives to Node. */
function startOfPackage(): string[] {
  const { scripts } = z
    .object({ scripts: z.object({ start: z.string() }) })
    .parse(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')));
  const [, ...words] = scripts.start.split(' ');
  return words.map(word => (word.endsWith('.ts') ? join(ROOT, word) : word));
}

function freePort(): Promise<number> {
  const server = createServer();
  return new Promise(resolve => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

async function untilReady(url: string, server: ChildProcess): Promise<void> {
  for (const end = performance.now() + LONGEST_MS; performance.now() < end; await wait(POLL_MS)) {
    if (server.exitCode !== null) throw new Error(`serve ended with ${server.exitCode} before it was ready`);
    if (await isReady(url)) return;
  }
  throw new Error(`serve was not ready after ${LONGEST_MS / 1_000} s`);
}

const isReady = (url: string): Promise<boolean> =>
  fetch(url).then(
    response => response.ok,
    () => false, // nobody listens yet
  );

/** Linux tells it in a file. */
function residentMb(pid: number | undefined): number | undefined {
  const file = `/proc/${pid}/status`;
  const kb = existsSync(file) ? readFileSync(file, 'utf8').match(/^VmRSS:\s+(\d+) kB/m)?.[1] : undefined;
  return kb === undefined ? undefined : Number(kb) / 1_000;
}

function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return Promise.resolve();
  return new Promise(resolve => {
    server.once('exit', () => resolve());
    server.kill('SIGTERM');
  });
}
