// Which documents hold a term, and how much it tells about each: the arithmetic below words.ts. All terms share two flat arrays,
// because what a message of two hundred words costs is the memory that it touches.
import { createGain } from './gain.ts';

/** Where the documents of one term stand in the arrays of its index; `best` is the most that it adds to a document's score. */
export type Postings = { readonly from: number; readonly to: number; readonly best: number };

/** The documents that a query touched; `of` is 0 for all others. Valid until the next query of the same index. */
export type Scores = {
  readonly of: (document: number) => number;
  readonly touched: Int32Array;
  /** What a document that holds every term of the query would come to. */
  readonly reachable: number;
};

export type PostingIndex = {
  readonly postings: (term: string) => Postings | undefined;
  readonly query: (terms: readonly (Postings | undefined)[]) => Scores;
  /** What a term adds to a document's score. */
  readonly gain: (term: Postings, document: number) => number;
};

/** A term of more documents than this tells next to nothing about any of them, and would make a large knowledge base slow. */
const MOST_HOLDERS = 400;
/** A message of many words is judged by its rarer ones: in how many places all of them may stand, so that its cost does not grow with the index. */
const MOST_VISITS = 2_000;

/** `documents[i]` counts the terms of document i, with their weights. */
export function createPostings(documents: readonly ReadonlyMap<string, number>[]): PostingIndex {
  const { index, holders, gains } = weigh(documents);
  const scores = new Float64Array(documents.length);
  const visited = new Int32Array(documents.length);
  let count = 0;
  return {
    postings: term => index.get(term),
    query(asked) {
      const terms = asked.filter(term => term !== undefined);
      for (let i = 0; i < count; i++) scores[visited[i] ?? 0] = 0;
      count = 0;
      let reachable = 0;
      const most = mostHolders(terms.map(({ from, to }) => to - from));
      for (const { from, to, best } of terms) {
        if (to - from > most) continue;
        for (let at = from; at < to; at++) {
          const document = holders[at] ?? 0;
          const before = scores[document] ?? 0;
          if (before === 0) visited[count++] = document;
          scores[document] = before + (gains[at] ?? 0);
        }
        reachable += best;
      }
      return { touched: visited.subarray(0, count), reachable, of: document => scores[document] ?? 0 };
    },
    gain({ from, to }, document) {
      const at = firstAtLeast(holders, document, from, to);
      return at < to && holders[at] === document ? (gains[at] ?? 0) : 0;
    },
  };
}

/** The first place from `low` to `high` whose number is not smaller: a binary search. */
function firstAtLeast(sorted: Int32Array, wanted: number, low: number, high: number): number {
  if (low >= high) return low;
  const middle = (low + high) >> 1;
  return (sorted[middle] ?? 0) < wanted
    ? firstAtLeast(sorted, wanted, middle + 1, high)
    : firstAtLeast(sorted, wanted, low, middle);
}

/** The most documents that a term of one message may have, given how many each has: halved until the rest stays within MOST_VISITS. */
export function mostHolders(holders: readonly number[]): number {
  for (let most = MOST_HOLDERS; ; most /= 2) {
    let visits = 0;
    for (const held of holders) if (held <= most) visits += held;
    if (visits <= MOST_VISITS || most <= 1) return most;
  }
}

type Weighed = {
  readonly index: ReadonlyMap<string, Postings>;
  readonly holders: Int32Array;
  readonly gains: Float32Array;
};

function weigh(documents: readonly ReadonlyMap<string, number>[]): Weighed {
  const held = new Map<string, number[]>();
  documents.forEach((terms, document) => {
    for (const term of terms.keys()) {
      const list = held.get(term);
      if (list) list.push(document);
      else held.set(term, [document]);
    }
  });
  const gainOf = createGain(documents);
  const size = held.values().reduce((sum, list) => sum + list.length, 0);
  const [holders, gains] = [new Int32Array(size), new Float32Array(size)];
  const index = new Map<string, Postings>();
  let from = 0;
  for (const [term, list] of held) {
    holders.set(list, from);
    gains.set(
      list.map(document => gainOf(term, document)),
      from,
    );
    const to = from + list.length;
    index.set(term, { from, to, best: gains.subarray(from, to).reduce((best, gain) => Math.max(best, gain), 0) });
    from = to;
  }
  return { index, holders, gains };
}
