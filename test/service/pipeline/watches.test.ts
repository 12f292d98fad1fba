// A watch at hand is the one in the store, whatever is delivered twice.
import { expect, it } from 'vitest';
import type { RedactedEvent } from '../../../src/conversation/chat-event.ts';
import { createQueue } from '../../../src/jobs/kysely-queue.ts';
import type { Job } from '../../../src/jobs/queue.ts';
import { redact } from '../../../src/redaction/redact.ts';
import { answerEvent } from '../../../src/service/pipeline/answer.ts';
import { EVENT_JOB, type Way } from '../../../src/service/pipeline/handle.ts';
import { createWatches } from '../../../src/service/pipeline/watches.ts';
import { createMetrics } from '../../../src/service/report/metrics.ts';
import { createStore } from '../../../src/store/kysely-store.ts';
import { openEmbedded } from '../../../src/store/sqlite/embedded.ts';
import { context, NINE, PLACE, priya } from '../../conversation/brain.ts';

it('does not go back when a command that was answered is answered again', async () => {
  const opened = await openEmbedded(':memory:');
  if (opened.kind === 'refused') throw new Error(opened.message);
  const [store, queue] = [createStore(opened.db), createQueue(opened.db)];
  const watches = createWatches(await store.watches());
  const now = () => NINE;
  const way: Way = { store, queue, watches, metrics: createMetrics(), now, contextOf: () => context, wake: () => {} };
  const given = async (text: string): Promise<Job> => {
    const event: RedactedEvent = {
      kind: 'command-given',
      key: text,
      at: NINE,
      place: PLACE,
      by: priya,
      text: redact(text),
    };
    await queue.add([{ key: text, kind: EVENT_JOB, lane: text, body: event, dueAt: NINE }], NINE);
    const job = await queue.claim(NINE, 1_000);
    if (!job) throw new Error('nothing to do');
    await answerEvent(job, way);
    for (let reply = await queue.claim(NINE, 1_000); reply; reply = await queue.claim(NINE, 1_000))
      await queue.finish(reply.key, NINE);
    return job;
  };

  const first = await given('watch off');
  await given('watch mention');
  await answerEvent(first, way);

  expect(watches.of(PLACE)?.listen).toBe('mention');
  expect(await store.watches()).toMatchObject([{ watch: { listen: 'mention' } }]);
  await store.close();
});
