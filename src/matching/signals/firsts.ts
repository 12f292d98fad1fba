// Where each of so many things stands first in a message.
import { NONE } from '../reading/lexicon.ts';

export type Firsts = {
  /** Before the next message. */
  readonly clear: () => void;
  /** Whether it is the first time; never for NONE. */
  readonly see: (thing: number, at: number) => boolean;
  /** NONE for what was not seen. */
  readonly of: (thing: number) => number;
};

export function createFirsts(count: number): Firsts {
  // Of each the last message in which it was seen, so that nothing need be cleared, and where.
  const seen = new Int32Array(count * 2);
  let message = 0;
  return {
    clear() {
      message++;
    },
    see(thing, at) {
      if (thing === NONE || seen[thing * 2] === message) return false;
      seen[thing * 2] = message;
      seen[thing * 2 + 1] = at;
      return true;
    },
    of: thing => (thing !== NONE && seen[thing * 2] === message ? (seen[thing * 2 + 1] ?? NONE) : NONE),
  };
}
