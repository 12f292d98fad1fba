// When acknowledging comes before answering: told by how many events came in within the last tenths of a second.
import { expect, it } from 'vitest';
import { createRush } from '../../../src/service/pipeline/rush.ts';

/** `perS` events a second, evenly, for so long; what is said at the end, and `laterMs` after that. */
function after(perS: number, forMs: number, laterMs = 0): boolean {
  let now = 1_790_000_000_000;
  const rush = createRush(() => now);
  const end = now + forMs;
  for (; now < end; now += 1_000 / perS) rush.arrived();
  now += laterMs;
  return rush.isOn();
}

it.each([1, 50, 300])('is no rush: %i events a second, however long', perS => {
  expect(after(perS, 5_000)).toBe(false);
});

it.each([600, 2_000])('is a rush: %i events a second', perS => {
  expect(after(perS, 200)).toBe(true);
  expect(after(perS, 5_000)).toBe(true);
});

it('is over soon after the last event', () => {
  expect(after(2_000, 1_000, 200)).toBe(false);
});

it('is no rush when a channel of people paste at once', () => {
  expect(after(10_000, 3)).toBe(false);
});
