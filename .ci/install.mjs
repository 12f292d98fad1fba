// Installs the locked dependencies when they are missing or older than the lock file, so that `npm start` and
// `npm test` work on a fresh clone. Runs on the system's Node, before the pinned one is there; writes to standard error only.
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';

const changedAt = path => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;

if (changedAt('node_modules/.package-lock.json') < changedAt('package-lock.json')) {
  console.error('Installing the locked dependencies (once, about half a minute) …');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    console.error('The install failed. Check that the npm registry can be reached, then run the same command again.');
    process.exit(status ?? 1);
  }
}
