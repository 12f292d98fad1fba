import { describe, expect, it } from 'vitest';
import { camelParts, wordsOf } from '../../../src/matching/reading/cut.ts';
import { NONE } from '../../../src/matching/reading/lexicon.ts';
import { createReader } from '../../../src/matching/reading/reading.ts';
import { redact } from '../../../src/redaction/redact.ts';
import { readPlainly, writtenIn } from './read-plainly.ts';

describe('reading a paste', () => {
  it.each([
    ['a link with its label', 'see <https://sts.amazonaws.com|sts.amazonaws.com> now', 'see sts amazonaws com now'],
    ['a mention', '<@U123> token expired <!here>', 'token expired'],
    ['entities', '&quot;invalid_grant&quot; &lt;client&gt; a&amp;b', 'invalid grant client a b'],
    ['terminal colours', '\u001b[31mError\u001b[0m: denied', 'error denied'],
    ['colours whose escape character was lost', '[31m╷[0m [1mError: denied', 'error denied'],
    ['escaped JSON', '{\\"error\\":\\"invalid_grant\\"}\\nnext', 'error invalid grant next'],
    ['HTML of a chat', '<div>Login failed</div><br><pre>code 401</pre>', 'login failed code 401'],
    [
      'time stamps that part a sentence',
      '2024-05-01T10:00:00Z The provided\n2024-05-01T10:00:01Z token has expired',
      'the provided token has expired',
    ],
    ['box drawing', '│ Error: no valid\n│ credential sources', 'error no valid credential sources'],
    ['a masked secret', 'token=[redacted:github-token] refused', 'token refused'],
    ['apostrophes of either kind', "can’t and don't", 'cant and dont'],
    ['other scripts', 'Пароль неверный', 'пароль неверный'],
    ['nothing but emoji', '🎉 :tada: 🔥', 'tada'],
  ])('takes off %s', (_, text, expected) => {
    expect(wordsOf(text).join(' ')).toBe(expected);
  });

  it('knows which words are glued into a code', () => {
    const reading = readPlainly('error invalid_grant: sts:AssumeRole no');
    expect(writtenIn(reading).map((written, word) => [written, reading.words.isGlued(word)])).toEqual([
      ['error', false],
      ['invalid', false],
      ['grant', true],
      ['sts', false],
      ['AssumeRole', true],
      ['no', false],
    ]);
  });

  it('finds the parts of camel-case words', () => {
    const known = ['amazon', 's3', 'exception', 'http', 'server3'];
    const read = createReader({
      steps: word => ({ step: known.indexOf(word), bare: NONE }),
      concept: () => NONE,
      telling: 0,
      vocabulary: new Set(),
    });
    const { inner } = read(redact('an AmazonS3Exception on HTTPServer3 today').text);
    expect(inner.map(({ word, parts }) => [word, ...parts.map(({ step }) => known[step])])).toEqual([
      [1, 'amazon', 's3', 'exception'],
      [3, 'http', 'server3'],
    ]);
    expect(camelParts('ExpiredTokenException')).toEqual(['expired', 'token', 'exception']);
    expect(wordsOf('Error loading SSO Token')).toEqual(['error', 'loading', 'sso', 'token']);
  });

  it('tells each concept of a message once, of those that tell anything', () => {
    const concepts = ['token', 'expired', 'lunch'];
    const read = createReader({
      steps: () => ({ step: NONE, bare: NONE }),
      concept: word => concepts.indexOf(word),
      telling: 2,
      vocabulary: new Set(),
    });
    const told = (text: string): (string | undefined)[] =>
      [...read(redact(text).text).concepts].map(concept => concepts[concept]);
    expect(told('expired token, lunch, token expired')).toEqual(['expired', 'token']);
    expect(told('a token')).toEqual(['token']);
  });
});
