import { describe, expect, it } from 'vitest';
import { wordsOf } from '../../../src/matching/reading/cut.ts';
import { NONE } from '../../../src/matching/reading/lexicon.ts';
import { createReader } from '../../../src/matching/reading/reading.ts';
import { createPhraseIndex } from '../../../src/matching/signals/phrase-index.ts';
import { redact } from '../../../src/redaction/redact.ts';

const phrase = (text: string, owner: string, { joined = false, once = false } = {}) => ({
  words: wordsOf(text),
  joined,
  once,
  owner,
});
const TEXTS = ['denied', 'invalid grant', 'expired'];
const index = createPhraseIndex(
  [
    phrase('ExpiredToken', 'code', { joined: true }),
    phrase('ExpiredTokenException', 'longer code', { joined: true }),
    phrase('invalid_grant', 'snake', { joined: true }),
    phrase('The provided token has expired', 'text'),
    phrase('access denied for user', 'longer text'),
    phrase('access denied', 'shorter text'),
    phrase('refused', 'cue', { once: true }),
  ],
  TEXTS.map(wordsOf),
);
const read = createReader({ steps: index.steps, concept: () => NONE, telling: 0, vocabulary: new Set() });
const hear = (text: string) => index.find(read(redact(text).text));
const found = (text: string): string[] =>
  hear(text)
    .found.map(one => one.owner)
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

  it('tells once what further places tell nothing about', () => {
    expect(found('refused, and refused again: access denied, access denied')).toEqual([
      'cue',
      'shorter text',
      'shorter text',
    ]);
    expect(found('refused')).toEqual(['cue']);
  });

  it.each([
    ['access denied, denied', [1, NONE, NONE]],
    ['an invalid grant is denied', [4, 1, NONE]],
    ['nothing of all that', [NONE, NONE, NONE]],
    ['it is an ExpiredException', [NONE, NONE, 3]],
    ['what was AccessDenied and isExpired', [2, NONE, 4]],
  ])('tells where the texts that it looks out for stand first in %s', (text, places) => {
    const { firstOf } = hear(text);
    expect(TEXTS.map((_, number) => firstOf(number))).toEqual(places);
  });
});
