// The way in: redact, triage, store as a job, acknowledge, work at once.
import { type ChatEvent, placeKey, type RedactedEvent } from '../../conversation/chat-event.ts';
import { decideText } from '../../conversation/respond/opening.ts';
import type { Context } from '../../conversation/turn.ts';
import type { Queue } from '../../jobs/queue.ts';
import { redact } from '../../redaction/redact.ts';
import type { Store } from '../../store/store.ts';
import type { Receive } from '../../surfaces/surface.ts';
import type { Metrics } from '../report/metrics.ts';
import type { Rush } from './rush.ts';
import type { Watches } from './watches.ts';

export type Way = {
  readonly store: Store;
  readonly queue: Queue;
  readonly watches: Watches;
  readonly contextOf: (event: Pick<RedactedEvent, 'place'>) => Context;
  readonly metrics: Metrics;
  readonly now: () => number;
  /** Whether a surface marks opening messages: where it does not, nothing is queued for it. */
  readonly marks?: (surface: string) => boolean;
  /** Told of what is stored. */
  readonly rush?: Pick<Rush, 'arrived'>;
  /** Tells the worker that there is something to do. */
  readonly wake: () => void;
};

/** The kinds of job: an event to answer, a reply to deliver, a message to mark, a thread to look at later. */
export const EVENT_JOB = 'event';
export const DELIVERY_JOB = 'delivery';
export const MARK_JOB = 'mark';
export const TIMER_JOB = 'timer';

export function createHandle(way: Way): Receive {
  return async raw => {
    const event = redactEvent(raw);
    if ('text' in event) way.metrics.secrets(event.text.found.map(({ kind }) => kind));
    if (await isChatter(event, way)) {
      way.metrics.received(event.place.surface, 'chatter');
      return;
    }
    const now = way.now();
    const added = await way.queue.add(
      [{ key: event.key, kind: EVENT_JOB, lane: laneOf(event), body: event, dueAt: now }],
      now,
    );
    way.metrics.received(event.place.surface, added > 0 ? 'queued' : 'repeat');
    way.rush?.arrived();
    way.wake();
  };
}

/** One thread, one lane; what belongs to no thread, such as a command, waits for nothing. */
const laneOf = ({ place, key }: RedactedEvent): string => (place.thread === '' ? key : placeKey(place));

/** From here on the raw text no longer exists. Clicks bring back ids of ours; a card could be sent with anything in their place. */
function redactEvent(event: ChatEvent): RedactedEvent {
  if ('text' in event) return { ...event, text: redact(event.text) };
  if (event.kind === 'button-pressed') return { ...event, value: clean(event.value) };
  if (event.kind !== 'steps-checked') return event;
  const { entry, shown, checked, before } = event;
  return {
    ...event,
    entry: clean(entry),
    shown: shown.map(clean),
    checked: checked.map(clean),
    ...(before && { before: before.map(clean) }),
  };
}

/** `azure/wrong-password:try-it:0` reads like a password with its name, so the parts of an id are looked at one by one. */
const clean = (id: string): string =>
  OWN_ID.test(id)
    ? id
        .split(/(?<=[: ])/)
        .map(part => redact(part).text)
        .join('')
    : redact(id).text;

const OWN_ID = /^[\w/-]*(?:[: ][\w/-]+)*$/;

/** What nobody waits for an answer to: it ends here, counted, without a write. */
async function isChatter(event: RedactedEvent, way: Way): Promise<boolean> {
  if (event.kind !== 'message-pasted' && event.kind !== 'follow-up-written') return false;
  if (event.addressed || event.text.found.length > 0) return false;
  if (event.kind === 'follow-up-written') return (await way.store.thread(event.place)) === undefined;
  const context = way.contextOf(event);
  const { listen } = context.settings;
  return listen === 'mention' || listen === 'off' || decideText(event.text, false, context).kind === 'silent';
}
