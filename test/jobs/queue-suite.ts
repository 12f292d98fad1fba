// What every Queue must do, whatever database is under it.
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Queue } from '../../src/jobs/queue.ts';
import type { NewJob } from '../../src/store/store.ts';
import { type Happening, happening, Player } from './queue-player.ts';

export type OpenQueue = () => Promise<{ readonly queue: Queue; readonly close: () => Promise<void> }>;

const LEASE_MS = 1_000;

const job = (key: string, changes: Partial<NewJob> = {}): NewJob => ({
  key,
  kind: 'event',
  lane: `lane of ${key}`,
  body: { text: key },
  dueAt: 0,
  ...changes,
});

/** `open` gives an empty queue each time. */
export const queueSuite = (name: string, open: OpenQueue): void => {
  describe(`the queue, ${name}`, () => {
    let queue: Queue;
    let close: () => Promise<void>;
    beforeEach(async () => {
      ({ queue, close } = await open());
    });
    afterEach(() => close());
    const claimKey = async (now: number) => (await queue.claim(now, LEASE_MS))?.key;

    describe('adding', () => {
      it('gives a job back as it was added, with the attempts made', async () => {
        const added = job('a', { body: { list: [1, null, 'é "quoted"'] }, dueAt: 7 });
        expect(await queue.add([added], 1)).toBe(1);
        expect(await queue.claim(7, LEASE_MS)).toEqual({ ...added, attempts: 1 });
      });

      it('adds nothing when there is nothing', async () => {
        expect(await queue.add([], 1)).toBe(0);
        expect(await claimKey(1)).toBeUndefined();
      });

      const later: readonly (readonly [string, (queue: Queue) => Promise<unknown>])[] = [
        ['while it waits', async () => undefined],
        ['while it runs', async () => claimKey(1)],
        ['after it was done', async () => queue.finish('a', 1)],
        ['after it was given up', async () => queue.bury('a', 'refused', 1)],
      ];
      for (const [when, meanwhile] of later) {
        it(`changes nothing when a job comes a second time ${when}`, async () => {
          await queue.add([job('a')], 1);
          await meanwhile(queue);
          const before = await queue.nextDue();
          expect(await queue.add([job('a', { lane: 'elsewhere' }), job('b', { dueAt: 5_000 })], 2)).toBe(1);
          expect(await queue.nextDue()).toBe(before ?? 5_000);
        });
      }

      it('counts a key once that is twice in one call', async () => {
        expect(await queue.add([job('a'), job('a')], 1)).toBe(1);
      });
    });

    describe('claiming', () => {
      it('gives the job that has been due the longest', async () => {
        await queue.add([job('late', { dueAt: 20 }), job('early', { dueAt: 10 })], 1);
        expect(await claimKey(30)).toBe('early');
        expect(await claimKey(30)).toBe('late');
        expect(await claimKey(30)).toBeUndefined();
      });

      it('gives no job before it is due', async () => {
        await queue.add([job('a', { dueAt: 10 })], 1);
        expect(await claimKey(9)).toBeUndefined();
        expect(await claimKey(10)).toBe('a');
      });

      it('gives no job twice to those who ask at the same time', async () => {
        const keys = Array.from({ length: 10 }, (_, index) => `job-${index}`);
        await queue.add(
          keys.map(key => job(key)),
          1,
        );
        const claimed = await Promise.all(Array.from({ length: 15 }, () => claimKey(1)));
        expect(claimed.filter(key => key !== undefined).toSorted()).toEqual(keys);
      });

      it('gives a job again when its lease has run out, and counts the attempt', async () => {
        await queue.add([job('a')], 1);
        await queue.claim(100, LEASE_MS);
        expect(await claimKey(1_099)).toBeUndefined();
        expect(await queue.claim(1_100, LEASE_MS)).toMatchObject({ key: 'a', attempts: 2 });
      });
    });

    describe('lanes', () => {
      const three = [job('1', { lane: 'x' }), job('2', { lane: 'x' }), job('3', { lane: 'x' })];

      it('runs one job at a time, in the order of adding', async () => {
        await queue.add(three, 1);
        for (const key of ['1', '2', '3']) {
          expect(await claimKey(10)).toBe(key);
          expect(await claimKey(10)).toBeUndefined();
          await queue.finish(key, 10);
        }
      });

      it('keeps the order of adding where a later job is due earlier', async () => {
        await queue.add([job('1', { lane: 'x', dueAt: 50 })], 1);
        await queue.add([job('2', { lane: 'x', dueAt: 10 })], 2);
        expect(await claimKey(20)).toBeUndefined();
        expect(await claimKey(50)).toBe('1');
      });

      it('waits for a job that is to be tried again', async () => {
        await queue.add(three, 1);
        await queue.claim(10, LEASE_MS);
        await queue.retry('1', 500, 'rate-limited');
        expect(await claimKey(499)).toBeUndefined();
        expect(await queue.claim(500, LEASE_MS)).toMatchObject({ key: '1', attempts: 2, dueAt: 500 });
      });

      it('waits for a job whose lease has run out, and gives that one first', async () => {
        await queue.add(three, 1);
        await queue.claim(10, LEASE_MS);
        expect(await claimKey(2_000)).toBe('1');
      });

      it('goes on after a job that was given up', async () => {
        await queue.add(three, 1);
        await queue.claim(10, LEASE_MS);
        await queue.bury('1', 'refused', 10);
        expect(await claimKey(10)).toBe('2');
      });

      it('does not let one lane hold up another', async () => {
        await queue.add([...three, job('other', { lane: 'y' })], 1);
        expect(await claimKey(10)).toBe('1');
        expect(await claimKey(10)).toBe('other');
      });
    });

    describe('ending', () => {
      it('takes no notice of a key that it does not know', async () => {
        await queue.finish('unknown', 1);
        await queue.retry('unknown', 1, 'why');
        await queue.bury('unknown', 'why', 1);
        expect(await claimKey(10)).toBeUndefined();
      });

      it('does not open again what is done, however late somebody asks', async () => {
        await queue.add([job('a')], 1);
        await queue.finish('a', 2);
        await queue.retry('a', 3, 'late');
        expect(await claimKey(10)).toBeUndefined();
      });

      it('drops the keys of what was finished before a time, and nothing that is open or given up', async () => {
        await queue.add(
          ['old', 'new', 'buried', 'open'].map(key => job(key)),
          1,
        );
        await queue.finish('old', 10);
        await queue.finish('new', 20);
        await queue.bury('buried', 'refused', 10);
        expect(await queue.sweep(20)).toBe(1);
        expect(
          await queue.add(
            ['old', 'new', 'buried', 'open'].map(key => job(key)),
            30,
          ),
        ).toBe(1);
      });
    });

    describe('the next due time', () => {
      it('is none when nothing is open', async () => {
        expect(await queue.nextDue()).toBeUndefined();
        await queue.add([job('a')], 1);
        await queue.finish('a', 2);
        expect(await queue.nextDue()).toBeUndefined();
      });

      it('is that of the first of the lanes’ first jobs', async () => {
        await queue.add(
          [job('1', { lane: 'x', dueAt: 70 }), job('2', { lane: 'x', dueAt: 10 }), job('3', { dueAt: 90 })],
          1,
        );
        expect(await queue.nextDue()).toBe(70);
      });

      it('is the end of the lease while a job runs, and the new time when it is to be tried again', async () => {
        await queue.add([job('a')], 1);
        await queue.claim(10, LEASE_MS);
        expect(await queue.nextDue()).toBe(1_010);
        await queue.retry('a', 300, 'unreachable');
        expect(await queue.nextDue()).toBe(300);
      });
    });

    it('works every job once and every lane in order, whatever happens in between', async () => {
      await fc.assert(fc.asyncProperty(fc.array(happening, { maxLength: 60 }), keepsItsPromises), { numRuns: 60 });
    });

    /** Plays what happens on a queue of its own, then works the rest off, and compares with the order of adding. */
    const keepsItsPromises = async (happenings: readonly Happening[]): Promise<void> => {
      const own = await open();
      const player = new Player(own.queue);
      for (const one of happenings) await player.play(one);
      await player.workOff();
      expect(player.ended).toEqual(player.added);
      await own.close();
    };
  });
};
