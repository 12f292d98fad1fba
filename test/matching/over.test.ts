// An error that is told as over gets no answer; one that goes on does, however much good news stands beside it.
import { expect, it } from 'vitest';
import { decide, THRESHOLDS } from '../../src/matching/decide.ts';
import { createMatcher } from '../../src/matching/matcher.ts';
import { redact } from '../../src/redaction/redact.ts';
import { loadKnowledge } from '../../src/service/knowledge/load.ts';

const matcher = createMatcher(await loadKnowledge());
const decision = (text: string) => decide(matcher.match(redact(text).text), THRESHOLDS.unaddressed);

it.each([
  'update: ExpiredTokenException is gone now, it was my old shell. thanks all',
  'problem solved, AADSTS700016 was a typo in the app id',
  'Permission denied (publickey) went away after ssh-add, closing the ticket',
  'for the record: the E401 of npm was simply an expired token, works now',
  'hat sich erledigt, invalid_grant kam vom alten Refresh Token, läuft wieder',
  'false alarm, SignatureDoesNotMatch was in the copy of the key, all good now',
])('“%s” is over', text => {
  expect(decision(text)).toMatchObject({ kind: 'silent' });
});

it.each([
  ['fixed the profile, but aws sts still says InvalidClientTokenId', 'aws/unrecognized-access-key'],
  [
    'docker works now, npm publish says E401 Unable to authenticate, your token seems to be invalid',
    'npm/unauthorized',
  ],
  [
    'everything worked until the weekend, since then AADSTS7000222: The provided client secret keys are expired',
    'azure/client-secret-expired',
  ],
  [
    'it was working this morning, now kubectl: error: You must be logged in to the server (Unauthorized)',
    'kubernetes/unauthorized',
  ],
  [
    'thanks, that fixed the first one. next: remote: Support for password authentication was removed on August 13, 2021.',
    'github/password-auth-removed',
  ],
  [
    'is it only me? x509: certificate signed by unknown authority since the proxy change',
    'kubernetes/unknown-authority',
  ],
])('“%s” goes on', (text, entry) => {
  expect(decision(text)).toMatchObject({ kind: 'answer', match: { entry } });
});
