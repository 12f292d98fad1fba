import { describe, expect, it } from 'vitest';
import { createFaqFinder } from '../../../../src/conversation/follow-ups/faq/faq.ts';
import { wordsOf } from '../../../../src/matching/reading/cut.ts';
import { knowledge } from '../listening.ts';

const find = createFaqFinder(knowledge.entries, knowledge.synonyms);
const ask = (question: string, about: string, isSure = true): string | undefined =>
  find(wordsOf(question), [about], isSure)?.ask;

describe('which question somebody asks', () => {
  it.each([
    ['aws/expired-token', 'how long do these tokens live?', 'How long do temporary credentials last?'],
    ['aws/expired-token', 'can we make the session any longer', 'Can I make the session longer?'],
    ['azure/client-secret-expired', 'who may renew this secret', 'Who may renew it?'],
    ['azure/client-secret-expired', 'will there be downtime when we rotate', 'Is there downtime when I rotate?'],
    ['kubernetes/rbac-forbidden', 'do i need a role or a clusterrole', 'Role or ClusterRole?'],
    ['docker/rate-limited', 'when can we pull again', 'When can I pull again?'],
    ['npm/unauthorized', 'where is the token kept', 'Where does npm keep my token?'],
  ])('%s: %s', (about, question, want) => expect(ask(question, about)).toBe(want));

  it('looks in the general entry where the thread’s own has nothing', () =>
    expect(ask('what is the difference between 401 and 403', 'aws/sso-session-expired')).toBe(
      'What is the difference between 401 and 403?',
    ));

  it.each(['what is for lunch', 'who won the match yesterday', 'where do we meet'])('has no answer to %s', question =>
    expect(ask(question, 'aws/expired-token', false)).toBeUndefined(),
  );

  it('finds most questions in words that it was not given', () => {
    const fewer = knowledge.entries.map(entry => ({
      ...entry,
      faq: entry.faq.map(faq => ({ ...faq, also: faq.also?.slice(1) })),
    }));
    const findWithout = createFaqFinder(fewer, knowledge.synonyms);
    const asked = knowledge.entries.flatMap(entry =>
      entry.faq.flatMap(({ ask, also = [] }) => also.slice(0, 1).map(question => ({ entry: entry.id, ask, question }))),
    );
    const right = asked.filter(({ entry, ask, question }) => {
      const found = findWithout(wordsOf(question), [entry], true);
      return found?.entry === entry && found.ask === ask;
    });
    // Those words were written to be different; 0.57 was measured when this was written.
    expect(right.length / asked.length).toBeGreaterThan(0.52);
  });
});
