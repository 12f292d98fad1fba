// Every command that takes a person's words, as a process of its own; and a crash with those words in its error.
import { spawn } from 'node:child_process';
import { text as readAll } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { MESSAGES } from './examples.ts';

const CLI = fileURLToPath(new URL('../../../src/cli.ts', import.meta.url));
const CRASH = fileURLToPath(new URL('../report/crash-child.ts', import.meta.url));

/** What it printed, on both streams; the words come by standard input, or by the environment. */
async function run(file: string, args: readonly string[], input: string, env = {}): Promise<string> {
  const child = spawn(process.execPath, [file, ...args], { env: { PATH: process.env['PATH'], ...env } });
  child.stdin.on('error', () => {}).end(input);
  const [out, err] = await Promise.all([readAll(child.stdout), readAll(child.stderr)]);
  return out + err;
}

const jsonLines = (line: (text: string, id: number) => unknown): string =>
  MESSAGES.map((text, id) => JSON.stringify(line(text, id))).join('\n');

const all = MESSAGES.join('\n\n');

/** The environment of a process takes some 128 KB a variable. */
export const COMMANDS: Readonly<Record<string, () => Promise<string>>> = {
  ask: () => run(CLI, ['ask'], all),
  match: () =>
    run(
      CLI,
      ['match', '--jsonl'],
      jsonLines((text, id) => ({ id, text, addressed: true })),
    ),
  redact: () =>
    run(
      CLI,
      ['redact', '--jsonl'],
      jsonLines((text, id) => ({ id, text })),
    ),
  replay: () =>
    run(
      CLI,
      ['replay', '--jsonl'],
      jsonLines((text, id) => ({ id, opening: text, entry: 'aws/expired-token', turns: [{ user: text }] })),
    ),
  'a line of another shape': () => run(CLI, ['match', '--jsonl'], JSON.stringify({ id: {}, text: [all] })),
  'a line that is no JSON': () => run(CLI, ['redact', '--jsonl'], all),
  'a crash': () => run(CRASH, ['throws'], '', { WHAT: all }),
  'a crash by a rejection': () => run(CRASH, ['rejects with words'], '', { WHAT: all }),
};
