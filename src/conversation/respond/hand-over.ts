// Handing over to people: the on-call group of the channel and nobody else, with what is known.
import { checklistOf } from '../checklist.ts';
import { bold, code, line, plain } from '../line.ts';
import type { Block, Line } from '../reply.ts';
import { TEXTS } from '../texts.ts';
import type { Thread } from '../thread.ts';
import type { Context, Turn } from '../turn.ts';
import type { Moved } from './moves.ts';

/** Characters of the opening that the hand-over quotes; the rest stands above in the thread. */
const QUOTED = 600;

export function handOver(
  thread: Thread,
  event: Moved,
  context: Context,
  counted: readonly string[],
  first?: string,
): Turn {
  const { escalateTo } = context.settings;
  const entry = thread.entry === undefined ? undefined : context.entries.get(thread.entry);
  const call: Line = escalateTo
    ? [{ kind: 'group', id: escalateTo }, plain(` ${TEXTS.handedOver}`)]
    : [plain(TEXTS.nobodyNamed)];
  const done = entry ? checklistOf(entry, thread).filter(one => one.tick) : [];
  const blocks: Block[] = [
    ...(first ? [{ kind: 'text', text: [plain(first)] } as const] : []),
    { kind: 'text', text: call },
    ...(thread.opening ? [{ kind: 'code', text: thread.opening.slice(0, QUOTED) } as const] : []),
    ...(entry ? [{ kind: 'text', text: [bold(entry.title), plain(' '), code(entry.id)] } as const] : []),
    { kind: 'text', text: [plain(TEXTS.tried(done.map(one => one.step.do.replace(/\.$/, ''))))] },
    ...(entry ? [{ kind: 'quiet', text: [bold(`${TEXTS.whenToEscalate} `), ...line(entry.escalate)] } as const] : []),
  ];
  return {
    thread: { ...thread, state: 'handed-over', endedBy: event.by, changedAt: event.at },
    replies: [{ id: `${event.key}#1`, summary: escalateTo ? TEXTS.handedOver : TEXTS.nobodyNamed, blocks }],
    counted: [...counted, 'handed over'],
  };
}
