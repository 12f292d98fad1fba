// Phrases that begin alike share their beginning: a tree of words, flat in memory.
import { firstAtLeast } from '../sorted.ts';

/** `joined`: the words must be glued together in the message, as in `invalid_grant`: a code, not a sentence. */
export type Phrase<Owner> = { readonly words: readonly string[]; readonly joined: boolean; readonly owner: Owner };

/** Where every phrase begins; nothing leads there. */
export const ROOT = 0;

/**
 * The nodes are numbers, and all that is known of them stands in flat arrays: the cost of a walk is the memory that it touches.
 * The children of a node stand next to each other, from `children[node]` to `children[node + 1]`, sorted by the words that lead to
 * them; so do the phrases that end there.
 */
export type Tree<Owner> = {
  readonly words: Int32Array;
  readonly children: Int32Array;
  /** The child of the root to which a word leads, or the root. */
  readonly firsts: Int32Array;
  readonly ends: Int32Array;
  readonly joined: Uint8Array;
  readonly owners: readonly Owner[];
};

export const hasChildren = ({ children }: Tree<unknown>, node: number): boolean =>
  (children[node] ?? 0) < (children[node + 1] ?? 0);

/** The child to which a word leads, or the root. */
export function childOf({ words, children, firsts }: Tree<unknown>, node: number, word: number): number {
  if (node === ROOT) return firsts[word] ?? ROOT;
  const after = children[node + 1] ?? 0;
  const at = firstAtLeast(words, word, children[node] ?? 0, after);
  return at < after && words[at] === word ? at : ROOT;
}

/** A phrase with the numbers of its words. */
type Numbered<Owner> = { readonly phrase: Phrase<Owner>; readonly path: readonly number[] };

/** A node is a stretch of the sorted phrases, those that begin alike: from the root on, each is parted by its next word. */
export function plant<Owner>(phrases: readonly Numbered<Owner>[], wordCount: number): Tree<Owner> {
  const sorted = phrases.toSorted(byPath);
  const nodes = [{ word: 0, depth: 0, from: 0, to: sorted.length }];
  const [children, ends]: [number[], number[]] = [[], []];
  const ended: Phrase<Owner>[] = [];
  for (const { depth, from, to } of nodes) {
    children.push(nodes.length);
    ends.push(ended.length);
    let at = from;
    for (let one = sorted[at]; at < to && one?.path.length === depth; one = sorted[++at]) ended.push(one.phrase);
    while (at < to) {
      const start = at;
      const word = sorted[at]?.path[depth] ?? 0;
      while (at < to && sorted[at]?.path[depth] === word) at++;
      nodes.push({ word, depth: depth + 1, from: start, to: at });
    }
  }
  const words = Int32Array.from(nodes, ({ word }) => word);
  const firsts = new Int32Array(wordCount);
  for (let node = children[ROOT] ?? 0; node < (children[ROOT + 1] ?? 0); node++) firsts[words[node] ?? 0] = node;
  return {
    words,
    firsts,
    children: Int32Array.from([...children, nodes.length]),
    ends: Int32Array.from([...ends, ended.length]),
    joined: Uint8Array.from(ended, ({ joined }) => (joined ? 1 : 0)),
    owners: ended.map(({ owner }) => owner),
  };
}

/** Word by word; what ends comes before what goes on. */
function byPath({ path: a }: Numbered<unknown>, { path: b }: Numbered<unknown>): number {
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  return (a[i] ?? -1) - (b[i] ?? -1);
}
