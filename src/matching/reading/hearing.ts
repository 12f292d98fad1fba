// What the indexes know of each word of a message, looked up once a word; everything else is then done without hashing words.

import type { PhraseIndex, Start } from '../signals/phrase-index.ts';
import { type Concept, isGrammar, type WordIndex } from '../words/words.ts';
import { createNear, hasSameLetters } from './near.ts';
import type { Reading, Word } from './reading.ts';
import { remember } from './remember.ts';

/** One spelling: the word that it was meant to be, what that means, and which phrases begin with it. */
type Known<Owner> = {
  readonly text: string;
  readonly concept: Concept | undefined;
  readonly start: Start<Owner> | undefined;
  heardIn: number;
};

/**
 * `words` are those of the reading, mistyped ones as they were meant. `starts[i]` belongs to word i; `parts` are
 * those of camel-case words.
 */
export type Heard<Owner> = {
  readonly words: readonly Word[];
  readonly starts: readonly (Start<Owner> | undefined)[];
  readonly parts: readonly { readonly start: Start<Owner>; readonly word: number }[];
  readonly concepts: readonly Concept[];
};

/** `vocabulary`: the words of all entries, towards which typing errors are mended. */
type Indexes<Owner> = {
  readonly phrases: PhraseIndex<Owner>;
  readonly words: WordIndex;
  readonly vocabulary: ReadonlySet<string>;
};

/** From how many letters on a word is mended, by what happened to it: short ones have too many neighbours that are words themselves. */
const SHORTEST_SWAPPED = 5;
const SHORTEST_LOST = 6;
const SHORTEST_MENDED = 7;

export function createHearing<Owner>(indexes: Indexes<Owner>): (reading: Reading) => Heard<Owner> {
  const know = createKnowing(indexes);
  let message = 0;
  return reading => {
    message++;
    const concepts: Concept[] = [];
    const hear = (word: string): Known<Owner> => {
      const known = know(word);
      if (known.heardIn === message) return known;
      known.heardIn = message;
      const { concept } = known;
      if (concept && concept.heardIn !== message) {
        concept.heardIn = message;
        concepts.push(concept);
      }
      return known;
    };
    const starts: (Start<Owner> | undefined)[] = [];
    const words = reading.words.map(word => {
      const { text, start } = hear(word.text);
      starts.push(start);
      return text === word.text ? word : { ...word, text };
    });
    const parts = reading.parts.flatMap(({ text, word }) => {
      const { start } = hear(text);
      return start ? [{ start, word }] : [];
    });
    return { words, starts, parts, concepts };
  };
}

function createKnowing<Owner>({ phrases, words, vocabulary }: Indexes<Owner>): (word: string) => Known<Owner> {
  const near = createNear(vocabulary, SHORTEST_SWAPPED);
  const meant = (typed: string): string | undefined => {
    const word = /\d/.test(typed) ? undefined : near(typed);
    if (word === undefined) return undefined;
    // People mistype the middle of a word; another end is mostly another form of it, or another word.
    const hasSameEnds = typed[0] === word[0] && typed.at(-1) === word.at(-1);
    const hasLost = typed.length < word.length;
    const shortest = hasSameLetters(typed, word) ? SHORTEST_SWAPPED : hasLost ? SHORTEST_LOST : SHORTEST_MENDED;
    return hasSameEnds && typed.length >= shortest ? word : undefined;
  };
  const isWord = (concept: Concept | undefined): boolean =>
    concept === undefined || concept.entries !== undefined || concept.odds !== undefined;
  return remember(typed => {
    const text = isGrammar(typed) || isWord(words.concept(typed)) ? typed : (meant(typed) ?? typed);
    return {
      text,
      concept: words.concept(text),
      start: phrases.start(text),
      heardIn: 0,
    };
  });
}
