// What a word is to the indexes: as it was meant where it is mistyped, and in its parts where it is several in one.
import type { Steps } from '../signals/phrase-index.ts';
import { isGrammar } from '../words/names.ts';
import { camelParts, plain } from './cut.ts';
import { type Learned, type Meaning, NONE } from './lexicon.ts';
import { createNear, hasSameLetters } from './near.ts';

/** `vocabulary`: the words of all entries, towards which typing errors are mended. */
export type Indexes = {
  readonly steps: (word: string) => Steps;
  readonly concept: (word: string) => number;
  /** Concepts below this number tell something. */
  readonly telling: number;
  readonly vocabulary: ReadonlySet<string>;
};

/** A capital inside a word. */
const CAMEL = /[a-z0-9][A-Z]|[A-Z]{2}[a-z]/;
const APOSTROPHE = /['’]/;

export function createMeaning({ steps, concept, telling, vocabulary }: Indexes): (written: string) => Learned {
  const meant = createMeant(vocabulary);
  const isWord = (typed: string): boolean => isGrammar(typed) || concept(typed) < telling;
  const know = (typed: string): Meaning => {
    const word = isWord(typed) ? typed : (meant(typed) ?? typed);
    return { concept: concept(word), ...steps(word) };
  };
  // `terraform's` is no other concept than `terraforms`, and still has `terraform` in it.
  const partsOf = (written: string): Meaning[] =>
    APOSTROPHE.test(written)
      ? written.split(APOSTROPHE).map(part => ({ concept: NONE, ...steps(plain(part)) }))
      : CAMEL.test(written)
        ? camelParts(written).map(know)
        : [];
  return written => ({ ...know(plain(written)), parts: partsOf(written) });
}

/** From how many letters on a word is mended, by what happened to it: short ones have too many neighbours that are words themselves. */
const SHORTEST_SWAPPED = 5;
const SHORTEST_LOST = 6;
const SHORTEST_MENDED = 7;

/** The word that a mistyped one was meant to be. */
function createMeant(vocabulary: ReadonlySet<string>): (typed: string) => string | undefined {
  const near = createNear(vocabulary, SHORTEST_SWAPPED);
  return typed => {
    const word = /\d/.test(typed) ? undefined : near(typed);
    if (word === undefined) return undefined;
    // People mistype the middle of a word; another end is mostly another form of it, or another word.
    const hasSameEnds = typed[0] === word[0] && typed.at(-1) === word.at(-1);
    const hasLost = typed.length < word.length;
    const shortest = hasSameLetters(typed, word) ? SHORTEST_SWAPPED : hasLost ? SHORTEST_LOST : SHORTEST_MENDED;
    return hasSameEnds && typed.length >= shortest ? word : undefined;
  };
}
