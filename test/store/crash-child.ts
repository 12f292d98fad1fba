// A process that takes turns as fast as it can and says on standard output which are safe, until it is killed.
// Used by crash.test.ts: node crash-child.ts FILE
import { writeSync } from 'node:fs';
import { createQueue } from '../../src/jobs/kysely-queue.ts';
import { createStore } from '../../src/store/kysely-store.ts';
import { openEmbedded } from '../../src/store/sqlite/embedded.ts';
import { aJob, aThread, place } from './a-thread.ts';

const opened = await openEmbedded(process.argv[2] ?? '');
if (opened.kind === 'refused') throw new Error(opened.message);
const store = createStore(opened.db);
const queue = createQueue(opened.db);

const takeTurns = async (lane: string): Promise<never> => {
  const where = { ...place, thread: lane };
  while (true) {
    const thread = (await store.thread(where)) ?? aThread({ place: where });
    const turn = `${lane}/${thread.version + 1}`;
    await queue.add([aJob({ key: `event/${turn}`, lane })], 1);
    const outcome = await store.commit({
      thread,
      jobs: [aJob({ key: `reply/${turn}`, kind: 'reply', lane }), aJob({ key: `note/${turn}`, kind: 'note', lane })],
      counted: ['turn'],
      finishes: `event/${turn}`,
      now: 1,
    });
    writeSync(1, `${outcome} ${turn}\n`);
  }
};

await Promise.all(Array.from({ length: 16 }, (_, lane) => takeTurns(`lane-${lane}`)));
