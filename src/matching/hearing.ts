// What the indexes know of each word of a message, looked up once a word; everything else is then done without hashing words.
import type { PhraseIndex, Start } from './phrase-index.ts';
import type { Reading } from './reading.ts';
import { remember } from './remember.ts';
import type { Concept, WordIndex } from './words.ts';

/** Words that tell trouble from talk, from knowledge/words.yaml. */
export type Cues = { readonly trouble: ReadonlySet<string>; readonly calm: ReadonlySet<string> };

/** One spelling: what it means, which phrases begin with it, and whether it is a cue. */
type Known<Owner> = {
  readonly concept: Concept | undefined;
  readonly start: Start<Owner> | undefined;
  readonly cue: keyof Cues | undefined;
  heardIn: number;
};

/** `starts[i]` belongs to word i; `parts` to the parts of camel-case words. `trouble` and `calm` count different cues. */
export type Heard<Owner> = {
  readonly starts: readonly (Start<Owner> | undefined)[];
  readonly parts: readonly Start<Owner>[];
  readonly concepts: readonly Concept[];
  readonly trouble: number;
  readonly calm: number;
};

type Indexes<Owner> = { readonly phrases: PhraseIndex<Owner>; readonly words: WordIndex; readonly cues: Cues };

export function createHearing<Owner>({ phrases, words, cues }: Indexes<Owner>): (reading: Reading) => Heard<Owner> {
  const know = remember(
    (word): Known<Owner> => ({
      concept: words.concept(word),
      start: phrases.start(word),
      cue: cues.trouble.has(word) ? 'trouble' : cues.calm.has(word) ? 'calm' : undefined,
      heardIn: 0,
    }),
  );
  let message = 0;
  return reading => {
    message++;
    const concepts: Concept[] = [];
    const counted = { trouble: 0, calm: 0 };
    const hear = (word: string): Start<Owner> | undefined => {
      const known = know(word);
      if (known.heardIn === message) return known.start;
      known.heardIn = message;
      if (known.cue) counted[known.cue]++;
      const { concept } = known;
      if (concept && concept.heardIn !== message) {
        concept.heardIn = message;
        concepts.push(concept);
      }
      return known.start;
    };
    const starts = reading.words.map(({ text }) => hear(text));
    const parts = reading.parts.map(hear).filter(start => start !== undefined);
    return { starts, parts, concepts, ...counted };
  };
}
