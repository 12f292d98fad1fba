// Which documents hold a term, and how much it tells about each: the arithmetic below words.ts. All terms share two flat arrays,
// because what a message of two hundred words costs is the memory that it touches.
import { firstAtLeast } from '../sorted.ts';
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
  readonly query: (terms: readonly number[]) => Scores;
  /** What a term adds to a document's score. */
  readonly gain: (term: number, document: number) => number;
};

/** A term of more documents than this tells next to nothing about any of them, and would make a large knowledge base slow. */
const MOST_HOLDERS = 400;
/** A message of many words is judged by its rarer ones: in how many places all of them may stand, so that its cost does not grow with the index. */
const MOST_VISITS = 2_000;

/** `documents[i]` counts the terms of document i, with their weights. */
export function createPostings(documents: readonly ReadonlyMap<string, number>[]): PostingIndex {
  const { numbers, starts, held, holders, gains, best } = weigh(documents);
  const scores = new Float64Array(documents.length);
  const visited = new Int32Array(documents.length);
  let count = 0;
  const visit = (term: number): void => {
    const end = starts[term + 1] ?? 0;
    for (let at = starts[term] ?? 0; at < end; at++) {
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
      const most = mostHolders(terms, held);
      for (const term of terms) {
        if ((held[term] ?? 0) > most) continue;
        visit(term);
        reachable += best[term] ?? 0;
      }
      return { of, reachable, nearest: most => nearestOf(visited.subarray(0, count), scores, most) };
    },
    gain(term, document) {
      const end = starts[term + 1] ?? 0;
      const at = firstAtLeast(holders, document, starts[term] ?? 0, end);
      return at < end && holders[at] === document ? (gains[at] ?? 0) : 0;
    },
  };
}

/** Of documents of the same score, the one that was visited first. */
function nearestOf(visited: Int32Array, scores: Float64Array, most: number): number[] {
  const nearest: number[] = [];
  let least = 0;
  for (const document of visited) {
    const score = scores[document] ?? 0;
    if (nearest.length === most && score <= least) continue;
    let at = nearest.length;
    while (at > 0 && (scores[nearest[at - 1] ?? 0] ?? 0) < score) at--;
    nearest.splice(at, 0, document);
    if (nearest.length > most) nearest.pop();
    least = scores[nearest.at(-1) ?? 0] ?? 0;
  }
  return nearest;
}

/** The most documents that a term of one message may have, given how many each is held by: halved until the rest stays within MOST_VISITS. */
export function mostHolders(terms: readonly number[], held: Int32Array): number {
  for (let most = MOST_HOLDERS; ; most /= 2) {
    let visits = 0;
    for (const term of terms) {
      const holders = held[term] ?? 0;
      if (holders <= most) visits += holders;
    }
    if (visits <= MOST_VISITS || most <= 1) return most;
  }
}

/**
 * The documents of term n stand in `holders` from `starts[n]` to `starts[n + 1]`, which are `held[n]`, each with what the term
 * adds to its score in `gains`; `best[n]` is the most that it adds.
 */
type Weighed = {
  readonly numbers: ReadonlyMap<string, number>;
  readonly starts: Int32Array;
  readonly held: Int32Array;
  readonly holders: Int32Array;
  readonly gains: Float32Array;
  readonly best: Float32Array;
};

function weigh(documents: readonly ReadonlyMap<string, number>[]): Weighed {
  const lists = listHolders(documents);
  const gainOf = createGain(documents);
  const held = Int32Array.from(lists.values(), list => list.length);
  const size = held.reduce((sum, length) => sum + length, 0);
  const [holders, gains] = [new Int32Array(size), new Float32Array(size)];
  const [starts, best] = [new Int32Array(lists.size + 1), new Float32Array(lists.size)];
  const numbers = new Map<string, number>();
  for (const [term, list] of lists) {
    const number = numbers.size;
    const from = starts[number] ?? 0;
    numbers.set(term, number);
    list.forEach((document, i) => {
      holders[from + i] = document;
      gains[from + i] = gainOf(term, document);
    });
    starts[number + 1] = from + list.length;
    best[number] = gains.subarray(from, from + list.length).reduce((most, gain) => Math.max(most, gain), 0);
  }
  return { numbers, starts, held, holders, gains, best };
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
