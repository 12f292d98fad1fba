// Starts the product as an operator does, in a new folder, where no locksmith.yaml is found.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { type Running, type Starting, whileRunning } from './process.ts';

const ROOT = resolve(import.meta.dirname, '../..');

export type Serving = Pick<Starting, 'env' | 'onOneCore'> & {
  /** Told of the file of the store when the server has stopped, before the file goes. */
  readonly afterwards?: (store: string) => void;
};

/** Without this shell's Slack or Teams. */
export async function whileServing<T>(
  does: (served: Running) => T | Promise<T>,
  { env, afterwards, ...more }: Serving = {},
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'locksmith-bench-'));
  const data = join(folder, 'data');
  try {
    const starting = { ...more, args: startOfPackage(), cwd: folder, env: { ...env, LOCKSMITH_DATA: data } };
    const done = await whileRunning(starting, does);
    afterwards?.(join(data, 'locksmith.db'));
    return done;
  } finally {
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
