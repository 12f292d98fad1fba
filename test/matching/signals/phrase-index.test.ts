import { describe, expect, it } from 'vitest';
import { wordsOf } from '../../../src/matching/reading/cut.ts';
import { createReader } from '../../../src/matching/reading/reading.ts';
import { createPhraseIndex } from '../../../src/matching/signals/phrase-index.ts';
import { redact } from '../../../src/redaction/redact.ts';

const index = createPhraseIndex([
  { words: wordsOf('ExpiredToken'), joined: true, owner: 'code' },
  { words: wordsOf('ExpiredTokenException'), joined: true, owner: 'longer code' },
  { words: wordsOf('invalid_grant'), joined: true, owner: 'snake' },
  { words: wordsOf('The provided token has expired'), joined: false, owner: 'text' },
  { words: wordsOf('access denied for user'), joined: false, owner: 'longer text' },
  { words: wordsOf('access denied'), joined: false, owner: 'shorter text' },
]);
const read = createReader({ step: index.step, concept: () => undefined, vocabulary: new Set() });
const found = (text: string): string[] =>
  index
    .find(read(redact(text).text).words)
    .map(one => one.owner)
    .toSorted();

describe('the phrase index', () => {
  it.each([
    ['a code as it is', '(ExpiredToken)', ['code']],
    ['a code with an SDK’s suffix, and the longer code beside it', 'ExpiredTokenException: x', ['code', 'longer code']],
    ['a code inside a class path', 'com.amazonaws.ExpiredTokenError', ['code']],
    ['a snake-case code', '"error":"invalid_grant"', ['snake']],
    ['a text, and the longer one that begins like it', 'access denied for user', ['longer text', 'shorter text']],
    ['a text whatever its case and spacing', 'the PROVIDED\n  token has expired!', ['text']],
  ])('finds %s', (_, text, owners) => {
    expect(found(text)).toEqual(owners);
  });

  it.each([
    ['the words of a code in a sentence', 'that was an invalid grant of rights'],
    ['a longer word that begins like a code', 'ExpiredTokensList'],
    ['a text that is cut short', 'the provided token has'],
  ])('does not take %s for a match', (_, text) => {
    expect(found(text)).toEqual([]);
  });
});
