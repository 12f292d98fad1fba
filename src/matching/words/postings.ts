// Which documents hold a term, and how much it tells about each: the arithmetic below words.ts. All terms share two flat arrays,
// because what a message of two hundred words costs is the memory that it touches.
import { createGain } from './gain.ts';

/** How near a query comes to the documents; valid until the next query of the same index. */
export type Scores = {
  /** 0 where nothing of the query stands. */
  readonly of: (document: number) => number;
  /** So many documents at most, the nearest first. */
  readonly nearest: (most: number) => readonly number[];
  /** What a document that holds every term of the query would come to. */
  readonly reachable: number;
};

export type PostingIndex = {
  /** The number of each term that a document holds. */
  readonly numbers: ReadonlyMap<string, number>;
  readonly query: (terms: Int32Array) => Scores;
  /** What a term adds to a document's score. */
  readonly gain: (term: number, document: number) => number;
};

/** A term of more documents than this tells next to nothing about any of them, and would make a large knowledge base slow. */
const MOST_HOLDERS = 400;
/** A message of many words is judged by its rarer ones: in how many places all of them may stand, so that its cost does not grow with the index. */
const MOST_VISITS = 2_000;

/** `documents[i]` counts the terms of document i, with their weights. */
export function createPostings(documents: readonly ReadonlyMap<string, number>[]): PostingIndex {
  const { numbers, starts, holders, gains, best } = weigh(documents);
  const known = numbers.size;
  const heldBy = (term: number): number => (term < known ? (starts[term + 1] ?? 0) - (starts[term] ?? 0) : 0);
  const limit = createLimit(heldBy);
  const scores = new Float64Array(documents.length);
  const visited = new Int32Array(documents.length);
  let count = 0;
  const visit = (term: number, held: number): void => {
    const start = starts[term] ?? 0;
    for (let at = start; at < start + held; at++) {
      const document = holders[at] ?? 0;
      const before = scores[document] ?? 0;
      if (before === 0) visited[count++] = document;
      scores[document] = before + (gains[at] ?? 0);
    }
  };
  const of = (document: number): number => scores[document] ?? 0;
  return {
    numbers,
    query(terms) {
      for (let i = 0; i < count; i++) scores[visited[i] ?? 0] = 0;
      count = 0;
      let reachable = 0;
      const most = limit(terms);
      for (let i = 0; i < terms.length; i++) {
        const term = terms[i] ?? 0;
        const held = heldBy(term);
        if (held === 0 || held > most) continue;
        visit(term, held);
        reachable += best[term] ?? 0;
      }
      return { of, reachable, nearest: most => nearestOf(visited, count, { scores, most }) };
    },
    gain(term, document) {
      const start = starts[term] ?? 0;
      const at = holders.subarray(start, start + heldBy(term)).indexOf(document);
      return at < 0 ? 0 : (gains[start + at] ?? 0);
    },
  };
}

/** Of documents of the same score, the one that was visited first. */
function nearestOf(
  visited: Int32Array,
  count: number,
  { scores, most }: { readonly scores: Float64Array; readonly most: number },
): number[] {
  const nearest: number[] = [];
  let least = 0;
  for (let i = 0; i < count; i++) {
    const document = visited[i] ?? 0;
    const score = scores[document] ?? 0;
    if (nearest.length === most && score <= least) continue;
    let at = Math.min(nearest.length, most - 1);
    for (; at > 0; at--) {
      const before = nearest[at - 1] ?? 0;
      if ((scores[before] ?? 0) >= score) break;
      nearest[at] = before;
    }
    nearest[at] = document;
    least = scores[nearest.at(-1) ?? 0] ?? 0;
  }
  return nearest;
}

/**
 * The most documents that a term of one message may have, `heldBy` being how many a term has: halved until those of all terms stay
 * within MOST_VISITS.
 */
export function createLimit(heldBy: (term: number) => number): (terms: Int32Array) => number {
  let held = new Int32Array(1_024);
  return terms => {
    if (terms.length > held.length) held = new Int32Array(terms.length * 2);
    for (let i = 0; i < terms.length; i++) held[i] = heldBy(terms[i] ?? 0);
    for (let most = MOST_HOLDERS; ; most /= 2) {
      let visits = 0;
      for (let i = 0; i < terms.length; i++) if ((held[i] ?? 0) <= most) visits += held[i] ?? 0;
      if (visits <= MOST_VISITS || most <= 1) return most;
    }
  };
}

/**
 * The documents of term n stand in `holders` from `starts[n]` to `starts[n + 1]`, each with what the term adds to its score in
 * `gains`; `best[n]` is the most that it adds.
 */
type Weighed = {
  readonly numbers: ReadonlyMap<string, number>;
  readonly starts: Int32Array;
  readonly holders: Int32Array;
  readonly gains: Float32Array;
  readonly best: Float32Array;
};

function weigh(documents: readonly ReadonlyMap<string, number>[]): Weighed {
  const lists = listHolders(documents);
  const gainOf = createGain(documents);
  const size = lists.values().reduce((sum, list) => sum + list.length, 0);
  const [holders, gains] = [new Int32Array(size), new Float32Array(size)];
  const [starts, best] = [new Int32Array(lists.size + 1), new Float32Array(lists.size)];
  const numbers = new Map<string, number>();
  let at = 0;
  for (const [term, list] of lists) {
    for (const document of list) {
      const gain = gainOf(term, document);
      holders[at] = document;
      gains[at++] = gain;
      best[numbers.size] = Math.max(gain, best[numbers.size] ?? 0);
    }
    numbers.set(term, numbers.size);
    starts[numbers.size] = at;
  }
  return { numbers, starts, holders, gains, best };
}

/** Which documents hold a term. */
function listHolders(documents: readonly ReadonlyMap<string, number>[]): Map<string, number[]> {
  const lists = new Map<string, number[]>();
  documents.forEach((terms, document) => {
    for (const term of terms.keys()) {
      const list = lists.get(term);
      if (list) list.push(document);
      else lists.set(term, [document]);
    }
  });
  return lists;
}
