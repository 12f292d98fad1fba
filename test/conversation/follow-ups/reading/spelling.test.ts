import { describe, expect, it } from 'vitest';
import { createSpelling } from '../../../../src/conversation/follow-ups/reading/spelling.ts';
import { cut } from '../../../../src/conversation/follow-ups/reading/tokens.ts';

const spelling = createSpelling(
  { 'do not': ['dont'], thanks: ['thx'], 'we are': ["we're"] },
  new Set([
    'step',
    'done',
    'still',
    'works',
    'working',
    'not',
    'lost',
    'thanks',
    'error',
    'is',
    'file',
    'were',
    'understand',
  ]),
  new Set(['host', 'tenant']),
);
const meant = (text: string): string =>
  spelling(cut(text))
    .map(token => token.text)
    .join(' ');

describe('words as they were meant', () => {
  it.each([
    ['stpe setp doen', 'step step done'],
    ['stil worksss', 'still works'],
    ['eror', 'error'],
    ['notworking', 'not working'],
    ['undrestand', 'understand'],
    ["don't thx", 'do not thanks'],
    ["we're were", 'we are were'],
    ["the file's", 'the file is'],
  ])('mends %s', (typed, want) => expect(meant(typed)).toBe(want));

  it.each(['host', 'tenant', 'doe', 'most', 'zzz', 'kubectl'])('leaves %s as it is', word =>
    expect(meant(word)).toBe(word),
  );
});
