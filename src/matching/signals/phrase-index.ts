// All fixed texts of all entries as one tree of words: a message is walked once, whatever the number of entries.
import { NONE } from '../reading/lexicon.ts';
import type { Reading } from '../reading/reading.ts';
import type { Words } from '../reading/words.ts';
import { createFirsts, type Firsts } from './firsts.ts';
import { childOf, type Phrase, plant, ROOT, type Tree } from './phrase-tree.ts';

/** A phrase found: whose it is, and the first and last word that it covers. */
export type Found<Owner> = { readonly owner: Owner; readonly first: number; readonly last: number };

/**
 * What stands in a message: all phrases; and of each text that the index was to look out for, by its number there, the first word,
 * or NONE. Valid until the next message.
 */
export type Heard<Owner> = {
  readonly found: readonly Found<Owner>[];
  readonly firstOf: (text: number) => number;
};

/**
 * What a word is to an index: the number that it has there, and that of the same word without an SDK's suffix
 * (`ExpiredTokenException` is `ExpiredToken`); NONE for a word of none of its phrases and texts.
 */
export type Steps = { readonly step: number; readonly bare: number };

export type PhraseIndex<Owner> = {
  /** Every word that it knows, each once. */
  readonly words: readonly string[];
  /** To be asked once for each word. */
  readonly steps: (word: string) => Steps;
  readonly find: (reading: Pick<Reading, 'words' | 'inner'>) => Heard<Owner>;
};

/** `texts`, each in its words, are only looked out for, which costs less than finding a phrase. */
export function createPhraseIndex<Owner>(
  phrases: readonly Phrase<Owner>[],
  texts: readonly (readonly string[])[] = [],
): PhraseIndex<Owner> {
  const numbers = new Map<string, number>();
  for (const words of [...phrases.map(phrase => phrase.words), ...texts])
    for (const word of words) if (!numbers.has(word)) numbers.set(word, numbers.size);
  const pathOf = (words: readonly string[]): number[] => words.map(word => numbers.get(word) ?? NONE);
  // A text of one word is seen where the word is; longer texts, and phrases that are told once, have marks of their own.
  let marks = numbers.size;
  const textMarks = texts.map(words => (words.length === 1 ? (pathOf(words)[0] ?? NONE) : marks++));
  const tree = plant<Owner>(
    [
      ...phrases.map(({ words, joined, once, owner }) => ({
        path: pathOf(words),
        joined,
        mark: once ? marks++ : NONE,
        owner,
      })),
      ...texts.flatMap((words, text) =>
        words.length === 1
          ? []
          : [{ path: pathOf(words), joined: false, mark: textMarks[text] ?? NONE, owner: undefined }],
      ),
    ],
    numbers.size,
  );
  const firsts = createFirsts(marks);
  const firstOf = (text: number): number => firsts.of(textMarks[text] ?? NONE);
  return {
    words: [...numbers.keys()],
    steps: word => ({ step: numbers.get(word) ?? NONE, bare: numbers.get(withoutSuffix(word) ?? '') ?? NONE }),
    find({ words, inner }) {
      firsts.clear();
      const found = walk(tree, words, firsts);
      for (const { word, parts } of inner) for (const { step } of parts) firsts.see(step, word);
      return { found, firstOf };
    },
  };
}

/** From each word on as far as phrases lead. A word with an SDK's suffix may lead two ways. */
function walk<Owner>(tree: Tree<Owner>, words: Words, firsts: Firsts): Found<Owner>[] {
  const { ends, joined, marks, owners } = tree;
  const found: Found<Owner>[] = [];
  const follow = (from: number, first: number, last: number, areGlued: boolean): void => {
    let [node, at, glued] = [from, last, areGlued];
    while (node !== ROOT) {
      const after = ends[node + 1] ?? 0;
      for (let end = ends[node] ?? 0; end < after; end++) {
        if (!glued && joined[end] === 1) continue;
        const mark = marks[end] ?? NONE;
        if (mark !== NONE && !firsts.see(mark, first)) continue;
        const owner = owners[end];
        if (owner !== undefined) found.push({ owner, first, last: at });
      }
      at++;
      if (at === words.count) return;
      glued &&= words.isGlued(at);
      const [step, bare] = [words.step(at), words.bare(at)];
      if (bare !== NONE) follow(childOf(tree, node, bare), first, at, glued);
      node = step === NONE ? ROOT : childOf(tree, node, step);
    }
  };
  const begin = (step: number, first: number): void => {
    if (step === NONE) return;
    firsts.see(step, first);
    follow(tree.beginnings[step] ?? ROOT, first, first, true);
  };
  for (let first = 0; first < words.count; first++) {
    begin(words.bare(first), first);
    begin(words.step(first), first);
  }
  return found;
}

const SUFFIX = /(?:exception|error|fault)$/;
/** The shortest code with its suffix: `NoCreds` and `fault`. */
const SHORTEST = 9;

function withoutSuffix(word: string): string | undefined {
  if (word.length < SHORTEST || !SUFFIX.test(word)) return undefined;
  const bare = word.replace(SUFFIX, '');
  return bare.length > 3 ? bare : undefined;
}
