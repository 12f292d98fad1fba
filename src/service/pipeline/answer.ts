// One event or timer from the queue: load its thread, decide what to say, and commit the next state and the replies together.
import type { Place, RedactedEvent } from '../../conversation/chat-event.ts';
import { GAPS_MS, type Gaps } from '../../conversation/looks/gaps.ts';
import { MOST_MINE, STATS_MS } from '../../conversation/looks/numbers.ts';
import { OUTAGE_MS } from '../../conversation/moves/outage.ts';
import { respondToTimer } from '../../conversation/moves/timer.ts';
import { wantsOf } from '../../conversation/respond/commands/command.ts';
import { respond } from '../../conversation/respond/respond.ts';
import type { Thread } from '../../conversation/thread.ts';
import type { Context, Turn } from '../../conversation/turn.ts';
import type { Job } from '../../jobs/queue.ts';
import type { Worked } from '../../jobs/verdict.ts';
import type { NewJob, Saw, Store, TallyFilter, ThreadFilter } from '../../store/store.ts';
import type { Watched } from '../../store/watch-rows.ts';
import { decodeEvent, decodeTimer } from './codec.ts';
import type { Way } from './handle.ts';
import { deliveriesBeforeRemoval, deliveriesOf, marksOf, timersOf, waiterOf } from './outgoing.ts';

export async function answerEvent(job: Job, way: Way): Promise<Worked> {
  const event = decodeEvent(job.body);
  const { place } = event;
  const thread = await way.store.thread(place);
  await adoptMessage(event, thread, way);
  const nearby = await nearbyOf(event, way);
  const context = { ...(await withSurroundings(event, way)), ...(nearby && { nearby: nearby.threads }) };
  const turn = respond(event, thread, context);
  const isDeleted = event.kind === 'message-deleted' && thread !== undefined;
  return await finish(job, way, {
    place,
    turn,
    context,
    deliveries: isDeleted
      ? await deliveriesBeforeRemoval(turn, place, way)
      : deliveriesOf(turn, place, way.now(), waiterOf(event)),
    ...(isDeleted && { removes: place }),
    ...(nearby && turn.thread?.entry !== undefined && { saw: sawOf(turn.thread.entry, nearby) }),
  });
}

/** A thread that moved on since has another timer. */
export async function answerTimer(job: Job, way: Way): Promise<Worked> {
  const { place, ...timer } = decodeTimer(job.body);
  const thread = await way.store.thread(place);
  if (!thread) return { kind: 'done' };
  const context = way.contextOf({ place });
  const turn = respondToTimer({ ...timer, key: job.key, at: way.now() }, thread, context);
  return await finish(job, way, { place, turn, context, deliveries: deliveriesOf(turn, place, way.now()) });
}

type Finishing = {
  readonly place: Place;
  readonly turn: Turn;
  readonly context: Context;
  readonly deliveries: readonly NewJob[];
  readonly removes?: Place;
  readonly saw?: Saw;
};

async function finish(job: Job, way: Way, finishing: Finishing): Promise<Worked> {
  const { place, turn, context, deliveries, removes, saw } = finishing;
  const now = way.now();
  const watched = watchedOf(turn, place, context);
  const outcome = await way.store.commit({
    ...(watched && { watched }),
    ...(turn.thread && { thread: turn.thread }),
    ...(removes && { removes }),
    ...(saw && { saw }),
    jobs: [
      ...deliveries,
      ...(way.marks?.(place.surface) ? marksOf(turn, place, job.key, now) : []),
      ...(turn.thread ? timersOf(turn.thread, context, now) : []),
    ],
    counted: turn.counted,
    workspace: place.workspace,
    finishes: job.key,
    now,
  });
  if (outcome === 'conflict') return { kind: 'retry', afterMs: 0, reason: 'changed in between' };
  // Of a turn that was taken before, the channel may have moved on since.
  if (watched && outcome === 'saved') way.watches.set(watched);
  way.metrics.turned(turn.counted, now - job.dueAt);
  way.wake();
  return { kind: 'finished-already' };
}

/** Set back to what the configuration says, a channel follows that again. */
const watchedOf = ({ watch }: Turn, channel: Place, { settings }: Context): Watched | undefined =>
  watch && { channel, watch: watch.listen === settings.configured ? undefined : watch };

type Nearby = { readonly among: ThreadFilter; readonly threads: readonly Thread[] };

/** What happened in the channel lately, for openings only: several of the same are one outage. */
async function nearbyOf(event: RedactedEvent, { store }: Way): Promise<Nearby | undefined> {
  if (event.kind !== 'message-pasted' || event.addressed) return undefined;
  const { workspace, surface, channel } = event.place;
  const among = { workspace, surface, channel, changedSince: event.at - OUTAGE_MS };
  return { among, threads: await store.threads(among) };
}

/** Openings of the same instant are decided side by side: whichever is saved later has to look again. */
const sawOf = (entry: string, { among, threads }: Nearby): Saw => ({
  among,
  entry,
  threads: threads.filter(thread => thread.entry === entry).map(({ place }) => place.thread),
});

/** What some commands need to know besides. */
async function withSurroundings(event: RedactedEvent, { store, contextOf }: Way): Promise<Context> {
  const context = contextOf(event);
  if (event.kind !== 'command-given') return context;
  const { workspace, surface, channel } = event.place;
  switch (wantsOf(event)) {
    case 'mine':
      return { ...context, mine: await store.threads(openOf(event.place, event.by.id)) };
    case 'stats':
      return {
        ...context,
        tallies: await store.tally({ workspace, surface, channel, changedSince: event.at - STATS_MS }),
      };
    case 'gaps':
      return {
        ...context,
        gaps: await gapsOf({ workspace, surface, channel, changedSince: event.at - GAPS_MS }, store),
      };
    case undefined:
      return context;
  }
}

async function gapsOf(among: TallyFilter, store: Store): Promise<Gaps> {
  const [unanswered, tallies] = await Promise.all([store.threads({ ...among, unanswered: true }), store.tally(among)]);
  return { unanswered, tallies };
}

/** The open threads of a person, whatever channel they stand in. */
export const openOf = ({ workspace, surface }: Place, asker: string): ThreadFilter => ({
  workspace,
  surface,
  asker,
  state: 'open',
  most: MOST_MINE,
});

/** A click on a card of ours that no thread knows (it was shared): that message is the thread's first checklist. */
async function adoptMessage(event: RedactedEvent, thread: Thread | undefined, { store }: Way): Promise<void> {
  if (thread || (event.kind !== 'steps-checked' && event.kind !== 'button-pressed')) return;
  if ('returnPath' in event) return; // only its reader sees it, so it is nobody's shared list
  await store.recordPosted({ place: event.place, slot: 'checklist-1', message: event.message });
}
