// All fixed texts of all entries as one tree of words: a message is walked once, whatever the number of entries.

/** A phrase found: whose it is, and the first and last word that it covers. */
export type Found<Owner> = { readonly owner: Owner; readonly first: number; readonly last: number };

/** `joined`: the words must be glued together in the message, as in `invalid_grant`: a code, not a sentence. */
export type Phrase<Owner> = { readonly words: readonly string[]; readonly joined: boolean; readonly owner: Owner };

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

type Node<Owner> = { next?: Map<number, Node<Owner>>; ends?: Phrase<Owner>[] };

export function createPhraseIndex<Owner>(phrases: readonly Phrase<Owner>[]): PhraseIndex<Owner> {
  const { numbers, firsts } = plant(phrases);
  return {
    words: [...numbers.keys()],
    step: word => ({ word: numbers.get(word), bare: numbers.get(withoutSuffix(word) ?? '') }),
    find(words) {
      const found: Found<Owner>[] = [];
      // A word with an SDK's suffix may lead two ways.
      const follow = (node: Node<Owner> | undefined, first: number, at: number, glued: boolean): void => {
        if (!node) return;
        if (node.ends)
          for (const { owner, joined } of node.ends) if (glued || !joined) found.push({ owner, first, last: at });
        const next = words[at + 1];
        if (!next || !node.next) return;
        const { word, bare } = next.spelling;
        if (bare !== undefined) follow(node.next.get(bare), first, at + 1, glued && next.glued);
        if (word !== undefined) follow(node.next.get(word), first, at + 1, glued && next.glued);
      };
      for (let first = 0; first < words.length; first++) {
        const { word, bare } = words[first]?.spelling ?? NOWHERE;
        if (bare !== undefined) follow(firsts[bare], first, first, true);
        if (word !== undefined) follow(firsts[word], first, first, true);
      }
      return found;
    },
    owners: ({ word }) => (word === undefined ? undefined : firsts[word])?.ends?.map(({ owner }) => owner) ?? [],
  };
}

const NOWHERE: Step = { word: undefined, bare: undefined };

/** Numbers the words, and makes the tree; `firsts[n]` is where the phrases go on that begin with word n. */
function plant<Owner>(phrases: readonly Phrase<Owner>[]) {
  const numbers = new Map<string, number>();
  const root: Node<Owner> = {};
  for (const phrase of phrases) {
    let node = root;
    for (const word of phrase.words) {
      const number = numbers.get(word) ?? numbers.size;
      numbers.set(word, number);
      node.next ??= new Map();
      const next = node.next.get(number) ?? {};
      node.next.set(number, next);
      node = next;
    }
    node.ends ??= [];
    node.ends.push(phrase);
  }
  return { numbers, firsts: Array.from({ length: numbers.size }, (_, number) => root.next?.get(number)) };
}

const SUFFIX = /(?:exception|error|fault)$/;
/** The shortest code with its suffix: `NoCreds` and `fault`. */
const SHORTEST = 9;

function withoutSuffix(word: string): string | undefined {
  if (word.length < SHORTEST || !SUFFIX.test(word)) return undefined;
  const bare = word.replace(SUFFIX, '');
  return bare.length > 3 ? bare : undefined;
}
