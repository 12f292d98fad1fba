import { describe, expect, it } from 'vitest';
import { needsOf } from '../../../src/matching/signals/needs.ts';
import { createPattern, patternProblem } from '../../../src/matching/signals/patterns.ts';
import { readPlainly, writtenIn } from '../reading/read-plainly.ts';

/** Whether a pattern matches a text when it is called from any word of it. */
function finds(source: string, text: string): boolean {
  const reading = readPlainly(text);
  const { run } = createPattern(source);
  return writtenIn(reading).some((_, at) => run(reading, at) !== undefined);
}

describe('a pattern', () => {
  it.each([
    ['File \\S+ was not found', 'was not found'],
    ["Access denied for user '[^']*'@'[^']*'", 'access denied for user'],
    ['profile `?"?[\\w.@-]+"?`? was not (found|defined)', 'profile'],
    ['does not have (secrets|keys) \\w+ permission on key vault', 'permission on key vault'],
    ['run:?\\s+[\'"`]?az login', 'run az login'],
    ['"reason": ?"Unauthorized", ?"code": ?401', 'reason unauthorized code 401'],
    ['error_description\\W{1,8}Bad Request', 'error description bad request'],
    ['(cluster)?role\\.rbac\\.io', 'rbac io'],
    ['tokens? expired', 'expired'],
  ])('%s runs only where the longest run of its words stands', (source, trigger) => {
    expect(needsOf(source).trigger.join(' ')).toBe(trigger);
  });

  it.each([
    ['File \\S+ was not found', ['file', 'was', 'not', 'found']],
    ['the \\b(API|command line)\\b.{0,60}\\bportal', ['the', '\\b(?:api|command)\\b', 'portal']],
    ['(works|runs) on my laptop', ['(?:works|runs)\\b', 'on', 'my', 'laptop']],
    ["it can't (read|find) '\\S+' anywhere", ['\\b(?:read|find)\\b', 'anywhere']],
    ['(was )?denied access', ['access']],
  ])('%s runs only where its words stand in their order', (source, words) => {
    expect(needsOf(source).words).toEqual(words);
  });

  it.each([
    ['File \\S+ was not found', [['file'], ['was'], ['not'], ['found']]],
    ['tokens? expired', [['expired']]],
    ['the \\b(API|command line)\\b.{0,60}\\bportal', [['the'], ['api', 'command'], ['portal']]],
    ["for user '[^']*'", []],
  ])('%s needs words of their own where they cannot be parts of longer ones', (source, whole) => {
    expect(needsOf(source).whole).toEqual(whole);
  });

  it.each([
    ['a word of each choice stands', '\\b(api|cli)\\b.{0,60}\\bportal\\b', 'the cli fails, the portal works', true],
    ['no word of a choice stands', '\\b(api|cli)\\b.{0,60}\\bportal\\b', 'only the portal works', false],
    [
      'the match runs over a line break it asks for',
      'ApiException: \\(401\\)\\s+Reason',
      'ApiException: (401)\nReason',
      true,
    ],
    ['its line is wrapped', 'does not have [a-z]+\\.[a-z]+ access', 'eva does not have\nobjects.get access', true],
    [
      'the words stand lines apart',
      'service account .{0,90}deleted',
      'service account\nok\nfine\nwas it deleted',
      false,
    ],
    [
      'a choice that may be missing is missing',
      'invalid bearer token,? ?(token|square)',
      'invalid bearer token, square',
      true,
    ],
  ])('is right where %s', (_, source, text, expected) => {
    expect(finds(source, text)).toBe(expected);
  });

  it.each([
    ['an unclosed group', 'a (b', /is no pattern/],
    ['a look-ahead, which is not linear', 'token (?=x)', /is no pattern/],
    ['nothing to start from', '\\d{3}|[a-z]+', /no whole word/],
  ])('is refused for %s', (_, source, problem) => {
    expect(patternProblem(source)).toMatch(problem);
  });

  it('says which words it covers', () => {
    const reading = readPlainly('oh: File /etc/key.json was not found. why');
    const match = createPattern('File \\S+ was not found').run(reading, 1);
    expect(writtenIn(reading).slice(match?.first, (match?.last ?? 0) + 1)).toEqual([
      'File',
      'etc',
      'key',
      'json',
      'was',
      'not',
      'found',
    ]);
  });

  it('cannot be made to hang', () => {
    const evil = readPlainly(`aaa token ${'a'.repeat(50_000)}!`);
    expect(createPattern('token (a+)+!').run(evil, 1)).toBeUndefined();
  });
});
