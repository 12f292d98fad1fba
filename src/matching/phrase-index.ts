// All fixed texts of all entries as one tree of words: a message is walked once, whatever the number of entries.
import type { Word } from './reading.ts';

/** A phrase found: whose it is, and the first and last word that it covers. */
export type Found<Owner> = { readonly owner: Owner; readonly first: number; readonly last: number };

/** `joined`: the words must be glued together in the message, as in `invalid_grant`: a code, not a sentence. */
export type Phrase<Owner> = { readonly words: readonly string[]; readonly joined: boolean; readonly owner: Owner };

type Node<Owner> = { next?: Map<string, Node<Owner>>; ends?: Phrase<Owner>[] };

export type PhraseIndex<Owner> = { readonly find: (words: readonly Word[]) => Found<Owner>[] };

export function createPhraseIndex<Owner>(phrases: readonly Phrase<Owner>[]): PhraseIndex<Owner> {
  const root: Node<Owner> = {};
  for (const phrase of phrases) if (phrase.words.length > 0) insert(root, phrase);
  return { find: words => walk(root, words) };
}

function insert<Owner>(root: Node<Owner>, phrase: Phrase<Owner>): void {
  let node = root;
  for (const word of phrase.words) {
    node.next ??= new Map();
    const next = node.next.get(word) ?? {};
    node.next.set(word, next);
    node = next;
  }
  node.ends ??= [];
  node.ends.push(phrase);
}

function walk<Owner>(root: Node<Owner>, words: readonly Word[]): Found<Owner>[] {
  const found: Found<Owner>[] = [];
  for (let first = 0; first < words.length; first++)
    follow({ node: root, at: first, glued: true }, first, words, found);
  return found;
}

type Step<Owner> = { readonly node: Node<Owner>; readonly at: number; readonly glued: boolean };

/** Follows the words from a node as far as they lead; a word with an SDK's suffix may lead two ways. */
function follow<Owner>(from: Step<Owner>, first: number, words: readonly Word[], found: Found<Owner>[]): void {
  let { node, glued } = from;
  for (let at = from.at; ; at++) {
    const word = words[at];
    if (!word || !node.next) return;
    glued &&= at === first || word.glued;
    const without = withoutSuffix(node, word.text);
    if (without) {
      report(without, { first, last: at, glued }, found);
      follow({ node: without, at: at + 1, glued }, first, words, found);
    }
    const next = node.next.get(word.text);
    if (!next) return;
    node = next;
    report(node, { first, last: at, glued }, found);
  }
}

type Span = { readonly first: number; readonly last: number; readonly glued: boolean };

function report<Owner>(node: Node<Owner>, { first, last, glued }: Span, found: Found<Owner>[]): void {
  if (!node.ends) return;
  for (const phrase of node.ends) if (glued || !phrase.joined) found.push({ owner: phrase.owner, first, last });
}

const SUFFIX = /(?:exception|error|fault)$/;

/** The node of a code to which an SDK has hung a suffix: `ExpiredTokenException` is `ExpiredToken`. */
function withoutSuffix<Owner>(node: Node<Owner>, word: string): Node<Owner> | undefined {
  if (word.length < 9 || !SUFFIX.test(word)) return undefined;
  const bare = word.replace(SUFFIX, '');
  return bare.length > 3 ? node.next?.get(bare) : undefined;
}
