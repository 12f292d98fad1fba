// Starts a server in a process of its own, waits until it is ready, and stops it in the end.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

const LONGEST_MS = 20_000;
const POLL_MS = 5;
/** The core of a process that is measured by how much one core does. */
const CORE = '0';

export type Running = {
  readonly url: string;
  readonly readyMs: number;
  /** What the process keeps in memory now; undefined where the system does not tell. */
  readonly residentMb: () => number | undefined;
  /** Between the two it does nothing at all, so that it costs nobody anything. */
  readonly pause: () => void;
  readonly resume: () => void;
};

/** `args` are given to Node; the server listens where PORT says, and answers at /readyz. */
export type Starting = {
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly onOneCore?: boolean;
};

export async function whileRunning<T>(starting: Starting, does: (running: Running) => T | Promise<T>): Promise<T> {
  const port = await freePort();
  const start = performance.now();
  const server = spawnServer(starting, port);
  try {
    const url = `http://127.0.0.1:${port}`;
    await untilReady(`${url}/readyz`, server);
    return await does({
      url,
      readyMs: performance.now() - start,
      residentMb: () => residentMb(server.pid),
      pause: () => server.kill('SIGSTOP'),
      resume: () => server.kill('SIGCONT'),
    });
  } finally {
    await stop(server);
  }
}

function spawnServer({ args, cwd, env, onOneCore = false }: Starting, port: number): ChildProcess {
  const [command = '', ...rest] = [
    ...(onOneCore && canPin() ? ['taskset', '-c', CORE] : []),
    process.execPath,
    ...args,
  ];
  return spawn(command, rest, {
    cwd,
    env: { PATH: process.env['PATH'], PORT: String(port), ...env },
    stdio: 'ignore',
  });
}

/** Linux has it. */
export const canPin = (): boolean => spawnSync('taskset', ['-c', CORE, 'true']).status === 0;

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
    if (server.exitCode !== null) throw new Error(`the server ended with ${server.exitCode} before it was ready`);
    if (await isReady(url)) return;
  }
  throw new Error(`the server was not ready after ${LONGEST_MS / 1_000} s`);
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
    server.kill('SIGCONT'); // one that is paused hears nothing
    server.kill('SIGTERM');
  });
}
