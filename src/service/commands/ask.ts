// `ask`: a diagnosis in the terminal: answer, evidence, checklist with every step in full.
import { text as readAll } from 'node:stream/consumers';
import { stepBlocks, whyBlocks } from '../../conversation/answer.ts';
import { checklistOf } from '../../conversation/checklist.ts';
import { line, plain } from '../../conversation/line.ts';
import type { Block } from '../../conversation/reply.ts';
import { ruleOut } from '../../conversation/respond/opening.ts';
import { TEXTS } from '../../conversation/texts.ts';
import type { Entry } from '../../knowledge/entry.ts';
import { decide, oneOf, THRESHOLDS } from '../../matching/decide.ts';
import type { Decision } from '../../matching/match.ts';
import { createMatcher } from '../../matching/matcher.ts';
import { redact } from '../../redaction/redact.ts';
import { loadKnowledge } from '../knowledge/load.ts';
import { drawBlocks } from './terminal.ts';

export async function ask(words: string): Promise<void> {
  const given = words || (process.stdin.isTTY ? '' : await readAll(process.stdin));
  if (given.trim() === '') {
    process.stderr.write(
      'Nothing to diagnose. Give the text, or pipe the failing command’s output:  aws s3 ls 2>&1 | locksmith ask\n',
    );
    process.exitCode = 2;
    return;
  }
  const { text, found } = redact(given);
  if (found.length > 0)
    process.stderr.write(`${TEXTS.secretGiven([...new Set(found.map(({ kind }) => kind.replaceAll('-', ' ')))])}\n\n`);
  const knowledge = await loadKnowledge();
  const decision = decide(createMatcher(knowledge).match(text), THRESHOLDS.addressed);
  const blocks = pageOf(decision, new Map(knowledge.entries.map(entry => [entry.id, entry])));
  process.stdout.write(`${drawBlocks(blocks, process.stdout.isTTY)}\n`);
  if (decision.kind === 'silent') process.exitCode = 1;
}

function pageOf(decision: Decision, entries: ReadonlyMap<string, Entry>): Block[] {
  if (decision.kind === 'answer') {
    const entry = entries.get(decision.match.entry);
    const ruledOut = ruleOut(decision.match, decision.others, entries);
    const { confidence, evidence } = decision.match;
    return entry ? entryPage(entry, { confidence, evidence, ...(ruledOut && { ruledOut }) }) : [];
  }
  const near = decision.candidates.flatMap(match => entries.get(match.entry) ?? []);
  const title = decision.kind === 'ask' ? TEXTS.whichOne(oneOf(decision.candidates)) : TEXTS.notRecognised;
  return [{ kind: 'text', text: [plain(title)] }, ...(decision.kind === 'ask' ? [listOf(near)] : [])];
}

const listOf = (entries: readonly Entry[]): Block => ({
  kind: 'list',
  items: entries.map(entry => line(`${entry.title} (\`locksmith knowledge show ${entry.id}\`)`)),
});

/** A whole entry for one reader: every step open, since nobody ticks here. */
export function entryPage(entry: Entry, match?: Parameters<typeof whyBlocks>[0]): Block[] {
  const checklist = checklistOf(entry, { advanced: false, ticks: [] });
  return [
    { kind: 'heading', text: entry.title },
    { kind: 'text', text: line(entry.answer) },
    ...(match ? whyBlocks(match) : []),
    ...entry.causes.flatMap((cause): Block[] => [
      { kind: 'divider' },
      { kind: 'text', text: [{ kind: 'bold', text: cause.title }] },
      ...checklist.filter(one => one.cause === cause).flatMap(one => stepBlocks(one, {})),
    ]),
    { kind: 'divider' },
    { kind: 'text', text: [{ kind: 'bold', text: `${TEXTS.whenToEscalate} ` }, ...line(entry.escalate)] },
  ];
}
