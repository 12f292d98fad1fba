// All fixed texts of all entries as one tree of words: a message is walked once, whatever the number of entries.
import type { Word } from '../reading/reading.ts';

/** A phrase found: whose it is, and the first and last word that it covers. */
export type Found<Owner> = { readonly owner: Owner; readonly first: number; readonly last: number };

/** `joined`: the words must be glued together in the message, as in `invalid_grant`: a code, not a sentence. */
export type Phrase<Owner> = { readonly words: readonly string[]; readonly joined: boolean; readonly owner: Owner };

type Node<Owner> = { next?: Map<string, Node<Owner>>; ends?: Phrase<Owner>[] };

/** Where phrases that begin with a word go on; `bare` is the same for the word without an SDK's suffix. */
export type Start<Owner> = { readonly node?: Node<Owner>; readonly bare?: Node<Owner> };

export type PhraseIndex<Owner> = {
  /** What begins with a word, to be asked once for each spelling. */
  readonly start: (word: string) => Start<Owner> | undefined;
};

export function createPhraseIndex<Owner>(phrases: readonly Phrase<Owner>[]): PhraseIndex<Owner> {
  const root: Node<Owner> = { next: new Map() };
  for (const phrase of phrases) if (phrase.words.length > 0) insert(root, phrase);
  return {
    start(word) {
      const node = root.next?.get(word);
      const bare = withoutSuffix(root, word);
      return node || bare ? { ...(node && { node }), ...(bare && { bare }) } : undefined;
    },
  };
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

/** All phrases in a message; `starts[i]` is what begins with word i. */
export function findPhrases<Owner>(
  words: readonly Word[],
  starts: readonly (Start<Owner> | undefined)[],
): Found<Owner>[] {
  const found: Found<Owner>[] = [];
  for (let first = 0; first < words.length; first++) {
    const start = starts[first];
    if (start?.bare) follow({ node: start.bare, at: first, glued: true }, first, words, found);
    if (start?.node) follow({ node: start.node, at: first, glued: true }, first, words, found);
  }
  return found;
}

/** Whose phrases of one word a start stands for. */
export const ownersOf = <Owner>({ node }: Start<Owner>): Owner[] => node?.ends?.map(({ owner }) => owner) ?? [];

/** A node that was reached with the word `at`. */
type Reached<Owner> = { readonly node: Node<Owner>; readonly at: number; readonly glued: boolean };

/** Follows the words from a node as far as they lead; a word with an SDK's suffix may lead two ways. */
function follow<Owner>(from: Reached<Owner>, first: number, words: readonly Word[], found: Found<Owner>[]): void {
  let { node, at, glued } = from;
  for (;;) {
    report(node, { first, last: at, glued }, found);
    const word = words[at + 1];
    if (!word || !node.next) return;
    at++;
    glued &&= word.glued;
    const bare = withoutSuffix(node, word.text);
    if (bare) follow({ node: bare, at, glued }, first, words, found);
    const next = node.next.get(word.text);
    if (!next) return;
    node = next;
  }
}

type Span = { readonly first: number; readonly last: number; readonly glued: boolean };

function report<Owner>(node: Node<Owner>, { first, last, glued }: Span, found: Found<Owner>[]): void {
  if (!node.ends) return;
  for (const phrase of node.ends) if (glued || !phrase.joined) found.push({ owner: phrase.owner, first, last });
}

const SUFFIX = /(?:exception|error|fault)$/;
/** The shortest code with its suffix: `NoCreds` and `fault`. */
const SHORTEST = 9;

/** The node of a code to which an SDK has hung a suffix: `ExpiredTokenException` is `ExpiredToken`. */
function withoutSuffix<Owner>(node: Node<Owner>, word: string): Node<Owner> | undefined {
  if (word.length < SHORTEST || !SUFFIX.test(word)) return undefined;
  const bare = word.replace(SUFFIX, '');
  return bare.length > 3 ? node.next?.get(bare) : undefined;
}
