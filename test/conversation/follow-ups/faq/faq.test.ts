import { describe, expect, it } from 'vitest';
import { createFaqFinder, type FaqFound } from '../../../../src/conversation/follow-ups/faq/faq.ts';
import { phrasesOf } from '../../../../src/conversation/follow-ups/language.ts';
import type { Entry } from '../../../../src/knowledge/entry.ts';
import { wordsOf } from '../../../../src/matching/reading/cut.ts';
import { knowledge } from '../listening.ts';

const finderOf = (entries: readonly Entry[]) =>
  createFaqFinder({ ...knowledge, entries, phrases: phrasesOf(knowledge.followUps) });

const find = finderOf(knowledge.entries);
const ask = (question: string, about: string): FaqFound | undefined => find(wordsOf(question), [about])[0];

/** What is answered where it is surely a question to us. */
const LIKELY = 0.35;

describe('which question somebody asks', () => {
  it.each([
    ['aws/expired-token', 'how long do these tokens live?', 'How long do temporary credentials last?'],
    ['aws/expired-token', 'can we make the session any longer', 'Can I make the session longer?'],
    ['azure/client-secret-expired', 'who may renew this secret', 'Who may renew it?'],
    ['azure/client-secret-expired', 'will there be downtime when we rotate', 'Is there downtime when I rotate?'],
    ['kubernetes/rbac-forbidden', 'do i need a role or a clusterrole', 'Role or ClusterRole?'],
    ['docker/rate-limited', 'when can we pull again', 'When can I pull again?'],
    ['terraform/aws-credentials', 'where do the credentials come from?', 'In which order does Terraform look?'],
    ['npm/unauthorized', 'where is the token kept', 'Where does npm keep my token?'],
    ['gcp/impersonation-denied', 'tokenCreator or serviceAccountUser?', 'Token Creator or Service Account User?'],
    [
      'aws/sso-session-expired',
      'what is the difference between 401 and 403',
      'What is the difference between 401 and 403?',
    ],
  ])('%s: %s', (about, question, want) => {
    const found = ask(question, about);
    expect(found?.ask).toBe(want);
    expect(found?.confidence).toBeGreaterThan(LIKELY);
  });

  it.each([
    ['terraform/aws-credentials', 'is it normal that the plan takes ten minutes?'],
    ['aws/expired-token', 'what is for lunch'],
    ['aws/expired-token', 'who won the match yesterday'],
    ['aws/ecr-login', 'what does ecr charge per gigabyte?'],
    ['azure/key-vault-forbidden', 'how do i recover a soft-deleted vault?'],
    ['github/bad-credentials', 'how do i invite a contractor to the org?'],
  ])('%s has no answer to %s', (about, question) => expect(ask(question, about)?.confidence ?? 0).toBeLessThan(LIKELY));

  it('offers nothing with more confidence than there is', () => {
    const found = find(wordsOf('how long does the token last and who may renew it'), ['aws/expired-token']);
    expect(found.reduce((sum, { confidence }) => sum + confidence, 0)).toBeLessThanOrEqual(1);
  });
});

/** The first of the other wordings of every third question, asked when it stands nowhere. Those were written to be different. */
describe('a question in words that were not given', () => {
  const picked = knowledge.entries.flatMap(({ id, faq }) =>
    faq.flatMap(({ ask, also: [question] = [] }, i) => (isPicked(i) && question ? [{ entry: id, ask, question }] : [])),
  );
  const hear = (entries: readonly Entry[]) => {
    const findIn = finderOf(entries);
    return picked.map(({ entry, ask, question }) => {
      const [best] = findIn(wordsOf(question), [entry]);
      const isOwn = best?.entry === entry;
      return { right: isOwn && best.ask === ask, isOwn, confidence: best?.confidence ?? 0 };
    });
  };
  const known = hear(withFaq(faq => faq.map(one => ({ ...one, also: one.also?.slice(1) }))));
  /** Neither does the question itself: whatever its entry answers is wrong. Another may answer the very same. */
  const unknown = hear(withFaq(faq => faq.filter((_, i) => !isPicked(i))));
  const shareOf = (part: typeof known): number => part.filter(({ right }) => right).length / part.length;

  it('is found most of the time', () => expect(shareOf(known)).toBeGreaterThan(0.6));

  it.each([
    [0.1, 0.3],
    [0.3, 0.6],
    [0.6, 1],
  ])('is the one that is found as often as the confidence from %d to %d says', (from, to) => {
    const band = [...known, ...unknown].filter(
      ({ isOwn, confidence }) => isOwn && confidence >= from && confidence < to,
    );
    const mean = band.reduce((sum, { confidence }) => sum + confidence, 0) / band.length;
    expect(Math.abs(shareOf(band) - mean)).toBeLessThan(0.15);
  });
});

function isPicked(i: number): boolean {
  return i % 3 === 0;
}

function withFaq(change: (faq: Entry['faq']) => Entry['faq']): Entry[] {
  return knowledge.entries.map(entry => ({ ...entry, faq: change(entry.faq) }));
}
