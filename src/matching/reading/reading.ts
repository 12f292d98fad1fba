// Reads a message the way it was meant. What the indexes know of a word is looked up once for each word; everything after that is
// done with numbers.
import type { RedactedText } from '../../redaction/redact.ts';
import { createCharacters } from './characters.ts';
import { cut } from './cut.ts';
import { Lexicon, type Meaning } from './lexicon.ts';
import { createMeaning, type Indexes } from './meaning.ts';
import { unwrap } from './unwrap.ts';
import { Words } from './words.ts';

/**
 * `words` stand in `shown`, the text as quoted in evidence; `inner` are the parts of those in camel case. `concepts`: what of all of
 * them tells anything, each once. Valid until the next message is read.
 */
export type Reading = {
  readonly shown: string;
  readonly words: Words;
  readonly inner: readonly Inner[];
  readonly concepts: Int32Array;
};

/** The parts of a camel-case word, and which word that is. */
export type Inner = { readonly word: number; readonly parts: readonly Meaning[] };

export function createReader(indexes: Indexes): (text: RedactedText) => Reading {
  const lexicon = new Lexicon(createMeaning(indexes));
  const heard = createHeard(indexes.telling);
  const charactersOf = createCharacters();
  const words = new Words();
  let last: { readonly text: RedactedText; readonly reading: Reading } | undefined;
  return text => {
    // Whoever asks why asks about the message that was read last.
    if (last?.text === text) return last.reading;
    last = undefined;
    const shown = unwrap(text);
    const characters = charactersOf(shown);
    cut(characters, words);
    heard.clear();
    const inner: Inner[] = [];
    for (let word = 0; word < words.count; word++) {
      const known = lexicon.find(characters.units, words.start(word), words.end(word), words.hash(word));
      const concept = lexicon.concept(known);
      words.know(word, { concept, step: lexicon.step(known), bare: lexicon.bare(known) });
      heard.add(concept);
      if (!lexicon.hasParts(known)) continue;
      const parts = lexicon.parts(known);
      for (const part of parts) heard.add(part.concept);
      inner.push({ word, parts });
    }
    const reading = { shown, words, inner, concepts: heard.all() };
    last = { text, reading };
    return reading;
  };
}

type Heard = { readonly clear: () => void; readonly add: (concept: number) => void; readonly all: () => Int32Array };

/** The concepts of a message below a number, each once. */
function createHeard(telling: number): Heard {
  const lastIn = new Int32Array(telling);
  const heard = new Int32Array(telling);
  let message = 0;
  let count = 0;
  return {
    clear() {
      message++;
      count = 0;
    },
    add(concept) {
      if (concept < 0 || concept >= telling || lastIn[concept] === message) return;
      lastIn[concept] = message;
      heard[count++] = concept;
    },
    all: () => heard.subarray(0, count),
  };
}
