// The commands. Arguments in, lines out. Standard output carries results only; exit 0 done, 1 the answer is "no", 2 wrong use.
// Each command loads only what it needs.
import { Command, CommanderError } from 'commander';
import { BrokenKnowledge } from '../../knowledge/broken.ts';
import { reportCrashes } from '../report/crash.ts';

export async function run(): Promise<void> {
  reportCrashes();
  // `match --jsonl | head -1`: whoever read it has seen enough.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  try {
    await program.parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
    else if (error instanceof BrokenKnowledge) {
      process.stderr.write(`The knowledge base has problems:\n${error.lines.map(line => `  ${line}`).join('\n')}\n`);
      process.exitCode = 1;
    } else throw error;
  }
}

const program = new Command('locksmith')
  .description('Recognises credential errors and walks people to the fix.')
  .exitOverride()
  .showHelpAfterError();

const jsonl = (name: string, description: string): Command =>
  program.command(name).description(description).requiredOption('--jsonl', 'one JSON object a line in, one a line out');

program
  .command('serve')
  .description('start every surface that is configured, or the workbench')
  .action(async () => (await import('./serve.ts')).serve());
program
  .command('ask')
  .description('diagnose TEXT or standard input in the terminal')
  .argument('[text...]', 'the failing command’s output')
  .action(async (words: string[]) => (await import('./ask.ts')).ask(words.join(' ')));
jsonl('match', '{id,text,addressed?} in; {id,decision,entry,confidence,candidates,facts} out').action(async () =>
  (await import('./match.ts')).matchLines(),
);
jsonl('replay', '{id,opening,entry?,turns} in; {id,opening,turns} out').action(async () =>
  (await import('./replay.ts')).replayLines(),
);
jsonl('redact', '{id,text} in; {id,text,found} out').action(async () => (await import('./redact.ts')).redactLines());

program
  .command('forget')
  .description('remove a person’s data from the store, while Locksmith is stopped')
  .argument('<person-id>', 'the platform’s id of the person')
  .action(async (person: string) => (await import('./forget.ts')).forget(person));

const knowledge = program.command('knowledge').description('for those who write entries');
knowledge
  .command('check')
  .description('check every entry, its references and its examples')
  .argument('[prefix]', 'only entries whose id begins like this', '')
  .action(async (prefix: string) => (await import('./knowledge.ts')).check(prefix));
knowledge
  .command('show')
  .description('one entry, as people see it')
  .argument('<id>')
  .action(async (id: string) => (await import('./knowledge.ts')).show(id));
knowledge
  .command('search')
  .description('entries by words')
  .argument('<words...>')
  .action(async (words: string[]) => (await import('./knowledge.ts')).search(words.join(' ')));
knowledge
  .command('new')
  .description('begin an entry')
  .argument('<id>', 'provider/problem')
  .action(async (id: string) => (await import('./knowledge.ts')).create(id));
knowledge
  .command('schema')
  .description('the form of an entry as JSON Schema, for editors')
  .action(async () => (await import('./knowledge.ts')).schema());
