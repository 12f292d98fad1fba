// What a command loads is what one waits for: these are the packages that `ask` does without.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const CLI = join(import.meta.dirname, '../../../src/cli.ts');
const ERROR =
  'An error occurred (ExpiredToken) when calling the ListBuckets operation: The provided token has expired.';
/** Names on standard error what is loaded. */
const LISTENING = `data:text/javascript,${encodeURIComponent(
  "import { registerHooks } from 'node:module'; registerHooks({ load(url, context, next) { console.error('loads', url); return next(url, context); } });",
)}`;

it('diagnoses in the terminal without YAML and its schemas, once the knowledge has been read', () => {
  const ask = () => spawnSync(process.execPath, ['--import', LISTENING, CLI, 'ask', ERROR], { encoding: 'utf8' });
  ask();
  const { stdout, stderr } = ask();
  expect(stdout).toContain('ExpiredToken');
  expect(stderr).toContain('loads file:');
  const packages = stderr.matchAll(/node_modules\/(\w+)/g).map(([, name]) => name ?? '');
  expect([...new Set(packages)].toSorted()).toEqual(['commander', 'natural', 're2js', 'underscore']);
});
