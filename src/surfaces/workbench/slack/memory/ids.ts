// Timestamps and ids in Slack's forms, none of them given twice, not even after a restart.

export type Ids = {
  /** `1700000000.000100`: seconds and microseconds; the id of a message within its channel. */
  readonly ts: () => string;
  /** `Ev0ABC…`: a prefix that tells the kind, then a number of its own. */
  readonly id: (prefix: string) => string;
};

/** Ids grow from the clock, so a stand-in that starts anew never repeats what an app has already stored. */
export function createIds(now: () => number): Ids {
  let last = 0;
  const next = (): number => {
    last = Math.max(last + 1, now() * 1_000);
    return last;
  };
  return {
    ts: () => timestamp(next()),
    id: prefix => `${prefix}${next().toString(36).toUpperCase()}`,
  };
}

const timestamp = (microseconds: number): string =>
  `${Math.floor(microseconds / 1_000_000)}.${String(microseconds % 1_000_000).padStart(6, '0')}`;

/** Milliseconds since 1970 of a message's timestamp. */
export const millisecondsOf = (ts: string): number => Math.floor(Number(ts) * 1_000);
