// The answer as blocks, in the order of the product's promise: what it is, why we think so, causes, checklist, buttons.
import type { Entry, Step } from '../knowledge/entry.ts';
import type { Evidence } from '../matching/match.ts';
import { checklistOf, type Numbered, stepAtHand } from './checklist.ts';
import { bold, code, type Facts, fill, line, link, plain } from './line.ts';
import type { Block, Button, Line, Reply } from './reply.ts';
import { TEXTS } from './texts.ts';
import { checklistSlot, type Thread, type Tick } from './thread.ts';

/** The live answer of a thread: the same slot every time, so that the message is replaced in place. */
export function answerReply(
  entry: Entry,
  thread: Thread,
  id: string,
  options: { readonly replaces: boolean; readonly facts?: Facts },
): Reply {
  return {
    id,
    slot: checklistSlot(thread),
    replaces: options.replaces,
    summary: summaryOf(entry, thread),
    blocks: answerBlocks(entry, thread, options.facts ?? {}),
  };
}

/** The checklist in force as it stands now, for whoever looks at it later; nothing where a thread has none. */
export function currentAnswer(thread: Thread, entries: ReadonlyMap<string, Entry>): Reply | undefined {
  const entry = entries.get(thread.entry ?? '');
  return entry && thread.checklists > 0 ? answerReply(entry, thread, 'current', { replaces: true }) : undefined;
}

export function answerBlocks(entry: Entry, thread: Thread, facts: Facts): Block[] {
  const over = thread.state === 'solved' && thread.endedBy;
  return [
    ...(over
      ? [...saidFirst(entry, thread, facts), { kind: 'text', text: [bold(TEXTS.solvedBy(over.name))] } as const]
      : introduction(entry, thread, facts)),
    ...checklistBlocks(entry, thread, facts),
    ...(over
      ? []
      : [{ kind: 'divider' } as const, buttonsOf(entry), { kind: 'quiet', text: [plain(TEXTS.hint)] } as const]),
  ];
}

/** What it is, why we think so, and what may have caused it. */
export const introduction = (entry: Entry, thread: Thread, facts: Facts = {}): Block[] => [
  ...saidFirst(entry, thread, facts),
  ...causeBlocks(entry),
];

const saidFirst = (entry: Entry, thread: Thread, facts: Facts): Block[] => [
  { kind: 'heading', text: entry.title },
  { kind: 'text', text: line(entry.answer, facts) },
  ...whyBlocks(thread),
];

/** What a notification or a screen reader gets when it shows no blocks: good enough to be read alone. */
function summaryOf(entry: Entry, thread: Thread): string {
  const checklist = checklistOf(entry, thread);
  const at = stepAtHand(checklist, thread);
  if (thread.state === 'solved' && thread.endedBy) return `${entry.title}. ${TEXTS.solvedBy(thread.endedBy.name)}`;
  const next = at ? ` ${at.number}. ${at.step.do}${at.step.run ? ` ${fill(at.step.run, {})}` : ''}` : '';
  return `${entry.title}. ${entry.answer}${next}`;
}

/** Why we think so, and how sure: nothing where there is no evidence. */
export function whyBlocks({
  evidence,
  confidence,
  ruledOut,
}: Pick<Thread, 'evidence' | 'confidence' | 'ruledOut'>): Block[] {
  const because = becauseOf(evidence);
  if (because.length === 0 || confidence === undefined) return [];
  const not = ruledOut ? [plain(`. ${TEXTS.notBecauseOf(ruledOut.title)} `), code(ruledOut.quote)] : [];
  return [{ kind: 'quiet', text: [plain(`${TEXTS.sure(confidence)}, `), ...because, ...not] }];
}

/** The two weightiest quotes; words only where nothing was quoted. */
function becauseOf(evidence: readonly Evidence[]): Line {
  const quoted = evidence
    .filter(one => one.signature !== undefined && one.weight > 0)
    .toSorted((a, b) => b.weight - a.weight);
  const [first, second] = quoted;
  if (first)
    return [
      plain(`${TEXTS.becauseOf} `),
      code(first.quote),
      ...(second ? [plain(` ${TEXTS.and} `), code(second.quote)] : []),
    ];
  const terms = evidence.find(one => one.terms)?.terms;
  return terms ? [plain(TEXTS.becauseOfWords(terms.slice(0, 4)))] : [];
}

