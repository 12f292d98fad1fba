// Every button has a typed form; near-misses are left to the understanding of follow-ups.
import { describe, expect, it } from 'vitest';
import { BUTTON_NAMES } from '../../src/conversation/chat-event.ts';
import { TEXTS } from '../../src/conversation/texts.ts';
import { readTyped } from '../../src/conversation/typed.ts';

const READ: readonly (readonly [string, unknown])[] = [
  ['done 2', { kind: 'act', act: { kind: 'step-done', steps: [2] } }],
  ['Done 1, 3 and 5.', { kind: 'act', act: { kind: 'step-done', steps: [1, 3, 5] } }],
  ['done 1-3', { kind: 'act', act: { kind: 'step-done', steps: [1, 2, 3] } }],
  ['undo 2', { kind: 'act', act: { kind: 'step-undone', steps: [2] } }],
  ['skip 3', { kind: 'skip', steps: [3] }],
  ['help 3', { kind: 'act', act: { kind: 'step-help', step: 3 } }],
  ['show steps', { kind: 'act', act: { kind: 'show-steps' } }],
  ['  SOLVED! ', { kind: 'act', act: { kind: 'solved' } }],
  ['still  stuck', { kind: 'act', act: { kind: 'not-solved' } }],
  ['not my problem', { kind: 'act', act: { kind: 'other-fix' } }],
  ['ask a person', { kind: 'act', act: { kind: 'escalate' } }],
  ['advanced', { kind: 'button', button: 'advanced', plain: true }],
  ['questions', { kind: 'button', button: 'questions', plain: true }],
  ['related', { kind: 'button', button: 'related', plain: true }],
  ['share', { kind: 'button', button: 'share', plain: true }],
  ['none of these', { kind: 'button', button: 'none-of-these' }],
  ['call them anyway', { kind: 'button', button: 'call-anyway' }],
  ['choose 2', { kind: 'button', button: 'choose-entry', pick: '2' }],
  ['choose aws/expired-token', { kind: 'button', button: 'choose-entry', pick: 'aws/expired-token' }],
  ['question 12', { kind: 'button', button: 'ask-question', pick: '12' }],
  ['saw 1', { kind: 'button', button: 'outcome', pick: '1' }],
  ['help', { kind: 'help', plain: true }],
  ['why this answer', { kind: 'button', button: 'details' }],
  ['why', { kind: 'button', button: 'details', plain: true }],
];

const LEFT: readonly string[] = [
  'done',
  'done with this',
  'all done 2 go',
  'help me',
  'help 1 and 2',
  'skip lunch',
  'I am still stuck',
  'solved?',
  'choose wisely',
  'question',
  'saw 2 errors',
  'why me',
  'share it with me',
  'constructor',
  '__proto__',
  '',
];

describe('typed words', () => {
  it.each(READ)('“%s” is understood', (text, expected) => {
    expect(readTyped(text)).toEqual(expected);
  });

  it.each(LEFT.map(text => [text]))('“%s” is none of them', text => {
    expect(readTyped(text)).toBeUndefined();
  });

  it('exist for every button', () => {
    const acts = READ.map(([, read]) => JSON.stringify(read)).join();
    const byAct = new Set(['solved', 'still-stuck', 'not-my-problem', 'ask-a-person']);
    expect(BUTTON_NAMES.filter(name => !byAct.has(name) && !acts.includes(`"${name}"`))).toEqual([]);
  });

  it('are all listed by “help”', () => {
    const listed = TEXTS.typed.join();
    const words =
      'done,undo,skip,help,show steps,saw,solved,still stuck,not my problem,ask a person,advanced,questions,related,why this answer,choose,question,none of these,share';
    expect(words.split(',').filter(word => !listed.includes(`“${word}`))).toEqual([]);
  });
});
