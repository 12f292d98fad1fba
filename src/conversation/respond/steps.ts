// Steps named in writing: done, open again, skipped, asked about, or shown all together.
import type { Entry } from '../../knowledge/entry.ts';
import { answerReply, checklistBlocks, stepBlocks } from '../answer.ts';
import { checklistOf, type Numbered, settleTicks, stepAtHand } from '../checklist.ts';
import { plain } from '../line.ts';
import { awaken, type Moved } from '../moves/moves.ts';
import type { Reply } from '../reply.ts';
import { TEXTS } from '../texts.ts';
import type { Thread, TickReport } from '../thread.ts';
import type { Context, Turn } from '../turn.ts';
import { startChecklist } from './opening.ts';

/** Which thread and entry, and what was written. */
export type At = { readonly thread: Thread; readonly entry: Entry; readonly event: Moved };

export type StepsNamed = 'step-done' | 'step-undone' | 'step-skipped';

export function tickSteps(kind: StepsNamed, numbers: readonly number[], { thread, entry, event }: At): Turn {
  const checklist = checklistOf(entry, thread);
  const named = checklist.filter(one => numbers.includes(one.number));
  const lost = numbers.filter(number => !checklist.some(one => one.number === number));
  const missing = lost.length > 0 ? TEXTS.noSuchStep(lost, checklist.length) : undefined;
  if (named.length === 0) return { replies: [sentence(event.key, missing ?? TEXTS.noChecklist)], counted: [] };
  const settled = settleTicks(thread, reportOf(kind, named, event));
  const next: Thread = { ...awaken(thread), ...settled };
  const said = [wordsFor(kind)(named.map(one => one.number)), missing, whatNext(entry, next, kind)];
  return {
    thread: next,
    replies: [redraw(next, entry, event), sentence(event.key, said.filter(part => part !== undefined).join(' '))],
    counted: ['ticked'],
  };
}

function reportOf(kind: StepsNamed, named: readonly Numbered[], { by, at }: Moved): TickReport {
  const steps = named.map(one => one.step.id);
  switch (kind) {
    case 'step-done':
      return { at, by, done: steps, open: [] };
    case 'step-undone':
      return { at, by, done: [], open: steps };
    case 'step-skipped':
      return { at, by, done: [], open: [], skipped: steps };
  }
}

const wordsFor = (kind: StepsNamed): ((numbers: readonly number[]) => string) =>
  ({ 'step-done': TEXTS.ticked, 'step-undone': TEXTS.unticked, 'step-skipped': TEXTS.skipped })[kind];

/** The step that is open now, or the question whether it works; nothing after something was taken back. */
function whatNext(entry: Entry, thread: Thread, kind: StepsNamed): string | undefined {
  if (kind === 'step-undone' || thread.state === 'solved') return undefined;
  const at = stepAtHand(checklistOf(entry, thread), thread);
  return at ? TEXTS.nextStep(at.number, at.step.do) : TEXTS.allDone;
}

export function helpWithStep(number: number, { thread, entry, event }: At): Turn {
  const checklist = checklistOf(entry, thread);
  const step = checklist.find(one => one.number === number);
  if (!step) return { replies: [sentence(event.key, TEXTS.noSuchStep([number], checklist.length))], counted: [] };
  const next = { ...thread, focus: step.step.id };
  const help: Reply = { id: `${event.key}#1`, summary: `${number}. ${step.step.do}`, blocks: stepBlocks(step, {}) };
  return { thread: next, replies: [redraw(next, entry, event), help], counted: [] };
}

/** The list as it stands, at the end of the thread: the live card may be far above by now, or there is none yet. */
export function showSteps({ thread, entry, event }: At, context: Context): Turn {
  if (thread.checklists === 0) return startChecklist(thread, event.key, context, []);
  const blocks = checklistBlocks(entry, thread, {}).slice(1);
  return { replies: [{ id: `${event.key}#1`, summary: TEXTS.steps, blocks }], counted: [] };
}

/** The live card in place, after something written changed it. */
export const redraw = (thread: Thread, entry: Entry, { key }: Moved): Reply =>
  answerReply(entry, thread, `${key}#card`, { replaces: true });

export const sentence = (key: string, text: string): Reply => ({
  id: `${key}#1`,
  summary: text,
  blocks: [{ kind: 'text', text: [plain(text)] }],
});