const causeBlocks = (entry: Entry): Block[] => [
  { kind: 'quiet', text: [bold(TEXTS.likelyCauses)] },
  { kind: 'list', items: entry.causes.map(cause => line(cause.title)) },
];

export function checklistBlocks(entry: Entry, thread: Thread, facts: Facts): Block[] {
  const checklist = checklistOf(entry, thread);
  const at = thread.state === 'solved' ? undefined : stepAtHand(checklist, thread);
  const done = checklist.filter(one => one.tick).length;
  const skipped = checklist.filter(one => one.tick?.skipped).length;
  const items = checklist.map(one => ({
    step: one.step.id,
    label: fill(one.step.do, facts),
    done: one.tick !== undefined,
    open: one === at,
    ...(one.tick && { note: noteOf(one.tick) }),
  }));
  return [
    { kind: 'divider' },
    {
      kind: 'checklist',
      entry: entry.id,
      title: TEXTS.checklist(done - skipped, checklist.length, skipped),
      items,
    },
    ...(at ? stepBlocks(at, facts) : []),
    ...(done === checklist.length && thread.state === 'open'
      ? [{ kind: 'text', text: [bold(TEXTS.allDone)] } as const]
      : []),
  ];
}

const noteOf = ({ skipped, by, at }: Tick): string =>
  skipped ? TEXTS.skippedBy(by.name, at) : TEXTS.tickedBy(by.name, at);

/** One step in full: what to do, the command, what one should see, where it is documented. */
export function stepBlocks({ number, step, entry }: Numbered, facts: Facts): Block[] {
  return [
    { kind: 'text', text: [bold(`${number} · ${fill(step.do, facts)}`)] },
    ...(step.warn ? [{ kind: 'text', text: [bold(`${TEXTS.warning} `), ...line(step.warn, facts)] } as const] : []),
    ...(step.run ? [{ kind: 'code', text: fill(step.run.trimEnd(), facts) } as const] : []),
    ...(step.powershell && step.powershell.trim() !== step.run?.trim()
      ? [
          { kind: 'quiet', text: [plain(TEXTS.powershell)] } as const,
          { kind: 'code', text: fill(step.powershell.trimEnd(), facts) } as const,
        ]
      : []),
    ...(step.console
      ? [{ kind: 'text', text: [bold(`${TEXTS.console} `), ...line(step.console, facts)] } as const]
      : []),
    { kind: 'text', text: [bold(`${TEXTS.expected} `), ...line(step.expect, facts), ...documentation(step)] },
    ...outcomeButtons(entry, step),
  ];
}

const documentation = (step: Step): Line =>
  step.docs ? [plain(' '), link(TEXTS.documentation(new URL(step.docs).host), step.docs)] : [];

function outcomeButtons(entry: string, step: Step): Block[] {
  if (!step.outcomes) return [];
  const buttons = step.outcomes.map(
    ({ see }, i): Button => ({ button: 'outcome', value: `${entry}:${step.id}:${i}`, label: see }),
  );
  return [{ kind: 'buttons', buttons }];
}

function buttonsOf(entry: Entry): Block {
  const { buttons } = TEXTS;
  const of = (button: Button['button'], label: string): Button => ({ button, value: entry.id, label });
  return {
    kind: 'buttons',
    buttons: [
      { ...of('solved', buttons.solved), primary: true },
      of('still-stuck', buttons.stillStuck),
      of('not-my-problem', buttons.notMyProblem),
      of('ask-a-person', buttons.askAPerson),
    ],
    more: [
      ...(entry.advanced ? [of('advanced', buttons.advanced)] : []),
      of('questions', buttons.questions),
      ...(entry.related ? [of('related', buttons.related)] : []),
      of('details', buttons.details),
    ],
  };
}
