import { describe, expect, it } from 'vitest';
import { act, hear, show, thread, USUAL } from './listening.ts';

describe('the typed form of every button', () => {
  it.each([
    ['done 2', 'step-done 2'],
    ['undo 2', 'step-undone 2'],
    ['show steps', 'show-steps'],
    ['help 3', 'step-help 3'],
    ['solved', 'solved'],
    ['it works now', 'solved'],
    ['still stuck', 'not-solved'],
    ['not my problem', 'other-fix'],
    ['ask a person', 'escalate'],
  ])('understands %s', (text, want) => {
    expect(hear(text)).toBe(want);
    expect(hear(text.toUpperCase())).toBe(want);
  });
});

describe('errors in a thread', () => {
  const denied =
    'An error occurred (AccessDenied) when calling the CreateUser operation: User: arn:aws:iam::123456789012:user/jo is not authorized to perform: iam:CreateUser';
  const expired =
    'An error occurred (ExpiredToken) when calling the ListBuckets operation: The provided token has expired.';

  it('takes another error for a new one', () => expect(hear(denied)).toBe('new-error aws/access-denied'));
  it('takes the same error for not solved', () => expect(hear(expired)).toBe('not-solved'));
  it('believes that it is solved although the error is quoted', () =>
    expect(hear('ExpiredToken is gone, it works now')).toBe('solved'));
  it('takes no error for one that somebody else pastes', () => expect(hear(denied, 'other')).toBe('none'));
  it('takes no talk about errors for one', () =>
    expect(hear('we had an access problem in march as well')).toBe('none'));
  it('takes a code of the thread’s own entry with “again” for not solved', () => {
    expect(hear('20003 again', 'asker', 'twilio/authentication-error')).toBe('not-solved');
    expect(hear('20003 again')).toBe('none');
  });
});

describe('who speaks, and to whom', () => {
  it.each([
    '@maria did that happen to you as well?',
    'hey jonas, how long does the token live?',
    '<@U024BE7LH> how long does the token live?',
    'bettina, can you look at this please?',
    'can you have a look, giulia?',
  ])('leaves alone what is meant for somebody: %s', text => expect(hear(text)).toBe('none'));

  it.each([
    'hey all, is there an admin who can help?',
    'hi everybody, can somebody from platform look?',
    '<!here> is an admin around?',
  ])('hears a call to nobody in particular: %s', text => expect(hear(text)).toBe('escalate'));

  it('hears that it works although somebody is thanked by name', () =>
    expect(hear('@maria that fixed it, thanks')).toBe('solved'));

  it('takes the only mention for ours when we are addressed', () => {
    const question = '<@U024BE7LH> how long do the tokens live?';
    expect(show(act(question, { addressed: true }))).toBe('faq');
  });

  it('takes a helper’s question for one to the asker', () =>
    expect(hear('is the token set in the environment?', 'helper')).toBe('none'));
});

describe('providers', () => {
  const about = 'general/invalid-credentials';
  it.each([
    ["no, it's azure", 'provider azure'],
    ['the cluster is on aks', 'provider azure'],
    ['it is eks', 'provider aws'],
    ['gke, not eks', 'provider gcp'],
    ['this is about entra', 'provider azure'],
    ["it's not aws, it's gcp", 'provider gcp'],
    ['GitHub', 'provider github'],
  ])('hears which it is: %s', (text, want) => expect(hear(text, 'asker', about)).toBe(want));

  it.each(['we moved off azure last year', 'aws is slow today', 'is github down?'])('hears none in %s', text =>
    expect(hear(text, 'other', about)).toBe('none'),
  );

  it('hears nothing new in the provider that the thread is about', () => expect(hear('yes, aws')).toBe('none'));
});

describe('steps without a number', () => {
  const ada = { id: 'asker', name: 'Ada' };
  const ticks = [
    { step: 'see-source', by: ada, at: 1 },
    { step: 'clear-variables', by: ada, at: 2 },
    { step: 'who-am-i', by: ada, at: 2 },
  ];

  it('takes back what was ticked last', () => {
    expect(show(act('undo that', { thread: thread(USUAL, { ticks }) }))).toBe('step-undone 2 6');
    expect(show(act('undo that', { thread: thread(USUAL, { ticks: ticks.slice(0, 1) }) }))).toBe('step-undone 1');
  });

  it('takes nothing back where nothing was ticked', () => expect(show(act('undo that'))).not.toContain('step-undone'));

  it('ticks the step at hand when we are told “done”', () => {
    expect(show(act('done', { addressed: true }))).toBe('step-done 1');
    expect(show(act('done'))).toBe('none');
  });
});

describe('what is hardly a message', () => {
  it.each(['', '   ', '.', '???', '🙂', '@', '1', '-', 'a'.repeat(5_000), '?'.repeat(5_000), '1 '.repeat(3_000)])(
    'keeps calm at %#',
    text => expect(() => hear(text)).not.toThrow(),
  );
});

describe('a thread that has no entry yet', () => {
  it('hears no steps, but questions and people', () => {
    const offered = thread(undefined, { candidates: [USUAL, 'aws/access-denied'] });
    expect(show(act('did 1', { thread: offered }))).toBe('none');
    expect(show(act('is there an admin who can help?', { thread: offered }))).toBe('escalate');
    expect(show(act('can I make the session longer?', { thread: offered }))).toBe('faq');
  });
});
