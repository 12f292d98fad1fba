// Each kind of sign by which a problem is recognised, in the dresses in which it comes.
import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../../src/matching/match.ts';
import { createMatcher } from '../../../src/matching/matcher.ts';
import { isPair } from '../../../src/matching/words/pairs.ts';
import { redact } from '../../../src/redaction/redact.ts';
import { loadKnowledge } from '../../../src/service/knowledge/load.ts';

const matcher = createMatcher(await loadKnowledge());
const evidenceFor = (entry: string, text: string): readonly Evidence[] =>
  matcher.match(redact(text).text).find(one => one.entry === entry)?.evidence ?? [];
const signaturesFor = (entry: string, text: string): string[] =>
  evidenceFor(entry, text).flatMap(({ signature }) => signature ?? []);

describe('an error code', () => {
  it.each([
    [
      'as the CLI prints it',
      'aws/expired-token',
      'An error occurred (ExpiredToken) when calling ListBuckets',
      'ExpiredToken',
    ],
    ['as an exception', 'aws/expired-token', 'ExpiredTokenException: The security token is expired', 'ExpiredToken'],
    ['in a class path', 'aws/expired-token', 'software.amazon.awssdk.ExpiredTokenException', 'ExpiredToken'],
    ['in XML', 'aws/signature-mismatch', '<Error><Code>SignatureDoesNotMatch</Code></Error>', 'SignatureDoesNotMatch'],
    ['in snake case', 'aws/expired-token', 'code: expired_token from sts, aws cli', 'ExpiredToken'],
    ['in escaped JSON', 'oauth/invalid-grant', '{\\"error\\":\\"invalid_grant\\"}', 'invalid_grant'],
    ['with a number', 'azure/invalid-client-secret', 'AADSTS7000215: Invalid client secret', 'AADSTS7000215'],
    ['of npm', 'npm/unauthorized', 'npm ERR! code E401\\nnpm ERR! Unable to authenticate', 'E401'],
    [
      'of a database',
      'postgres/password-failed',
      'SQLSTATE 28P01 password authentication failed for user "app"',
      '28P01',
    ],
  ])('is recognised %s', (_, entry, text, signature) => {
    expect(signaturesFor(entry, text)).toContain(signature);
  });

  it.each([
    [
      'its words stand in a sentence',
      'oauth/invalid-grant',
      'they gave us an invalid grant of rights',
      'invalid_grant',
    ],
    [
      'it is the beginning of a longer word',
      'aws/expired-token',
      'class ExpiredTokensList extends List',
      'ExpiredToken',
    ],
    ['it is part of a longer number', 'azure/invalid-client-secret', 'order AADSTS70002159 shipped', 'AADSTS7000215'],
  ])('is not, where %s', (_, entry, text, signature) => {
    expect(signaturesFor(entry, text)).not.toContain(signature);
  });
});

describe('a fixed text', () => {
  it.each([
    ['over a line break', 'Unable to locate\\n   credentials. You can configure'],
    ['in other capitals and quotes', '"UNABLE TO LOCATE CREDENTIALS"'],
    ['with a mistyped word', 'unable to locate crednetials'],
    ['behind time stamps', '2026-11-23T10:00:00Z Unable to locate\\n2026-11-23T10:00:00Z credentials'],
  ])('is recognised %s', (_, text) => {
    expect(signaturesFor('aws/no-credentials', text.replaceAll('\\n', '\n'))).toContain('Unable to locate credentials');
  });

  it('is quoted as it stands in the message', () => {
    const [first] = evidenceFor('aws/no-credentials', 'oh: Unable  to locate\ncredentials!');
    expect(first?.quote).toBe('Unable to locate credentials');
  });
});

describe('a pattern', () => {
  it('is recognised by what it leaves open', () => {
    expect(
      evidenceFor('aws/profile-not-found', 'The config profile (team-prod) could not be found').length,
    ).toBeGreaterThan(0);
    expect(
      signaturesFor(
        'ldap/invalid-credentials',
        'LDAP: error code 49 - 80090308: AcceptSecurityContext error, data 52e, v2580',
      ).length,
    ).toBeGreaterThan(0);
  });

  it('is recognised where a word of it is a possessive', () => {
    const text = "terraform's credentials are rejected but I can sign in to the console with the same account";
    expect(matcher.match(redact(text).text)[0]?.entry).toBe('general/works-in-console-not-in-api');
  });

  it('is not recognised where a word of it is another', () => {
    const text = 'the import failed: data 17 rows, file ldap.csv';
    expect(signaturesFor('ldap/invalid-credentials', text).filter(name => name.includes('52e'))).toEqual([]);
  });
});

describe('provider and tool', () => {
  const refused = 'fatal: Authentication failed for';
  it.each([
    ['github/password-auth-removed', `${refused} 'https://github.com/team/app.git/'`, 'bitbucket/app-password'],
    ['bitbucket/app-password', `${refused} 'https://bitbucket.org/team/app.git/'`, 'github/password-auth-removed'],
  ])('decide between neighbours: %s', (entry, text, other) => {
    const ranked = matcher.match(redact(text).text).map(one => one.entry);
    expect(ranked).toContain(entry);
    const at = (id: string): number => (ranked.includes(id) ? ranked.indexOf(id) : ranked.length);
    expect(at(entry)).toBeLessThan(at(other));
  });

  it('weigh, but filter nothing: a sign of one cloud does not hide the error of another', () => {
    const text = 'running on an EC2 instance in AWS: AADSTS7000215: Invalid client secret provided.';
    expect(matcher.match(redact(text).text)[0]?.entry).toBe('azure/invalid-client-secret');
  });
});

describe('words', () => {
  it.each([
    ['another form of them', 'my mfa codes get rejected by aws on the command line', 'aws/mfa-required'],
    ['short forms', 'aws says my temp creds are expired', 'aws/expired-token'],
    ['mistyped ones', 'the aws cli says the secuirty token is expird', 'aws/expired-token'],
  ])('are understood in %s', (_, text, entry) => {
    const ranked = matcher.match(redact(text).text).map(one => one.entry);
    expect(ranked.slice(0, 3)).toContain(entry);
  });

  it('are named in the evidence', () => {
    const words = evidenceFor('aws/mfa-required', 'aws rejects the mfa code of my phone').find(({ terms }) => terms);
    expect(words?.terms).toContain('mfa');
  });

  it.each([
    ['as right as they are', 'the sample handler has stats', ['the', 'sampl', 'handler', 'has', 'stat']],
    ['as they were meant', 'secuirty crednetials', ['secur', 'credenti']],
    ['as nothing where they are ids', 'ticket 7000251', ['ticket']],
  ])('are read %s: %s', (_, text, expected) => {
    expect([...matcher.names(redact(text).text)].filter(name => !isPair(name))).toEqual(expected);
  });
});
