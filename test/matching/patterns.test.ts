import { describe, expect, it } from 'vitest';
import { createPattern, patternProblem, triggerOf } from '../../src/matching/patterns.ts';
import { read } from '../../src/matching/reading.ts';
import { redact } from '../../src/redaction/redact.ts';

describe('a pattern', () => {
  it.each([
    ['File \\S+ was not found', 'found'],
    ["Access denied for user '[^']*'@'[^']*'", 'access'],
    ['profile `?"?[\\w.@-]+"?`? was not (found|defined)', 'profile'],
    ['does not have (secrets|keys) \\w+ permission on key vault', 'permission'],
  ])('%s runs only where the word it cannot do without stands', (source, trigger) => {
    expect(triggerOf(source)).toBe(trigger);
  });

  it.each([
    ['an unclosed group', 'a (b', /is no pattern/],
    ['a look-ahead, which is not linear', 'token (?=x)', /is no pattern/],
    ['nothing to start from', '\\d{3}|[a-z]+', /no whole word/],
  ])('is refused for %s', (_, source, problem) => {
    expect(patternProblem(source)).toMatch(problem);
  });

  it('says which words it covers', () => {
    const reading = read(redact('oh: File /etc/key.json was not found. why').text);
    const match = createPattern('File \\S+ was not found')(reading, 1);
    expect(reading.words.slice(match?.first, (match?.last ?? 0) + 1).map(word => word.text)).toEqual([
      'file',
      'etc',
      'key',
      'json',
      'was',
      'not',
      'found',
    ]);
  });

  it('cannot be made to hang', () => {
    const evil = read(redact(`aaa token ${'a'.repeat(50_000)}!`).text);
    expect(createPattern('token (a+)+!')(evil, 1)).toBeUndefined();
  });
});
