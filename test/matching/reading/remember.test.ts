import { describe, expect, it } from 'vitest';
import { rememberCut } from '../../../src/matching/reading/remember.ts';

/** What is worked out each time it is asked for is another object. */
const askIn = rememberCut(word => ({ word }));
const ask = (word: string) => askIn(`<${word}>`, 1, 1 + word.length);

describe('what is worked out once for each word', () => {
  it('is the same for the same word, wherever it stands in a text', () => {
    const text = 'token, token; Token';
    expect(askIn(text, 0, 5)).toEqual({ word: 'token' });
    expect(askIn(text, 7, 12)).toBe(askIn(text, 0, 5));
    expect(ask('token')).toBe(askIn(text, 0, 5));
    expect(askIn(text, 14, 19)).toEqual({ word: 'Token' });
  });

  it('is told apart where two words belong in the same place', () => {
    // Known to have one FNV-1a hash in common.
    for (const word of ['costarring', 'liquid', 'declinate', 'macallums']) expect(ask(word)).toEqual({ word });
  });

  it('is kept while the table grows', () => {
    const words = Array.from({ length: 20_000 }, (_, i) => `w${i}`);
    const first = words.map(word => ask(word));
    expect(words.every((word, i) => ask(word) === first[i] && first[i]?.word === word)).toBe(true);
  });

  it('is not kept for more words than memory should hold', () => {
    const freshIn = rememberCut(word => ({ word }));
    const fresh = (word: string) => freshIn(word, 0, word.length);
    for (let i = 0; i < 60_000; i++) fresh(`w${i}`);
    expect(fresh('w1')).toBe(fresh('w1'));
    expect(fresh('w59999')).not.toBe(fresh('w59999'));
    expect(fresh('w59999')).toEqual({ word: 'w59999' });
  });
});
