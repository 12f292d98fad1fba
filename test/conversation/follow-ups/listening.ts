// What the tests of follow-ups share: one understanding of the real knowledge, a thread, and acts as one line.
import type { Act, Role } from '../../../src/conversation/act.ts';
import { createUnderstand } from '../../../src/conversation/follow-ups/understand.ts';
import type { Thread } from '../../../src/conversation/thread.ts';
import { createMatcher } from '../../../src/matching/matcher.ts';
import { redact } from '../../../src/redaction/redact.ts';
import { loadKnowledge } from '../../../src/service/knowledge/load.ts';

export const knowledge = await loadKnowledge();

const understand = createUnderstand(knowledge, createMatcher(knowledge));

/** Its checklist has nine steps. */
export const USUAL = 'aws/expired-token';

export const thread = (entry: string | undefined, more: Partial<Thread> = {}): Thread => ({
  place: { surface: 'test', workspace: 'test', channel: 'test', thread: '1' },
  version: 1,
  state: 'open',
  asker: { id: 'asker', name: 'Ada' },
  openedAt: 0,
  changedAt: 0,
  ...(entry !== undefined && { entry }),
  evidence: [],
  candidates: [],
  dismissed: [],
  ticks: [],
  tried: [],
  advanced: false,
  checklists: 1,
  heard: [],
  ...more,
});

/** The act of one message, in one line: `step-done 1 2`. An FAQ without its question. */
export function hear(text: string, from: Role = 'asker', about = USUAL): string {
  return show(act(text, { role: from, thread: thread(about) }));
}

export const act = (text: string, more: { role?: Role; addressed?: boolean; thread?: Thread } = {}): Act =>
  understand({ text: redact(text).text, role: 'asker', addressed: false, thread: thread(USUAL), ...more });

export function show(heard: Act): string {
  switch (heard.kind) {
    case 'step-done':
    case 'step-undone':
      return [heard.kind, ...heard.steps].join(' ');
    case 'step-help':
      return `step-help ${heard.step}`;
    case 'provider':
      return `provider ${heard.provider}`;
    case 'new-error': {
      const { decision } = heard;
      return `new-error ${decision.kind === 'answer' ? decision.match.entry : decision.candidates[0]?.entry}`;
    }
    case 'question':
      return 'faq'; // the contract has one act for questions; which are answered is held in faq/
    default:
      return heard.kind;
  }
}
