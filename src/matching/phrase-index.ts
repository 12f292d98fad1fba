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
  words.forEach((_, first) => {
    let nodes = [root];
    let glued = true;
    for (let last = first; nodes.length > 0; last++) {
      const word = words[last];
      if (!word) break;
      glued &&= last === first || word.glued;
      nodes = nodes.flatMap(node => stepsFrom(node, word.text));
      for (const node of nodes)
        for (const phrase of node.ends ?? [])
          if (glued || !phrase.joined) found.push({ owner: phrase.owner, first, last });
    }
  });
  return found;
}

const SUFFIX = /(?:exception|error|fault)$/;

/** The next nodes: by the word, and by the word without the suffix that SDKs hang on a code. */
function stepsFrom<Owner>(node: Node<Owner>, word: string): Node<Owner>[] {
  const next = node.next?.get(word);
  const bare = word.length > 8 ? word.replace(SUFFIX, '') : word;
  const without = bare.length > 3 && bare !== word ? node.next?.get(bare) : undefined;
  return [...(next ? [next] : []), ...(without ? [without] : [])];
}
