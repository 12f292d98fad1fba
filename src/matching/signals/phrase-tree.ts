// Phrases that begin alike share their beginning: a tree of words, flat in memory.

/**
 * `joined`: the words must be glued together in the message, as in `invalid_grant`: a code, not a sentence. `once`: where else it
 * stands tells nothing more.
 */
export type Phrase<Owner> = {
  readonly words: readonly string[];
  readonly joined: boolean;
  readonly once: boolean;
  readonly owner: Owner;
};

/** Where every phrase begins; nothing leads there. */
export const ROOT = 0;

/**
 * The nodes are numbers, and all that is known of them stands in flat arrays: the cost of a walk is the memory that it touches.
 * The phrases that end at a node stand next to each other, from `ends[node]` to `ends[node + 1]`.
 */
export type Tree<Owner> = {
  /** Of each node the one before it, and the word that leads from there. */
  readonly parents: Int32Array;
  readonly words: Int32Array;
  /** The child of the root to which a word leads, or ROOT. */
  readonly beginnings: Int32Array;
  /** All other nodes, each in the first free place from the one that its parent and word give; ROOT where none is. */
  readonly places: Int32Array;
  readonly ends: Int32Array;
  readonly joined: Uint8Array;
  readonly marks: Int32Array;
  readonly owners: readonly (Owner | undefined)[];
};

/** The child to which a word leads from any node but the root, or ROOT. */
export function childOf({ parents, words, places }: Tree<unknown>, node: number, word: number): number {
  for (let at = hashOf(node, word); ; at++) {
    const child = places[at & (places.length - 1)] ?? ROOT;
    if (child === ROOT || (parents[child] === node && words[child] === word)) return child;
  }
}

/** Odd factors without a pattern in their bits; the upper bits of a product are its better ones, and a place is chosen by the lower. */
function hashOf(node: number, word: number): number {
  const product = Math.imul(node, 0x9e3779b1) ^ Math.imul(word, 0x85ebca6b);
  return product ^ (product >>> 15);
}

/** A phrase in the numbers of its words, with what is told where it ends. */
export type Planted<Owner> = {
  readonly path: readonly number[];
  readonly joined: boolean;
  readonly mark: number;
  readonly owner: Owner | undefined;
};

/** A node is a stretch of the sorted phrases, those that begin alike: from the root on, each is parted by its next word. */
export function plant<Owner>(phrases: readonly Planted<Owner>[], wordCount: number): Tree<Owner> {
  const sorted = phrases.toSorted(byPath);
  const stretches = [{ depth: 0, from: 0, to: sorted.length }];
  const [parents, words, ends] = [[ROOT], [0], [0]];
  const ended: Planted<Owner>[] = [];
  for (let node = 0; node < stretches.length; node++) {
    const { depth, from, to } = stretches[node] ?? NOTHING;
    let at = from;
    for (let one = sorted[at]; at < to && one?.path.length === depth; one = sorted[++at]) ended.push(one);
    ends.push(ended.length);
    while (at < to) {
      const start = at;
      const word = sorted[at]?.path[depth] ?? 0;
      while (at < to && sorted[at]?.path[depth] === word) at++;
      parents.push(node);
      words.push(word);
      stretches.push({ depth: depth + 1, from: start, to: at });
    }
  }
  return {
    ...arrange(Int32Array.from(parents), Int32Array.from(words), wordCount),
    ends: Int32Array.from(ends),
    joined: Uint8Array.from(ended, ({ joined }) => (joined ? 1 : 0)),
    marks: Int32Array.from(ended, ({ mark }) => mark),
    owners: ended.map(({ owner }) => owner),
  };
}

const NOTHING = { depth: 0, from: 0, to: 0 };

/** So that each node is found by its parent and word. */
function arrange(
  parents: Int32Array,
  words: Int32Array,
  wordCount: number,
): Pick<Tree<unknown>, 'parents' | 'words' | 'beginnings' | 'places'> {
  const beginnings = new Int32Array(wordCount);
  const places = new Int32Array(2 ** Math.ceil(Math.log2(parents.length * 4)));
  for (let node = 1; node < parents.length; node++) {
    const [parent, word] = [parents[node] ?? ROOT, words[node] ?? 0];
    if (parent === ROOT) {
      beginnings[word] = node;
      continue;
    }
    let at = hashOf(parent, word);
    while (places[at & (places.length - 1)] !== ROOT) at++;
    places[at & (places.length - 1)] = node;
  }
  return { parents, words, beginnings, places };
}

/** Word by word; what ends comes before what goes on. */
function byPath({ path: a }: Planted<unknown>, { path: b }: Planted<unknown>): number {
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  return (a[i] ?? -1) - (b[i] ?? -1);
}
