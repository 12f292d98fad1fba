// Plays random happenings on a queue, for the property in the suite.
import fc from 'fast-check';
import { expect } from 'vitest';
import type { Queue } from '../../src/jobs/queue.ts';

const LEASE_MS = 1_000;

export type Happening = {
  readonly what: 'add' | 'claim' | 'finish' | 'retry' | 'bury' | 'crash' | 'wait';
  readonly lane: number;
};

export const happening: fc.Arbitrary<Happening> = fc.record({
  what: fc.constantFrom('add', 'add', 'claim', 'claim', 'finish', 'retry', 'bury', 'crash', 'wait'),
  lane: fc.integer({ min: 0, max: 3 }),
});

/** Uses a queue as workers do, and notes per lane what was added and in which order it ended. */
export class Player {
  readonly added: string[][] = [[], [], [], []];
  readonly ended: string[][] = [[], [], [], []];
  readonly #queue: Queue;
  readonly #running = new Map<string, number>();
  #now = 0;

  constructor(queue: Queue) {
    this.#queue = queue;
  }

  async play({ what, lane }: Happening): Promise<void> {
    this.#now += 1;
    const [first] = [...this.#running].filter(([key]) => key.startsWith(`${lane}/`));
    if (what === 'add') await this.#add(lane);
    else if (what === 'claim') await this.#claim();
    else if (what === 'wait') this.#pass(300);
    else if (first !== undefined) await this.#end(first[0], what);
  }

  async workOff(): Promise<void> {
    for (let due = await this.#queue.nextDue(); due !== undefined; due = await this.#queue.nextDue()) {
      this.#pass(Math.max(0, due - this.#now));
      const key = await this.#claim();
      if (key !== undefined) await this.#end(key, 'finish');
    }
  }

  /** Time goes by; whoever ran longer than the lease has lost the job. */
  #pass(ms: number): void {
    this.#now += ms;
    for (const [key, until] of this.#running) if (until <= this.#now) this.#running.delete(key);
  }

  async #add(lane: number): Promise<void> {
    const key = `${lane}/${this.added[lane]?.length}`;
    this.added[lane]?.push(key);
    const job = { key, kind: 'event', lane: `${lane}`, body: null, dueAt: this.#now };
    await this.#queue.add([job], this.#now);
  }

  async #claim(): Promise<string | undefined> {
    this.#pass(0);
    const claimed = await this.#queue.claim(this.#now, LEASE_MS);
    if (claimed === undefined) return undefined;
    const sameLane = [...this.#running.keys()].filter(key => key.startsWith(`${claimed.lane}/`));
    expect(sameLane).toEqual([]);
    this.#running.set(claimed.key, this.#now + LEASE_MS);
    return claimed.key;
  }

  async #end(key: string, how: 'finish' | 'retry' | 'bury' | 'crash'): Promise<void> {
    this.#running.delete(key);
    if (how === 'retry') await this.#queue.retry(key, this.#now + 20, 'unreachable');
    if (how === 'finish') await this.#queue.finish(key, this.#now);
    if (how === 'bury') await this.#queue.bury(key, 'refused', this.#now);
    if (how === 'finish' || how === 'bury') this.ended[Number(key[0])]?.push(key);
  }
}
