// One event from the queue: load its thread, decide what to say, and commit the next state and the replies together.
import { placeKey, type RedactedEvent } from '../conversation/chat-event.ts';
import type { Reply } from '../conversation/reply.ts';
import { respond } from '../conversation/respond/respond.ts';
import type { Thread } from '../conversation/thread.ts';
import type { Job } from '../jobs/queue.ts';
import type { Worked } from '../jobs/verdict.ts';
import type { NewJob } from '../store/store.ts';
import { decodeEvent } from './codec.ts';
import { DELIVERY_JOB, type Way } from './handle.ts';

export async function answerEvent(job: Job, way: Way): Promise<Worked> {
  const event = decodeEvent(job.body);
  if (event.kind === 'message-deleted') await way.store.remove(event.place);
  const thread = await way.store.thread(event.place);
  await adoptMessage(event, thread, way);
  const turn = respond(event, thread, way.contextOf(event));
  const now = way.now();
  const outcome = await way.store.commit({
    ...(turn.thread && { thread: turn.thread }),
    jobs: turn.replies.map(reply => deliveryOf(event, reply, now)),
    counted: turn.counted,
    workspace: event.place.workspace,
    finishes: job.key,
    now,
  });
  if (outcome === 'conflict') return { kind: 'retry', afterMs: 0, reason: 'thread changed in between' };
  way.metrics.turned(turn.counted, now - job.dueAt);
  way.wake();
  return { kind: 'finished-already' };
}

/** A click on a card of ours that no thread knows (it was shared): that message is the thread's first checklist. */
async function adoptMessage(event: RedactedEvent, thread: Thread | undefined, { store }: Way): Promise<void> {
  if (thread || (event.kind !== 'steps-checked' && event.kind !== 'button-pressed')) return;
  await store.recordPosted({ place: event.place, slot: 'checklist-1', message: event.message });
}

/** Replies to one thread go out one at a time, in order, in a lane beside its events. */
const deliveryOf = (event: RedactedEvent, reply: Reply, now: number): NewJob => ({
  key: `${DELIVERY_JOB}/${reply.id}`,
  kind: DELIVERY_JOB,
  lane: `${DELIVERY_JOB}/${placeKey(event.place)}`,
  body: { place: event.place, reply },
  dueAt: now,
});
