// What every Store must do, whatever database is under it. The queue beside it shows which jobs a commit left behind.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Place } from '../../src/conversation/chat-event.ts';
import type { Queue } from '../../src/jobs/queue.ts';
import type { Commit, Store } from '../../src/store/store.ts';
import { aJob, asker, aThread, place } from './a-thread.ts';

export type OpenStore = () => Promise<{ readonly store: Store; readonly queue: Queue }>;

/** `open` gives an empty store each time. */
export const storeSuite = (name: string, open: OpenStore): void => {
  describe(`the store, ${name}`, () => {
    let store: Store;
    let queue: Queue;
    beforeEach(async () => {
      ({ store, queue } = await open());
    });
    afterEach(() => store.close());
    const commit = (turn: Partial<Commit>) => store.commit({ jobs: [], counted: [], now: 100, ...turn });
    const claimedKey = async () => (await queue.claim(1_000, 60_000))?.key;

    describe('threads', () => {
      it('knows nothing of a place where it never answered', async () => {
        expect(await store.thread(place)).toBeUndefined();
      });

      it('gives a thread back as it was saved, one version on', async () => {
        expect(await commit({ thread: aThread() })).toBe('saved');
        expect(await store.thread(place)).toEqual({ ...aThread(), version: 1 });
      });

      it('gives a thread back without the fields that it does not have', async () => {
        const { entry, confidence, focus, endedBy, opening, reports, called, nudgedAt, pointedTo, ...bare } = aThread();
        await commit({ thread: bare });
        expect(await store.thread(place)).toEqual({ ...bare, version: 1 });
      });

      it('replaces the whole thread at the next save', async () => {
        await commit({ thread: aThread() });
        const next = aThread({ version: 1, state: 'solved', ticks: [], changedAt: 9 });
        expect(await commit({ thread: next })).toBe('saved');
        expect(await store.thread(place)).toEqual({ ...next, version: 2 });
      });

      const neighbours: readonly Partial<Place>[] = [
        { surface: 'teams' },
        { workspace: 'T999' },
        { channel: 'C999' },
        { thread: '1764000000.000101' },
      ];
      for (const other of neighbours) {
        it(`keeps a place apart from one with another ${Object.keys(other)}`, async () => {
          const neighbour = { ...place, ...other };
          await commit({ thread: aThread() });
          expect(await store.thread(neighbour)).toBeUndefined();
          expect(await commit({ thread: aThread({ place: neighbour, state: 'stale' }) })).toBe('saved');
          expect((await store.thread(place))?.state).toBe('open');
          expect((await store.thread(neighbour))?.state).toBe('stale');
        });
      }

      it('lists the open threads of a person, the latest first', async () => {
        const at = (thread: string, changes = {}) => aThread({ place: { ...place, thread }, ...changes });
        await commit({ thread: at('1', { changedAt: 10 }) });
        await commit({ thread: at('2', { changedAt: 30 }) });
        await commit({ thread: at('3', { changedAt: 20 }) });
        await commit({ thread: at('4', { state: 'solved' }) });
        await commit({ thread: at('5', { asker: { id: 'U9', name: 'Someone' } }) });
        await commit({ thread: aThread({ place: { ...place, workspace: 'T999', thread: '6' } }) });
        const open = await store.threads({ workspace: place.workspace, asker: asker.id, state: 'open' });
        expect(open.map(thread => thread.place.thread)).toEqual(['2', '3', '1']);
      });

      it('lists those that no entry was found for', async () => {
        const { entry, ...unknown } = aThread({ place: { ...place, thread: '2' } });
        await commit({ thread: aThread() });
        await commit({ thread: unknown });
        const found = await store.threads({ workspace: place.workspace, unanswered: true });
        expect(found.map(thread => thread.place.thread)).toEqual(['2']);
      });

      it('tallies a channel by entry and state, since a time; those about no entry as well', async () => {
        const at = (thread: string, changes = {}) =>
          commit({ thread: aThread({ place: { ...place, thread }, changedAt: 20, ...changes }) });
        await at('1');
        await at('2');
        await at('3', { state: 'solved' });
        await at('4', { changedAt: 10 });
        const { entry: _, ...unknown } = aThread({ place: { ...place, thread: '5' }, changedAt: 20 });
        await commit({ thread: unknown });
        await at('6', { place: { ...place, channel: 'C999', thread: '6' } });
        const { workspace, channel } = place;
        const { entry } = aThread();
        const tallies = await store.tally({ workspace, channel, changedSince: 20 });
        expect(
          tallies.toSorted((a, b) => b.count - a.count || (a.entry ?? '').length - (b.entry ?? '').length),
        ).toEqual([
          { entry, state: 'open', count: 2 },
          { state: 'open', count: 1 },
          { entry, state: 'solved', count: 1 },
        ]);
        expect((await store.tally({ workspace })).reduce((sum, { count }) => sum + count, 0)).toBe(6);
        expect(await store.tally({ workspace: 'T999' })).toEqual([]);
      });

      it('finds what happened in a channel lately, the latest first, and no more than asked for', async () => {
        const at = (thread: string, changes = {}) => aThread({ place: { ...place, thread }, ...changes });
        await commit({ thread: at('1', { changedAt: 10 }) });
        await commit({ thread: at('2', { changedAt: 30, state: 'solved' }) });
        await commit({ thread: at('3', { changedAt: 20 }) });
        await commit({ thread: aThread({ place: { ...place, channel: 'C999', thread: '4' }, changedAt: 40 }) });
        await commit({ thread: aThread({ place: { ...place, surface: 'teams', thread: '5' }, changedAt: 40 }) });
        const { workspace, channel, surface } = place;
        const found = async (more: { changedSince?: number; most?: number }) =>
          (await store.threads({ workspace, channel, surface, ...more })).map(thread => thread.place.thread);
        expect(await found({})).toEqual(['2', '3', '1']);
        expect(await found({ changedSince: 20 })).toEqual(['2', '3']);
        expect(await found({ most: 1 })).toEqual(['2']);
        expect(await store.threads({ workspace: 'T999' })).toEqual([]);
      });

      it('removes a thread and what was posted for it, and nothing else', async () => {
        const kept = { ...place, thread: 'kept' };
        for (const where of [place, kept]) {
          await commit({ thread: aThread({ place: where }) });
          await store.recordPosted({ place: where, slot: 'answer', message: 'm1' });
        }
        expect(await commit({ removes: place, jobs: [aJob()] })).toBe('saved');
        expect(await claimedKey()).toBe(aJob().key);
        expect(await store.thread(place)).toBeUndefined();
        expect(await store.posted(place, 'answer')).toBeUndefined();
        expect(await store.thread(kept)).toBeDefined();
        expect(await store.posted(kept, 'answer')).toBe('m1');
      });
    });

    describe('two at once', () => {
      it('saves one of two turns that began with the same version, and nothing of the other', async () => {
        await commit({ thread: aThread() });
        const turn = (name: string): Partial<Commit> => ({
          thread: aThread({ version: 1, focus: name }),
          jobs: [aJob({ key: name, lane: name })],
          counted: [name],
        });
        const outcomes = await Promise.all([commit(turn('first')), commit(turn('second'))]);
        expect(outcomes.toSorted()).toEqual(['conflict', 'saved']);
        const winner = outcomes[0] === 'saved' ? 'first' : 'second';
        expect(await store.thread(place)).toMatchObject({ version: 2, focus: winner });
        expect(await store.counts()).toEqual({ [winner]: 1 });
        expect(await claimedKey()).toBe(winner);
        expect(await claimedKey()).toBeUndefined();
      });

      it('saves one of two turns that both found no thread yet', async () => {
        const outcomes = await Promise.all([commit({ thread: aThread() }), commit({ thread: aThread() })]);
        expect(outcomes.toSorted()).toEqual(['conflict', 'saved']);
      });

      it('saves one of two that were decided without seeing each other', async () => {
        const { workspace, surface, channel } = place;
        const opened = (thread: string, threads: readonly string[]): Partial<Commit> => ({
          thread: aThread({ place: { ...place, thread }, entry: 'aws/expired-token' }),
          counted: ['answered aws/expired-token'],
          saw: { among: { workspace, surface, channel, changedSince: 0 }, entry: 'aws/expired-token', threads },
        });
        const outcomes = await Promise.all([commit(opened('1', [])), commit(opened('2', []))]);
        expect(outcomes.toSorted()).toEqual(['conflict', 'saved']);
        const [first = '', second = ''] = outcomes[0] === 'saved' ? ['1', '2'] : ['2', '1'];
        expect(await commit(opened(second, [first]))).toBe('saved');
        expect(await commit(opened('3', [first]))).toBe('conflict');
        expect(await store.counts()).toEqual({ 'answered aws/expired-token': 2 });
      });

      it('minds no thread about another entry', async () => {
        await commit({ thread: aThread({ entry: 'aws/no-credentials' }) });
        const among = { workspace: place.workspace };
        const saw = { among, entry: 'aws/expired-token', threads: [] };
        const other = { ...place, thread: '2' };
        expect(await commit({ thread: aThread({ place: other, entry: 'aws/expired-token' }), saw })).toBe('saved');
      });

      it('does not bring back a thread that was removed meanwhile', async () => {
        await commit({ thread: aThread() });
        await commit({ removes: place });
        expect(await commit({ thread: aThread({ version: 1 }) })).toBe('conflict');
        expect(await store.thread(place)).toBeUndefined();
      });

      it('loses no tick when many people tick at the same time', async () => {
        await commit({ thread: aThread({ ticks: [] }) });
        const people = Array.from({ length: 12 }, (_, index) => `U${index}`);
        await Promise.all(people.map(id => tick(store, id)));
        const thread = await store.thread(place);
        expect(thread?.ticks.map(one => one.by.id).toSorted()).toEqual(people.toSorted());
        expect(thread?.version).toBe(1 + people.length);
      });
    });

    describe('jobs', () => {
      it('adds the jobs of a turn together with its thread', async () => {
        await commit({ thread: aThread(), jobs: [aJob({ key: 'a' }), aJob({ key: 'b' })] });
        expect(await queue.claim(100, 10)).toEqual({ ...aJob({ key: 'a' }), attempts: 1 });
      });

      it('leaves a job alone whose key is known', async () => {
        await commit({ jobs: [aJob()] });
        expect(await commit({ jobs: [aJob({ body: 'changed', dueAt: 0 })], counted: ['repeat'] })).toBe('saved');
        expect(await queue.claim(100, 10)).toEqual({ ...aJob(), attempts: 1 });
        expect(await store.counts()).toEqual({ repeat: 1 });
      });

      it('finishes the job of a turn together with it', async () => {
        await queue.add([aJob({ key: 'event' }), aJob({ key: 'next' })], 100);
        await queue.claim(100, 60_000);
        expect(await commit({ thread: aThread(), finishes: 'event' })).toBe('saved');
        expect(await claimedKey()).toBe('next');
      });

      it('writes nothing of a turn whose job was finished before', async () => {
        await queue.add([aJob()], 100);
        const turn = { jobs: [aJob({ key: 'reply' })], counted: ['answered'], finishes: aJob().key };
        expect(await commit({ thread: aThread(), ...turn })).toBe('saved');
        expect(await commit({ thread: aThread({ version: 1 }), ...turn })).toBe('repeat');
        expect((await store.thread(place))?.version).toBe(1);
        expect(await store.counts()).toEqual({ answered: 1 });
      });

      it('writes nothing of a turn that fails half-way', async () => {
        await queue.add([aJob()], 100);
        const unwritable = aJob({ key: 'reply', body: 1n });
        const turn = { thread: aThread(), jobs: [unwritable], counted: ['answered'], finishes: aJob().key };
        await expect(commit(turn)).rejects.toThrow(TypeError);
        expect(await store.thread(place)).toBeUndefined();
        expect(await store.counts()).toEqual({});
        expect(await claimedKey()).toBe(aJob().key);
      });

      it('takes a job that it does not know for one finished and swept long ago', async () => {
        expect(await commit({ thread: aThread(), finishes: 'never-added' })).toBe('repeat');
        expect(await store.thread(place)).toBeUndefined();
      });

      it('leaves the job open when the thread was saved in between', async () => {
        await queue.add([aJob()], 100);
        await commit({ thread: aThread() });
        expect(await commit({ thread: aThread(), finishes: aJob().key })).toBe('conflict');
        expect(await claimedKey()).toBe(aJob().key);
      });
    });

    describe('counters', () => {
      it('begins with none', async () => {
        expect(await store.counts()).toEqual({});
      });

      it('counts up by one for each time that a name is given', async () => {
        await commit({ counted: ['answered', 'redacted:aws-key', 'answered'] });
        await commit({ counted: ['answered'] });
        expect(await store.counts()).toEqual({ answered: 3, 'redacted:aws-key': 1 });
      });

      it('keeps workspaces apart, and adds them up when asked for all', async () => {
        await commit({ thread: aThread(), counted: ['answered'] });
        await commit({ workspace: 'T999', counted: ['answered', 'unknown'] });
        await commit({ counted: ['answered'] });
        expect(await store.counts(place.workspace)).toEqual({ answered: 1 });
        expect(await store.counts('T999')).toEqual({ answered: 1, unknown: 1 });
        expect(await store.counts()).toEqual({ answered: 3, unknown: 1 });
      });
    });

    describe('how channels are listened to', () => {
      const { surface, workspace, channel: id } = place;
      const channel = { surface, workspace, channel: id };
      const watch = { listen: 'mention', by: asker, at: 5 } as const;

      it('is kept as it was set last, each channel by itself', async () => {
        const other = { ...channel, channel: 'C999' };
        await commit({ watched: { channel, watch } });
        await commit({ watched: { channel: other, watch } });
        await commit({ watched: { channel, watch: { ...watch, listen: 'off' } } });
        const kept = await store.watches();
        expect(kept).toHaveLength(2);
        expect(kept).toContainEqual({ channel, watch: { ...watch, listen: 'off' } });
        expect(kept).toContainEqual({ channel: other, watch });
      });

      it('is forgotten when it is as configured again', async () => {
        await commit({ watched: { channel, watch } });
        await commit({ watched: { channel, watch: undefined } });
        expect(await store.watches()).toEqual([]);
      });

      it('changes with its turn, or not at all', async () => {
        expect(await commit({ watched: { channel, watch }, finishes: 'never-added' })).toBe('repeat');
        expect(await store.watches()).toEqual([]);
      });
    });

    describe('posted messages', () => {
      it('knows the message that fills a slot, and no other', async () => {
        await store.recordPosted({ place, slot: 'checklist-1', message: '1764000001.000200' });
        expect(await store.posted(place, 'checklist-1')).toBe('1764000001.000200');
        expect(await store.posted(place, 'checklist-2')).toBeUndefined();
        expect(await store.posted({ ...place, workspace: 'T999' }, 'checklist-1')).toBeUndefined();
      });

      it('remembers the latest message of a slot', async () => {
        await store.recordPosted({ place, slot: 'answer', message: 'm1' });
        await store.recordPosted({ place, slot: 'answer', message: 'm2' });
        expect(await store.posted(place, 'answer')).toBe('m2');
      });
    });
  });
};

/** Load, change, save, and again if somebody was faster: as each turn does. */
const tick = async (store: Store, id: string): Promise<void> => {
  const thread = await store.thread(place);
  if (thread === undefined) throw new Error('the thread is gone');
  const ticks = [...thread.ticks, { step: 'sign-in', by: { id, name: id }, at: 1 }];
  const outcome = await store.commit({ thread: { ...thread, ticks }, jobs: [], counted: [], now: 1 });
  if (outcome === 'conflict') await tick(store, id);
};
