// Reads a message the way it was meant. What the indexes know of a word is looked up once for each spelling; everything after that is
// done without comparing words.
import type { RedactedText } from '../../redaction/redact.ts';
import type { Step } from '../signals/phrase-index.ts';
import { type Concept, isGrammar } from '../words/words.ts';
import { camelParts, cut, plain } from './cut.ts';
import { createNear, hasSameLetters } from './near.ts';
import { rememberCut } from './remember.ts';
import { unwrap } from './unwrap.ts';

/** `words` stand in `shown`, the text as quoted in evidence. `concepts`: what they mean, each once. */
export type Reading = {
  readonly shown: string;
  readonly words: readonly Word[];
  readonly concepts: readonly Concept[];
};

/** A word of a message; `glued`: nothing but code punctuation before it (`invalid_grant`). */
export type Word = {
  readonly spelling: Spelling;
  readonly start: number;
  readonly end: number;
  readonly glued: boolean;
};

/**
 * One way to write a word. `text`: in lower case, and where it is mistyped, as it was meant. `parts`: the words inside a camel-case
 * word, such as `s3` in `AmazonS3Exception`.
 */
export type Spelling = Step & {
  readonly text: string;
  readonly concept: Concept | undefined;
  readonly parts: readonly Spelling[] | undefined;
};

/** `vocabulary`: the words of all entries, towards which typing errors are mended. */
export type Indexes = {
  readonly step: (word: string) => Step;
  readonly concept: (word: string) => Concept | undefined;
  readonly vocabulary: ReadonlySet<string>;
};

export function createReader(indexes: Indexes): (text: RedactedText) => Reading {
  const spell = createSpelling(indexes);
  let message = 0;
  return text => {
    message++;
    const shown = unwrap(text);
    const words: Word[] = [];
    const concepts: Concept[] = [];
    const hear = (concept: Concept | undefined): void => {
      if (!concept || concept.heardIn === message) return;
      concept.heardIn = message;
      concepts.push(concept);
    };
    cut(shown, (start, end, glued) => {
      const spelling = spell(shown, start, end);
      words.push({ spelling, start, end, glued });
      hear(spelling.concept);
      if (spelling.parts) for (const part of spelling.parts) hear(part.concept);
    });
    return { shown, words, concepts };
  };
}

/** A capital inside a word. */
const CAMEL = /[a-z0-9][A-Z]|[A-Z]{2}[a-z]/;

function createSpelling({
  step,
  concept,
  vocabulary,
}: Indexes): (text: string, start: number, end: number) => Spelling {
  const meant = createMeant(vocabulary);
  const isWord = (known: Concept | undefined): boolean =>
    known === undefined || known.term !== undefined || known.odds !== undefined;
  const textOf = (typed: string): string =>
    isGrammar(typed) || isWord(concept(typed)) ? typed : (meant(typed) ?? typed);
  const know = (typed: string, parts?: readonly Spelling[]): Spelling => {
    const text = textOf(typed);
    return { text, concept: concept(text), parts, ...step(text) };
  };
  return rememberCut(written =>
    know(plain(written), CAMEL.test(written) ? camelParts(written).map(part => know(part)) : undefined),
  );
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
