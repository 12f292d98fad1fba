// `replay --jsonl`: a whole thread through the real conversation code, without a surface.
import { z } from 'zod';
import type { Act, Role } from '../../conversation/act.ts';
import type { Place, RedactedEvent } from '../../conversation/chat-event.ts';
import { openThread, startChecklist } from '../../conversation/respond/opening.ts';
import { respond } from '../../conversation/respond/respond.ts';
import type { Thread } from '../../conversation/thread.ts';
import type { Context } from '../../conversation/turn.ts';
import { decide, THRESHOLDS } from '../../matching/decide.ts';
import { redact } from '../../redaction/redact.ts';
import { loadKnowledge } from '../knowledge/load.ts';
import { createBrain } from '../pipeline/context.ts';
import { eachLine } from './lines.ts';

const turn = z.object({ user: z.string(), from: z.enum(['asker', 'helper', 'other']).default('asker') });
const input = z.object({
  id: z.union([z.string(), z.number()]),
  opening: z.string(),
  entry: z.string().optional(),
  turns: z.array(turn),
});
type Dialogue = z.infer<typeof input>;

const PLACE: Place = { surface: 'replay', workspace: 'replay', channel: 'replay', thread: '1' };

export async function replayLines(): Promise<void> {
  const settings = {
    thresholds: THRESHOLDS,
    listen: 'errors' as const,
    configured: 'errors' as const,
    maintainers: [],
    helpers: new Set(['helper']),
  };
  const context: Context = { ...createBrain(await loadKnowledge()), settings };
  await eachLine(input, dialogue => replay(dialogue, context));
}

export function replay({ id, opening, entry, turns }: Dialogue, context: Context): unknown {
  const first = said(opening, 'asker', 0);
  const decision = decide(context.matcher.match(first.text.text), THRESHOLDS.unaddressed);
  let thread = entry === undefined ? respond(first, undefined, context).thread : startOn(entry, first, context);
  const acts = turns.map(({ user, from }, i) => {
    const event = { ...said(user, from, i + 1), kind: 'follow-up-written' as const };
    const answered = respond(event, thread, context);
    thread = answered.thread ?? thread;
    return showAct(answered.act ?? { kind: 'none' });
  });
  return {
    id,
    opening: { decision: decision.kind, entry: decision.kind === 'answer' ? decision.match.entry : null },
    turns: acts,
  };
}

const said = (text: string, from: Role, at: number) => ({
  kind: 'message-pasted' as const,
  key: `replay/${at}`,
  at,
  place: PLACE,
  by: { id: from, name: from },
  text: redact(text),
  addressed: false,
});

function startOn(
  entry: string,
  first: Extract<RedactedEvent, { kind: 'message-pasted' }>,
  context: Context,
): Thread | undefined {
  return startChecklist({ ...openThread(first, first.text), entry }, first.key, context, []).thread;
}

/** The contract's form of an act: its name, and what it is about. */
function showAct(act: Act): Record<string, unknown> {
  if (act.kind === 'question') return { act: 'faq' }; // the contract has one act for questions; nothing is named where nothing answers
  const { kind, ...more } = act;
  if (!('decision' in more)) return { act: kind, ...more };
  const { decision } = more;
  return {
    act: kind,
    decision: decision.kind,
    entry: decision.kind === 'answer' ? decision.match.entry : (decision.candidates[0]?.entry ?? null),
  };
}
