// One reply from the queue to its surface, once: after a crash it first looks whether the reply already stands there.

import type { Place } from '../../conversation/chat-event.ts';
import { plain } from '../../conversation/line.ts';
import type { Reply } from '../../conversation/reply.ts';
import { TEXTS } from '../../conversation/texts.ts';
import type { Job } from '../../jobs/queue.ts';
import type { Worked } from '../../jobs/verdict.ts';
import type { Delivery, Fault, Surface } from '../../surfaces/surface.ts';
import { decodeDelivery, decodeMark } from './codec.ts';
import type { Way } from './handle.ts';
import { deliveryOf } from './outgoing.ts';

export async function deliverReply(job: Job, way: Way, surfaces: ReadonlyMap<string, Surface>): Promise<Worked> {
  const { place, reply, message, waits } = decodeDelivery(job.body);
  const surface = surfaces.get(place.surface);
  if (!surface) return { kind: 'give-up', reason: `the surface ${place.surface} is not configured` };
  const delivery = await deliverOnce(job, { place, reply, ...(message !== undefined && { message }) }, way, surface);
  way.metrics.delivered(place.surface, delivery.kind === 'posted' ? 'posted' : delivery.fault.kind);
  if (delivery.kind === 'posted') {
    if (reply.slot !== undefined && message === undefined)
      await way.store.recordPosted({ place, slot: reply.slot, message: delivery.message });
    return { kind: 'done' };
  }
  if (delivery.fault.kind === 'refused' && waits !== undefined) await apologise(place, reply, waits, way);
  return again(delivery.fault);
}

/** Calmly and privately, to somebody who waits for what may not be shown in the channel. */
async function apologise(place: Place, { id }: Reply, person: string, { queue, now, wake }: Way): Promise<void> {
  const summary = TEXTS.mayNotPost;
  const blocks = [{ kind: 'text', text: [plain(summary)] }] as const;
  await queue.add([deliveryOf(place, { id: `${id}/refused`, to: { person }, summary, blocks }, now())], now());
  wake();
}

/** A mark on the opening message; a surface that has none by now is no fault. */
export async function deliverMark(job: Job, way: Way, surfaces: ReadonlyMap<string, Surface>): Promise<Worked> {
  const { place, ...mark } = decodeMark(job.body);
  const delivery = await surfaces.get(place.surface)?.mark?.(place, mark);
  if (!delivery || delivery.kind === 'posted') return { kind: 'done' };
  way.metrics.delivered(place.surface, delivery.fault.kind);
  return again(delivery.fault);
}

function again(fault: Fault): Worked {
  switch (fault.kind) {
    case 'rate-limited':
      return { kind: 'retry', afterMs: fault.retryAfterMs, reason: 'rate limited' };
    case 'unreachable':
      return { kind: 'retry', reason: fault.code };
    case 'refused':
    case 'gone':
      return { kind: 'give-up', reason: fault.code };
  }
}

type Sent = { readonly place: Place; readonly reply: Reply; readonly message?: string };

async function deliverOnce(
  job: Job,
  { place, reply, message }: Sent,
  { store }: Way,
  surface: Surface,
): Promise<Delivery> {
  const isNew = !reply.replaces && !reply.to && !reply.toChannel;
  const standing = job.attempts > 1 && isNew ? await surface.find(place, reply.id) : undefined;
  if (standing !== undefined && !isHidden(standing)) return standing;
  const posted = message ?? (reply.slot === undefined ? undefined : await store.posted(place, reply.slot));
  const delivery = await surface.deliver(place, reply, posted);
  // What was deleted on the platform comes again; but not what only says that something is no more.
  const isLost = delivery.kind === 'fault' && delivery.fault.kind === 'gone' && reply.replaces && message === undefined;
  return isLost ? await surface.deliver(place, { ...reply, replaces: false }) : delivery;
}

/** The thread may not be read: then it cannot be told, and a reply that may stand twice is better than none. */
const isHidden = (standing: Delivery): boolean =>
  standing.kind === 'fault' && (standing.fault.kind === 'refused' || standing.fault.kind === 'gone');
