import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseEntry, showProblem } from '../../src/knowledge/parse.ts';

const GOOD = readFileSync(join(import.meta.dirname, '../../knowledge/aws/sso-session-expired.yaml'), 'utf8');
const FILE = 'aws/sso-session-expired.yaml';

const problems = (text: string, file = FILE): string[] => {
  const parsed = parseEntry(file, text);
  return parsed.kind === 'problems' ? parsed.problems.map(problem => showProblem(problem)) : [];
};
const lineOf = (part: string): number => GOOD.slice(0, GOOD.indexOf(part)).split('\n').length;

describe('an entry', () => {
  it('parses as it ships', () => {
    expect(problems(GOOD)).toEqual([]);
  });

  it('that is no YAML is refused with its line', () => {
    expect(problems('id: aws/x\ntitle: a: b\n')[0]).toMatch(/^knowledge\/aws\/sso-session-expired\.yaml:2 is not YAML/);
  });

  it('reports everything that is wrong at once, each with file, line, path and remedy', () => {
    const broken = GOOD.replace('code: UnauthorizedSSOTokenError', 'kode: UnauthorizedSSOTokenError')
      .replace('expect: An ARN with AWSReservedSSO_ in it and your user name at its end.', 'expect:')
      .replace('reviewed: 2026-11-23', 'reviewed: yesterday');
    const found = problems(broken);
    expect(found).toHaveLength(3);
    expect(found[0]).toBe(
      `knowledge/${FILE}:${lineOf('- code: UnauthorizedSSOTokenError')} signatures[0]: must hold one of code, text, pattern; with and proves are all it may have besides.`,
    );
    expect(found[1]).toContain('causes[0].steps[1].expect: is missing. Add it.');
    expect(found[2]).toMatch(/reviewed: is no date\. Write YYYY-MM-DD/);
  });

  it.each([
    [
      'a key that is not of the form',
      GOOD.replace('provider: aws', 'provider: aws\nowner: me'),
      /owner: is not a key of the form/,
    ],
    [
      'a step too long for a checkbox',
      GOOD.replace('do: Ask AWS who you are now.', `do: ${'Ask AWS who you are now. '.repeat(4)}`),
      /steps\[1\]\.do: is too long: 68/,
    ],
    [
      'a source that is not https',
      GOOD.replace('- https://docs.aws.amazon.com/singlesignon', '- http://docs.aws.amazon.com/singlesignon'),
      /sources\[1\]: is no https address/,
    ],
    [
      'keys out of order',
      GOOD.replace(/^title:.*\n/m, '').replace('provider: aws', 'title: Late\nprovider: aws'),
      /stands out of order/,
    ],
    [
      'a provider that the id does not name',
      GOOD.replace('provider: aws', 'provider: azure'),
      /provider: is not the first part of the id/,
    ],
  ])('with %s is refused', (_, text, message) => {
    expect(problems(text).join('\n')).toMatch(message);
  });

  it('must stand where its id says', () => {
    expect(problems(GOOD, 'aws/other.yaml')[0]).toContain('Move the file to aws/sso-session-expired.yaml');
  });
});
