// All fixed texts of all entries as one tree of words: a message is walked once, whatever the number of entries.
import { childOf, hasChildren, type Phrase, plant, ROOT } from './phrase-tree.ts';

/** A phrase found: whose it is, and the first and last word that it covers. */
export type Found<Owner> = { readonly owner: Owner; readonly first: number; readonly last: number };

/**
 * What a word is to the phrases of an index: the number that it has there, and that of the same word without an SDK's suffix
 * (`ExpiredTokenException` is `ExpiredToken`); undefined for words of no phrase.
 */
export type Step = { readonly word: number | undefined; readonly bare: number | undefined };

export type PhraseIndex<Owner> = {
  /** Every word of a phrase, each once. */
  readonly words: readonly string[];
  /** To be asked once for each spelling. */
  readonly step: (word: string) => Step;
  /** All phrases in a message. */
  readonly find: (words: readonly Stepping[]) => Found<Owner>[];
  /** Whose phrases of this one word there are. */
  readonly owners: (step: Step) => Owner[];
};

type Stepping = { readonly spelling: Step; readonly glued: boolean };

export function createPhraseIndex<Owner>(phrases: readonly Phrase<Owner>[]): PhraseIndex<Owner> {
  const numbers = new Map<string, number>();
  for (const { words } of phrases) for (const word of words) if (!numbers.has(word)) numbers.set(word, numbers.size);
  const tree = plant(
    phrases.map(phrase => ({ phrase, path: phrase.words.map(word => numbers.get(word) ?? 0) })),
    numbers.size,
  );
  const { ends, joined, owners } = tree;
  return {
    words: [...numbers.keys()],
    step: word => ({ word: numbers.get(word), bare: numbers.get(withoutSuffix(word) ?? '') }),
    find(words) {
      const found: Found<Owner>[] = [];
      // A word with an SDK's suffix may lead two ways.
      const walk = (from: number, first: number, at: number, glued: boolean): void => {
        const { word, bare } = words[at]?.spelling ?? NOWHERE;
        if (bare !== undefined) visit(childOf(tree, from, bare), first, at, glued);
        if (word !== undefined) visit(childOf(tree, from, word), first, at, glued);
      };
      const visit = (node: number, first: number, at: number, glued: boolean): void => {
        if (node === ROOT) return;
        const after = ends[node + 1] ?? 0;
        for (let end = ends[node] ?? 0; end < after; end++) {
          const owner = owners[end];
          if (owner && (glued || joined[end] === 0)) found.push({ owner, first, last: at });
        }
        if (hasChildren(tree, node)) walk(node, first, at + 1, glued && words[at + 1]?.glued === true);
      };
      for (let first = 0; first < words.length; first++) walk(ROOT, first, first, true);
      return found;
    },
    owners({ word }) {
      const node = word === undefined ? ROOT : childOf(tree, ROOT, word);
      return node === ROOT ? [] : owners.slice(ends[node], ends[node + 1]);
    },
  };
}

const NOWHERE: Step = { word: undefined, bare: undefined };

const SUFFIX = /(?:exception|error|fault)$/;
/** The shortest code with its suffix: `NoCreds` and `fault`. */
const SHORTEST = 9;

function withoutSuffix(word: string): string | undefined {
  if (word.length < SHORTEST || !SUFFIX.test(word)) return undefined;
  const bare = word.replace(SUFFIX, '');
  return bare.length > 3 ? bare : undefined;
}
