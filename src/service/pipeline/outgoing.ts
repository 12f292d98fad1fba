// What a turn leaves behind as jobs: replies to deliver, marks to set, and the timer that looks at the thread again.
import { type Place, placeKey, type RedactedEvent } from '../../conversation/chat-event.ts';
import { timerOf } from '../../conversation/moves/timer.ts';
import type { Reply } from '../../conversation/reply.ts';
import type { Thread } from '../../conversation/thread.ts';
import type { Context, Turn } from '../../conversation/turn.ts';
import type { NewJob, Store } from '../../store/store.ts';
import type { DeliveryBody } from './codec.ts';
import { DELIVERY_JOB, MARK_JOB, TIMER_JOB, type Way } from './handle.ts';

/** Replies to one thread go out one at a time, in order, in a lane beside its events. What one person waits for holds up nobody else. */
export const deliveryOf = (place: Place, reply: Reply, now: number, more: Partial<DeliveryBody> = {}): NewJob => ({
  key: `${DELIVERY_JOB}/${reply.id}`,
  kind: DELIVERY_JOB,
  lane: `${DELIVERY_JOB}/${reply.to ? reply.id : placeKey(place)}`,
  body: { place, reply, ...more },
  dueAt: now,
});

/** Who waits for the first reply is told when it cannot be shown. */
export const deliveriesOf = ({ replies }: Turn, place: Place, now: number, waits?: string): NewJob[] =>
  replies.map((reply, i) =>
    deliveryOf(reply.place ?? place, reply, now, i === 0 && !reply.to && waits !== undefined ? { waits } : {}),
  );

/** Whoever called us or pressed something; not whoever merely pasted an error. */
export function waiterOf(event: RedactedEvent): string | undefined {
  if ('addressed' in event) return event.addressed ? event.by.id : undefined;
  return event.kind === 'button-pressed' || event.kind === 'steps-checked' ? event.by.id : undefined;
}

/** In order, so that a mark is taken away after it was set; in a lane that holds up no reply. */
export const marksOf = ({ marks = [] }: Turn, place: Place, key: string, now: number): NewJob[] =>
  marks.map(({ mark, on }) => ({
    key: `${MARK_JOB}/${mark}/${key}`,
    kind: MARK_JOB,
    lane: `${MARK_JOB}/${placeKey(place)}`,
    body: { place, mark, on },
    dueAt: now,
  }));

/** The store forgets which messages were posted, so the deliveries carry it; what was never posted is not posted now. */
export async function deliveriesBeforeRemoval({ replies }: Turn, place: Place, { store, now }: Way): Promise<NewJob[]> {
  const messages = await Promise.all(replies.map(reply => messageOf(reply, place, store)));
  return replies.flatMap((reply, i) => {
    const message = messages[i];
    return message === undefined ? [] : [deliveryOf(place, reply, now(), { message })];
  });
}

const messageOf = async ({ slot }: Reply, place: Place, store: Store): Promise<string | undefined> =>
  slot === undefined ? undefined : await store.posted(place, slot);

/** A lane of its own for each: what is due in days must hold up nothing. Time runs from when the thread was answered. */
export function timersOf(thread: Thread, context: Context, now: number): NewJob[] {
  const next = timerOf(thread, context);
  if (!next) return [];
  const { timer, afterMs } = next;
  const key = `${TIMER_JOB}/${timer.what}/${placeKey(thread.place)}/${timer.changedAt}`;
  return [{ key, kind: TIMER_JOB, lane: key, body: { place: thread.place, ...timer }, dueAt: now + afterMs }];
}
