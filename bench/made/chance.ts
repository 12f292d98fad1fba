// Chance that falls the same way each time.

export type Chance = {
  /** From 0 up to 1. */
  readonly next: () => number;
  readonly pick: <T>(from: readonly [T, ...T[]]) => T;
};

/** mulberry32, by Tommy Ettinger (public domain): 32 bits of state are plenty for made-up texts. */
export function createChance(seed: number): Chance {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return { next, pick: from => from[Math.floor(next() * from.length)] ?? from[0] };
}

/** What to pick from, which must not be empty. */
export function some<T>(values: readonly T[]): readonly [T, ...T[]] {
  const [first, ...others] = values;
  if (first === undefined) throw new Error('there is nothing to pick from');
  return [first, ...others];
}
