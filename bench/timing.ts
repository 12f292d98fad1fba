// Measures how long one thing takes: warmed up first, then as many rounds as fit; what counts is the median of them.

export type Timing = { readonly medianMicros: number; readonly p99Micros: number; readonly rounds: number };

/** Rounds run for `warmMs`, then for `forMs`, in each phase `most` of them; at least three are measured, however long they take. */
export type Rounds = { readonly warmMs: number; readonly forMs: number; readonly most: number };

const FEWEST = 3;

/** Microseconds of each round of `one`, which is called with 0, 1, 2 and so on, so that it can take another text each time. */
export async function time(
  one: (round: number) => unknown,
  { warmMs, forMs, most }: Rounds,
): Promise<readonly number[]> {
  const run = async (ms: number, fewest: number): Promise<readonly number[]> => {
    const times: number[] = [];
    const end = performance.now() + ms;
    while (times.length < fewest || (times.length < most && performance.now() < end))
      times.push(await once(one, times.length));
    return times;
  };
  await run(warmMs, 1);
  return run(forMs, FEWEST);
}

/** Only a promise is waited for: waiting costs time that a plain function does not take. */
async function once(one: (round: number) => unknown, round: number): Promise<number> {
  const start = performance.now();
  const made = one(round);
  if (made instanceof Promise) await made;
  return (performance.now() - start) * 1_000;
}

export const summarise = (times: readonly number[]): Timing => ({
  medianMicros: median(times),
  p99Micros: quantile(times, 0.99),
  rounds: times.length,
});

export const median = (values: readonly number[]): number => quantile(values, 0.5);

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
