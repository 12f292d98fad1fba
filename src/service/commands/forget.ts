// `forget`: removes a person's data from the store. Locksmith must not run meanwhile: the store serves one process.
import { join } from 'node:path';
import { forgetPerson } from '../../store/retention.ts';
import { compact, openEmbedded } from '../../store/sqlite/embedded.ts';
import { readConfig } from '../config/config.ts';

export async function forget(person: string): Promise<void> {
  const outcome = readConfig();
  if (outcome.kind === 'problems') return refuse('The configuration has problems:', outcome.problems);
  const file = join(outcome.config.dataFolder, 'locksmith.db');
  const opened = await openEmbedded(file);
  if (opened.kind === 'refused') return refuse('Nothing was forgotten:', [opened.message]);
  const { threads, renamed } = await forgetPerson(opened.db, person);
  await opened.db.destroy();
  compact(file);
  process.stdout.write(
    `${threads} threads of ${person} removed, in ${renamed} others somebody stands in their place.\n`,
  );
}

function refuse(what: string, problems: readonly string[]): void {
  process.stderr.write(`${what}\n${problems.map(problem => `  ${problem}`).join('\n')}\n`);
  process.exitCode = 1;
}
