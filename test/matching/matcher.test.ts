import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide, THRESHOLDS } from '../../src/matching/decide.ts';
import { createMatcher } from '../../src/matching/matcher.ts';
import { redact } from '../../src/redaction/redact.ts';
import { loadKnowledge } from '../../src/service/knowledge/load.ts';

const matcher = createMatcher(await loadKnowledge());
const match = (text: string) => matcher.match(redact(text).text);
const decision = (text: string, addressed = false) =>
  decide(match(text), addressed ? THRESHOLDS.addressed : THRESHOLDS.unaddressed);

describe('the matcher', () => {
  it.each([
    [
      'a code of the CLI',
      'An error occurred (ExpiredToken) when calling the ListBuckets operation: The provided token has expired.',
      'aws/expired-token',
    ],
    [
      'an Azure code in a wrapped log',
      '2024-05-01 10:00:00 ERROR azure.identity AADSTS7000215: Invalid client secret provided. Trace ID: x',
      'azure/invalid-client-secret',
    ],
    [
      'a text of several lines',
      'Permission denied (publickey).\nfatal: Could not read from remote repository.',
      'git/ssh-publickey',
    ],
    [
      'the specific before the general',
      'User: arn:aws:iam::111122223333:user/b is not authorized to perform: iam:PassRole on resource: arn:aws:iam::111122223333:role/r',
      'aws/pass-role-denied',
    ],
    [
      'a cloud’s cluster before the plain one',
      'E0101 eks.amazonaws.com error: You must be logged in to the server (Unauthorized), aws eks get-token',
      'aws/eks-unauthorized',
    ],
    [
      'the plain cluster where no cloud is to be seen',
      'error: You must be logged in to the server (Unauthorized)',
      'kubernetes/unauthorized',
    ],
  ])('answers %s', (_, text, entry) => {
    expect(decision(text)).toMatchObject({ kind: 'answer', match: { entry } });
  });

  it.each([
    ['chatter', 'lunch at 12?'],
    ['an announcement about credentials', 'from monday on MFA is required for the vpn, please enrol your phone'],
    ['another error', 'npm ERR! code ERESOLVE\nnpm ERR! ERESOLVE unable to resolve dependency tree'],
    ['success', '$ docker login registry.example.com\nLogin Succeeded'],
    ['a solved problem', 'all clear: the login problem of this morning is fixed, it was a feature flag'],
  ])('stays silent on %s', (_, text) => {
    expect(decision(text).kind).toBe('silent');
  });

  it('says why: every candidate has its evidence, quoted from the text, and no confidence is bare', () => {
    const candidates = match(
      'fatal error: An error occurred (ExpiredToken) when calling the ListBuckets operation: The provided token has expired.',
    );
    expect(candidates[0]?.evidence).toEqual(
      expect.arrayContaining([expect.objectContaining({ signature: 'ExpiredToken', quote: 'ExpiredToken' })]),
    );
    for (const candidate of candidates) {
      expect(candidate.evidence.length).toBeGreaterThan(0);
      expect(candidate.confidence).toBeGreaterThanOrEqual(0);
      expect(candidate.confidence).toBeLessThanOrEqual(1);
    }
  });

  it('quotes words as they were written, not their stems', () => {
    const [best] = match('since this morning my AWS CLI says my sso session is expired, any idea?');
    const terms = best?.evidence.find(one => one.terms)?.terms ?? [];
    expect(terms).toEqual(expect.arrayContaining(['sso', 'session', 'morning', 'AWS']));
  });

  it('names a word once, though its parts speak too', () => {
    const [best] = match('what is an InvalidClientTokenId? my key has it');
    const terms = best?.evidence.find(one => one.terms)?.terms ?? [];
    expect(terms).toContain('InvalidClientTokenId');
    expect(new Set(terms).size).toBe(terms.length);
  });

  it('gives the same answer to the same message, for the same reasons', () => {
    const told = () =>
      match('aws s3 ls says my token is expired since lunch').map(({ evidence, ...match }) => ({ ...match, evidence }));
    expect(told()).toEqual(told());
    expect(told()[0]?.evidence.length).toBeGreaterThan(0);
  });

  it('survives whatever people paste', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), text => {
        expect(Array.isArray(match(text))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['words of every entry', 'the token for user is expired and access denied 401 '],
    ['one endless word', 'expiredtokenexception'],
    ['what begins like a pattern', 'bob@host: Permission denied for '],
    ['what begins like a text', 'is not authorized to perform is not authorized to '],
    ['lines', 'Unable to locate\n'],
    ['markup', '<https://a|b> &lt;code&gt; \\n '],
    ['capitals', 'AmazonS3ExceptionAccessDenied'],
  ])('takes about twice the time for twice the text: a megabyte of %s is no trouble', (_, part) => {
    const time = (length: number): number => {
      const redacted = redact(part.repeat(Math.ceil(length / part.length))).text;
      const start = performance.now();
      matcher.match(redacted);
      return performance.now() - start;
    };
    time(100_000);
    const [half, whole] = [time(500_000), time(1_000_000)];
    expect(whole).toBeLessThan(half * 6 + 100);
  });
});
