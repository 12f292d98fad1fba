// How much the words of a message, and the pairs of them, sound like trouble.
import { describe, expect, it } from 'vitest';
import { NONE } from '../../../src/matching/reading/lexicon.ts';
import { createReader, type Reading } from '../../../src/matching/reading/reading.ts';
import { createConcepts } from '../../../src/matching/words/concepts.ts';
import { createNames } from '../../../src/matching/words/names.ts';
import { redact } from '../../../src/redaction/redact.ts';

const ODDS = new Map([
  ['fail', 1],
  ['lunch', -2],
  [' help', 0.5],
  ['it fail', 0.25],
  ['code 401', 2],
  ['401 ', 4],
]);
const concepts = createConcepts(['token', 'code'], createNames([['fail', 'broken']]), ODDS);
const reader = createReader({
  steps: () => ({ step: NONE, bare: NONE }),
  concept: concepts.concept,
  telling: concepts.telling,
  vocabulary: new Set(),
});
const read = (text: string): Reading => reader(redact(text).text);

describe('what is told by the words of a message', () => {
  it.each([
    ['it failed', { sum: 1, known: 1 }],
    ['failing, failed, broken', { sum: 1, known: 1 }],
    ['lunch failed', { sum: -1, known: 2 }],
    ['the token', { sum: 0, known: 0 }],
  ])('is summed up over each meaning once: %s', (text, expected) => {
    expect(concepts.tally(read(text)).words).toEqual(expected);
  });

  it.each([
    ['it fails', { sum: 0.25, known: 1 }],
    ['it is broken, it failed and it fails', { sum: 0.25, known: 1 }],
    ['help it', { sum: 0.5, known: 1 }],
    ['it help', { sum: 0, known: 0 }],
    ['code 401', { sum: 6, known: 2 }],
    ['401 code', { sum: 0, known: 0 }],
    [`help ${'it failed '.repeat(100)}`, { sum: 0, known: 0 }],
  ])('is summed up over each pair once, and over none of a long text: %s', (text, expected) => {
    expect(concepts.tally(read(text)).pairs).toEqual(expected);
  });

  it('has names, by which it is learned', () => {
    expect([...concepts.namesIn(read('it failed: code 401, IsBroken'))]).toEqual([
      'it',
      'fail',
      'code',
      'isbroken',
      'is',
      ' it',
      'it fail',
      'fail code',
      'code 401',
      '401 isbroken',
      'isbroken ',
    ]);
  });

  it('is nothing for ids and for numbers that no entry knows', () => {
    expect(['401', '0123456789abcdef', 'x'].map(concepts.concept)).toEqual([NONE, NONE, NONE]);
  });

  it('is nothing for what is new when there are too many names, and still no known word', () => {
    const full = createConcepts(['token'], createNames([]), new Map());
    for (let i = 0; i < 60_000; i++) full.concept(`name${i}`);
    expect(full.concept('token')).toBe(0);
    expect(full.concept('another')).toBeGreaterThan(full.telling);
  });
});
