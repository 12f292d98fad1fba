import { describe, expect, it } from 'vitest';
import { createCharacters } from '../../../src/matching/reading/characters.ts';
import { cut } from '../../../src/matching/reading/cut.ts';
import { Lexicon, NONE } from '../../../src/matching/reading/lexicon.ts';
import { Words } from '../../../src/matching/reading/words.ts';

const charactersOf = createCharacters();

/** A lexicon that learns the words in the order in which it meets them, and what it says of each word of a text. */
function ask(lexicon: Lexicon, text: string): number[] {
  const words = new Words();
  const characters = charactersOf(text);
  cut(characters, words);
  return Array.from({ length: words.count }, (_, word) =>
    lexicon.concept(lexicon.find(characters.units, words.start(word), words.end(word), words.hash(word))),
  );
}

function createLearner(): { readonly lexicon: Lexicon; readonly learned: string[] } {
  const learned: string[] = [];
  const lexicon = new Lexicon(word => ({ concept: learned.push(word) - 1, step: NONE, bare: NONE, parts: [] }));
  return { lexicon, learned };
}

describe('what is known of words', () => {
  it('is worked out once for each, wherever it stands in a text', () => {
    const { lexicon, learned } = createLearner();
    expect(ask(lexicon, 'token, expired token; Token')).toEqual([0, 1, 0, 2]);
    expect(ask(lexicon, 'an expired token')).toEqual([3, 1, 0]);
    expect(learned).toEqual(['token', 'expired', 'Token', 'an']);
  });

  it('is told apart where two words have one hash', () => {
    // Known to have one FNV-1a hash in common, two by two.
    const { lexicon } = createLearner();
    expect(ask(lexicon, 'costarring liquid declinate macallums')).toEqual([0, 1, 2, 3]);
    expect(ask(lexicon, 'liquid costarring')).toEqual([1, 0]);
  });

  it('holds letters of every script', () => {
    const { lexicon, learned } = createLearner();
    expect(ask(lexicon, 'пароль naïve can’t пароль')).toEqual([0, 1, 2, 0]);
    expect(learned).toEqual(['пароль', 'naïve', 'can’t']);
  });

  it('is kept while it grows', () => {
    const { lexicon, learned } = createLearner();
    const text = Array.from({ length: 20_000 }, (_, i) => `w${i}`).join(' ');
    const first = ask(lexicon, text);
    expect(ask(lexicon, text)).toEqual(first);
    expect(learned.length).toBe(20_000);
  });

  it('is not kept of more words than memory should hold', () => {
    const { lexicon, learned } = createLearner();
    ask(lexicon, Array.from({ length: 60_000 }, (_, i) => `w${i}`).join(' '));
    expect(ask(lexicon, 'w1 w59999 w59999')).toEqual([1, 60_000, 60_001]);
    expect(learned.length).toBe(60_002);
  });

  it('is still right of words that are not kept, with their parts', () => {
    const part = { concept: 7, step: NONE, bare: NONE };
    const lexicon = new Lexicon(word => ({ concept: 3, step: 4, bare: NONE, parts: word === 'aPart' ? [part] : [] }));
    ask(lexicon, Array.from({ length: 50_000 }, (_, i) => `w${i}`).join(' '));
    const { units } = charactersOf('aPart plain');
    const camel = lexicon.find(units, 0, 5, 1);
    expect([lexicon.concept(camel), lexicon.step(camel), lexicon.hasParts(camel)]).toEqual([3, 4, true]);
    expect(lexicon.parts(camel)).toEqual([part]);
    expect(lexicon.hasParts(lexicon.find(units, 6, 11, 2))).toBe(false);
  });

  it('is not kept of what is too long for a word', () => {
    const { lexicon, learned } = createLearner();
    const long = 'a'.repeat(100_000);
    expect(ask(lexicon, `${long} b ${long}`)).toEqual([0, 1, 2]);
    expect(learned).toEqual([long, 'b', long]);
  });
});
