// Makes a fresh clone ready to run: installs the locked dependencies when they are missing or older than the lock file, and with
// --page builds the workbench's page when its sources are newer. Runs on the system's Node, before the pinned one is there;
// writes to standard error only.
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const changedAt = path => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
const newest = folder =>
  Math.max(...readdirSync(folder, { recursive: true }).map(file => changedAt(join(folder, file))));

function run(what, ...npm) {
  console.error(what);
  const { status } = spawnSync('npm', npm, { stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
  if (status === 0) return;
  console.error(`npm ${npm[0]} failed. Mend what it says above, then run the same command again.`);
  process.exit(status ?? 1);
}

if (changedAt('node_modules/.package-lock.json') < changedAt('package-lock.json'))
  run(
    'Installing the locked dependencies (once, about half a minute) …',
    'ci',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  );
if (process.argv.includes('--page') && changedAt('dist/workbench/index.html') < newest('src/surfaces/workbench/page'))
  run('Building the workbench’s page …', 'run', '--silent', 'build');
