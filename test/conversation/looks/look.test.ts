// What a button shows on a page of its own, and what that leaves in the thread.
import { describe, expect, it } from 'vitest';
import type { ButtonName } from '../../../src/conversation/chat-event.ts';
import { isLook, look } from '../../../src/conversation/looks/look.ts';
import type { Page } from '../../../src/conversation/looks/page.ts';
import { respond } from '../../../src/conversation/respond/respond.ts';
import type { Thread } from '../../../src/conversation/thread.ts';
import { context, NINE, pasted, pressed, textOf } from '../brain.ts';

const ENTRY = 'aws/expired-token';
const ERROR =
  'An error occurred (ExpiredToken) when calling the ListBuckets operation: The provided token has expired.';
const { thread } = respond(pasted(ERROR), undefined, context);
type Scene = { readonly thread: Thread | undefined };
const show = (button: ButtonName, value = ENTRY, of: Scene = { thread }): Page | undefined =>
  look(pressed(button, value), of.thread, context);
const NOWHERE: Scene = { thread: undefined };
const words = (page: Page | undefined): string => JSON.stringify(page?.blocks);
const entry = context.entries.get(ENTRY);

describe('a look', () => {
  it('at why this answer gives the evidence, and every step in full with its number', () => {
    const page = show('details');
    expect(words(page)).toContain('How sure: 99%');
    expect(words(page)).toContain('"code","text":"ExpiredToken"');
    for (const step of entry?.causes.flatMap(cause => cause.steps) ?? []) expect(words(page)).toContain(step.do);
    expect(words(page)).not.toContain('"buttons"');
  });

  it('at an entry that the thread is not about gives no evidence of another', () => {
    expect(words(show('details', 'aws/no-credentials'))).not.toContain('How sure');
    expect(words(show('details', ENTRY, NOWHERE))).not.toContain('How sure');
  });

  it('at advanced fixes offers to add them to the list, once, and only where there is one', () => {
    expect(show('advanced')?.submit).toMatchObject({ button: 'advanced', value: ENTRY });
    expect(show('advanced', ENTRY, { thread: thread && { ...thread, advanced: true } })).not.toHaveProperty('submit');
    expect(show('advanced', ENTRY, NOWHERE)).not.toHaveProperty('submit');
    const without = [...context.entries.values()].find(one => !one.advanced)?.id ?? '';
    expect(show('advanced', without)).toBeUndefined();
  });

  it('at questions lists all of them, and the answer of the one that was chosen', () => {
    expect(show('questions')?.blocks.filter(({ kind }) => kind === 'row')).toHaveLength(entry?.faq.length ?? 0);
    const page = show('ask-question', `${ENTRY}:1`);
    expect(page?.blocks.filter(({ kind }) => kind === 'row')).toHaveLength((entry?.faq.length ?? 0) - 1);
    expect(words(page)).toContain(entry?.faq[1]?.answer.split('`')[0]);
  });

  it('at related problems lets one be chosen in the thread, or shared where there is none', () => {
    expect(words(show('related'))).toContain('"choose-entry"');
    expect(words(show('related', ENTRY, NOWHERE))).toContain('"share"');
  });

  it('at what is no longer known shows nothing', () => {
    expect(show('details', 'aws/was-removed')).toBeUndefined();
    expect(show('ask-question', 'aws/was-removed:0')).toBeUndefined();
  });

  it('is only what changes nothing', () => {
    const looks: readonly ButtonName[] = ['advanced', 'details', 'questions', 'related'];
    expect(looks.every(isLook)).toBe(true);
    expect(isLook('solved')).toBe(false);
    expect(isLook('choose-entry')).toBe(false);
    expect(isLook('ask-question')).toBe(false);
  });
});

describe('what was shown on a page', () => {
  const turnOf = (button: ButtonName, value: string) =>
    respond({ ...pressed(button, value), shown: true }, thread, context);

  it('is not said again, and counts', () => {
    expect(turnOf('details', ENTRY)).toEqual({ replies: [], counted: ['pressed details'] });
  });

  it('is a question asked, when it was one', () => {
    const turn = turnOf('ask-question', `${ENTRY}:1`);
    expect(turn.replies).toEqual([]);
    expect(turn.thread?.heard.at(-1)).toEqual({ act: 'faq', by: 'ada', at: NINE });
  });

  it('is answered in the thread, and heard, when it could not be shown', () => {
    const turn = respond(pressed('ask-question', `${ENTRY}:1`), thread, context);
    expect(turn.replies).toHaveLength(1);
    expect(turn.thread?.heard.at(-1)?.act).toBe('faq');
  });

  it('says whose answer it is where it is of another problem', () => {
    const textFor = (entry: string) =>
      textOf(respond(pressed('ask-question', `${entry}:0`), thread, context).replies[0]);
    expect(textFor(ENTRY)).not.toContain('This is about');
    expect(textFor('git/ssh-publickey')).toContain(
      `This is about “${context.entries.get('git/ssh-publickey')?.title}”`,
    );
  });
});
