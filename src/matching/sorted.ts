// Numbers in order.

/** The first place from `from` to `to` whose number is not smaller: a binary search. */
export function firstAtLeast(sorted: Int32Array, wanted: number, from: number, to: number): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
