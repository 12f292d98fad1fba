// `knowledge check | show | search | schema`: for those who write entries.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { checkEntries, type Finding } from '../../knowledge/check.ts';
import { entrySchema } from '../../knowledge/entry.ts';
import { locate, showProblem } from '../../knowledge/parse.ts';
import { skeleton } from '../../knowledge/skeleton.ts';
import { createMatcher } from '../../matching/matcher.ts';
import { redact } from '../../redaction/redact.ts';
import { checkExamples } from '../knowledge/examples.ts';
import { KNOWLEDGE_FOLDER } from '../knowledge/folder.ts';
import { loadKnowledge } from '../knowledge/load.ts';
import { readEntries, readWords } from '../knowledge/read.ts';
import { entryPage } from './ask.ts';
import { drawBlocks } from './terminal.ts';

const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** Everything that is wrong with the entries, then one line that counts; exit 1 when something is. */
export function check(prefix: string): void {
  const knowledge = { ...readWords(KNOWLEDGE_FOLDER), ...readEntries(KNOWLEDGE_FOLDER) };
  const findings = [...checkEntries(knowledge.entries, knowledge.placeholders), ...checkExamples(knowledge)].filter(
    ({ id }) => id.startsWith(prefix),
  );
  const lines = [
    ...knowledge.problems.filter(({ file }) => file.startsWith(prefix)).map(problem => showProblem(problem)),
    ...findings.map(showFinding),
  ];
  for (const line of lines) print(line);
  const checked = knowledge.entries.filter(entry => entry.id.startsWith(prefix)).length;
  print(`${checked} entries checked, ${lines.length === 0 ? 'nothing wrong' : `${lines.length} problems`}`);
  if (lines.length > 0) process.exitCode = 1;
}

function showFinding({ id, path, message }: Finding): string {
  const file = `${id}.yaml`;
  return showProblem({ file, path, message, line: locate(readFileSync(join(KNOWLEDGE_FOLDER, file), 'utf8'), path) });
}

/** Writes the skeleton of an entry, to be filled in; one that is there already is left alone. */
export function create(id: string): void {
  const path = join(KNOWLEDGE_FOLDER, `${id}.yaml`);
  if (!/^[a-z0-9-]+\/[a-z0-9-]+$/.test(id) || existsSync(path)) {
    const why = existsSync(path) ? `${path} is there already` : `${id} is no id. Write provider/problem, in lower case`;
    process.stderr.write(`${why}.\n`);
    process.exitCode = 1;
    return;
  }
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, skeleton(id, new Date().toISOString().slice(0, 10)));
  print(`${path} is begun. Fill it in, then:  locksmith knowledge check ${id}`);
}

export async function show(id: string): Promise<void> {
  const entry = (await loadKnowledge()).entries.find(one => one.id === id);
  if (entry) {
    print(drawBlocks(entryPage(entry), process.stdout.isTTY));
    return;
  }
  process.stderr.write(`There is no entry ${id}. Find one by words:  locksmith knowledge search …\n`);
  process.exitCode = 1;
}

export async function search(words: string): Promise<void> {
  const knowledge = await loadKnowledge();
  const titles = new Map(knowledge.entries.map(entry => [entry.id, entry.title]));
  const found = createMatcher(knowledge).match(redact(words).text);
  for (const { entry } of found) print(`${entry.padEnd(40)} ${titles.get(entry) ?? ''}`);
  if (found.length === 0) process.exitCode = 1;
}

export function schema(): void {
  print(JSON.stringify(z.toJSONSchema(entrySchema), null, 2));
}
