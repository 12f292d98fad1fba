import { describe, expect, it } from 'vitest';
import { camelParts, wordsOf } from '../../../src/matching/reading/cut.ts';
import { readPlainly } from './read-plainly.ts';

const words = (text: string): string[] => readPlainly(text).words.map(word => word.spelling.text);

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
    expect(words(text).join(' ')).toBe(expected);
  });

  it('knows which words are glued into a code', () => {
    const glued = readPlainly('error invalid_grant: sts:AssumeRole no').words.map(word => [
      word.spelling.text,
      word.glued,
    ]);
    expect(glued).toEqual([
      ['error', false],
      ['invalid', false],
      ['grant', true],
      ['sts', false],
      ['assumerole', true],
      ['no', false],
    ]);
  });

  it('finds the parts of camel-case words', () => {
    const parts = readPlainly('an AmazonS3Exception on HTTPServer3 today').words.map(({ spelling }) => spelling.parts);
    expect(parts.map(inner => inner?.map(part => part.text))).toEqual([
      undefined,
      ['amazon', 's3', 'exception'],
      undefined,
      ['http', 'server3'],
      undefined,
    ]);
    expect(camelParts('ExpiredTokenException')).toEqual(['expired', 'token', 'exception']);
    expect(wordsOf('Error loading SSO Token')).toEqual(['error', 'loading', 'sso', 'token']);
  });
});
