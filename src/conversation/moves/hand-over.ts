// Handing over to people: the on-call group of the channel and nobody else, with what is known.
import { bold, code, line, plain } from '../line.ts';
import type { Block, Line, Reply } from '../reply.ts';
import { TEXTS } from '../texts.ts';
import type { Thread } from '../thread.ts';
import { type Context, QUIET, type Turn } from '../turn.ts';
import { isOpen } from './hours.ts';
import type { Moved } from './moves.ts';
import { triedOf } from './set-aside.ts';

/** Characters of the opening that the hand-over quotes; the rest stands above in the thread. */
const QUOTED = 600;

/** Replaced when the opening is deleted, since it quotes it. */
export const HAND_OVER_SLOT = 'hand-over';

/** `first` is said before; `anyway`: somebody wants people called outside their hours. */
export type HandOver = {
  readonly thread: Thread;
  readonly event: Moved;
  readonly context: Context;
  readonly counted?: readonly string[];
  readonly first?: string;
  readonly anyway?: boolean;
};

export function handOver(asked: HandOver): Turn {
  const { thread, event, context, counted = [], anyway = false } = asked;
  const { escalateTo, hours } = context.settings;
  if (thread.called) return remind(thread, thread.called, event);
  if (escalateTo && hours && !anyway && !isOpen(hours, event.at)) return askFirst(asked, hours);
  const summary = escalateTo ? TEXTS.handedOverAlone : TEXTS.nobodyNamed;
  const called = { at: event.at, by: event.by, reminded: false };
  return {
    thread: { ...thread, state: 'handed-over', endedBy: event.by, called, changedAt: event.at },
    replies: [{ id: `${event.key}#1`, slot: HAND_OVER_SLOT, summary, blocks: handOverBlocks(asked) }],
    counted: [...counted, 'handed over'],
  };
}

/** Redacted error, entry, what was done, when to hand over, and a way back here. */
function handOverBlocks({ thread, context, first }: HandOver): Block[] {
  const { escalateTo } = context.settings;
  const { dismissed } = thread;
  const entry =
    thread.entry === undefined || dismissed.includes(thread.entry) ? undefined : context.entries.get(thread.entry);
  const ruledOut = dismissed.flatMap(id => context.entries.get(id)?.title ?? []);
  const call: Line = escalateTo
    ? [{ kind: 'group', id: escalateTo }, plain(` ${TEXTS.handedOver}`)]
    : [plain(TEXTS.nobodyNamed)];
  return [
    ...(first ? [{ kind: 'text', text: [plain(first)] } as const] : []),
    { kind: 'text', text: call },
    ...(thread.opening ? [{ kind: 'code', text: thread.opening.slice(0, QUOTED) } as const] : []),
    ...(entry
      ? ([
          { kind: 'text', text: [bold(entry.title), plain(' '), code(entry.id)] },
          { kind: 'text', text: [plain(triedOf(entry, thread) ?? TEXTS.nothingTried)] },
          { kind: 'quiet', text: [bold(`${TEXTS.whenToEscalate} `), ...line(entry.escalate)] },
        ] as const)
      : []),
    ...(ruledOut.length > 0 ? [{ kind: 'text', text: [plain(TEXTS.ruledOut(ruledOut))] } as const] : []),
    { kind: 'quiet', text: [{ kind: 'place', text: TEXTS.thisThread, place: thread.place }] },
  ];
}

/** People are called once; who asks again is told so once. */
function remind(thread: Thread, called: NonNullable<Thread['called']>, event: Moved): Turn {
  if (called.reminded) return { ...QUIET, counted: ['called already'] };
  const said = TEXTS.calledAlready(called.at);
  return {
    thread: { ...thread, state: 'handed-over', endedBy: called.by, called: { ...called, reminded: true } },
    replies: [{ id: `${event.key}#1`, summary: said, blocks: [{ kind: 'text', text: [plain(said)] }] }],
    counted: ['called already'],
  };
}

function askFirst(
  { thread, event, first, counted = [] }: HandOver,
  { days, from, to, zone }: NonNullable<Context['settings']['hours']>,
): Turn {
  const asked = TEXTS.outsideHours(days, from, to, zone);
  const reply: Reply = {
    id: `${event.key}#1`,
    summary: asked,
    blocks: [
      { kind: 'text', text: [plain(first ? `${first} ${asked}` : asked)] },
      {
        kind: 'buttons',
        buttons: [{ button: 'call-anyway', value: thread.entry ?? '', label: TEXTS.buttons.callAnyway }],
      },
    ],
  };
  return {
    thread: { ...thread, changedAt: event.at },
    replies: [reply],
    counted: [...counted, 'asked before calling'],
  };
}
