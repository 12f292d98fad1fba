// Quiet hours through the real store and queue: the timer is committed with the thread, and a later message makes it idle.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RedactedEvent } from '../../src/conversation/chat-event.ts';
import { createQueue } from '../../src/jobs/kysely-queue.ts';
import type { Job, Queue } from '../../src/jobs/queue.ts';
import { answerEvent, answerTimer } from '../../src/service/pipeline/answer.ts';
import { EVENT_JOB, TIMER_JOB, type Way } from '../../src/service/pipeline/handle.ts';
import { createWatches } from '../../src/service/pipeline/watches.ts';
import { createMetrics } from '../../src/service/report/metrics.ts';
import { createStore } from '../../src/store/kysely-store.ts';
import { openEmbedded } from '../../src/store/sqlite/embedded.ts';
import type { Store } from '../../src/store/store.ts';
import { context, NINE, PLACE, pasted, wrote } from '../conversation/brain.ts';

const EXPIRED =
  'An error occurred (ExpiredToken) when calling the ListBuckets operation: The provided token has expired.';
const HOUR = 3_600_000;

let store: Store;
let queue: Queue;
let now = NINE;
let way: Way;

beforeEach(async () => {
  const opened = await openEmbedded(':memory:');
  if (opened.kind === 'refused') throw new Error(opened.message);
  now = NINE;
  store = createStore(opened.db);
  queue = createQueue(opened.db);
  way = {
    store,
    queue,
    watches: createWatches([]),
    metrics: createMetrics(),
    now: () => now,
    contextOf: () => context,
    wake: () => {},
  };
});
afterEach(() => store.close());

/** Adds the event and works all that is due, as the worker would; gives the kinds of job, and what was to be said. */
async function happen(event?: RedactedEvent): Promise<string[]> {
  if (event) await queue.add([{ key: event.key, kind: EVENT_JOB, lane: 'thread', body: event, dueAt: now }], now);
  const said: string[] = [];
  for (let job = await queue.claim(now, 1_000); job; job = await queue.claim(now, 1_000)) said.push(await work(job));
  return said;
}

async function work(job: Job): Promise<string> {
  if (job.kind === EVENT_JOB || job.kind === TIMER_JOB) {
    const worked = job.kind === EVENT_JOB ? await answerEvent(job, way) : await answerTimer(job, way);
    if (worked.kind === 'done') await queue.finish(job.key, now);
    return job.kind;
  }
  await queue.finish(job.key, now);
  return /"summary":"([^"]*)/.exec(JSON.stringify(job.body))?.[1] ?? '';
}

describe('a thread where nobody writes', () => {
  it('is asked after four hours, once, and stale after a week', async () => {
    await happen(pasted(EXPIRED));
    now += 4 * HOUR - 1;
    expect(await happen()).toEqual([]);
    now += 1;
    expect(await happen()).toEqual([TIMER_JOB, expect.stringMatching(/^Ada, does it work by now\?/)]);
    now += 167 * HOUR;
    expect(await happen()).toEqual([]);
    now += HOUR;
    expect(await happen()).toEqual([TIMER_JOB]);
    expect((await store.thread(PLACE))?.state).toBe('stale');
  });

  it('is not asked while people still write, even to each other', async () => {
    await happen(pasted(EXPIRED));
    now += 3 * HOUR;
    await happen(wrote('brb', { at: now }));
    now += HOUR;
    expect(await happen()).toEqual([TIMER_JOB]);
    now += 3 * HOUR;
    expect(await happen()).toEqual([TIMER_JOB, expect.stringMatching(/^Ada, does it work/)]);
  });

  it('holds up nothing: a message is answered at once although a timer waits', async () => {
    await happen(pasted(EXPIRED));
    now += 1_000;
    expect(await happen(wrote('done 1', { at: now }))).toContain(EVENT_JOB);
    expect((await store.thread(PLACE))?.ticks).toHaveLength(1);
  });

  it('is forgotten by its timers once it was removed', async () => {
    await happen(pasted(EXPIRED));
    await store.commit({ removes: PLACE, jobs: [], counted: [], now });
    now += 4 * HOUR;
    expect(await happen()).toEqual([TIMER_JOB]);
  });
});
