import { describe, expect, it } from 'vitest';
import { initialState, reduce } from '../../../../src/surfaces/workbench/page/slack/state/state.ts';
import { suggestionsFor } from '../../../../src/surfaces/workbench/page/slack/writing/suggest.ts';
import { applySuggestion } from '../../../../src/surfaces/workbench/page/writing/suggestion.ts';
import type { Snapshot } from '../../../../src/surfaces/workbench/protocol.ts';

const snapshot: Snapshot = {
  team: { id: 'T', name: 'T' },
  app: {
    user: 'bot',
    name: 'Locksmith',
    commands: [{ command: '/creds', usage: '[error]', description: '' }],
    shortcuts: [],
  },
  people: [
    { id: 'you', name: 'You', realName: 'You', bot: false },
    { id: 'priya', name: 'Priya', realName: 'Priya', bot: false },
    { id: 'bot', name: 'Locksmith', realName: 'Locksmith', bot: true },
  ],
  channels: [],
  messages: [],
  homes: {},
  talks: [],
  samples: [],
  health: { kind: 'unknown' },
};
const state = reduce(initialState('tab'), { kind: 'told', told: { kind: 'snapshot', snapshot } });

describe('suggestions', () => {
  it.each([
    { name: 'a command that is begun', text: '/cr', offers: ['/creds [error]'] },
    { name: 'a slash alone', text: '/', offers: ['/creds [error]'] },
    { name: 'a mention, the app first', text: 'hello @', offers: ['Locksmith', 'Priya'] },
    { name: 'a mention by its letters', text: '@pr', offers: ['Priya'] },
  ])('answer $name', ({ text, offers }) => {
    expect(suggestionsFor(state, text, text.length, false).map(one => one.label)).toEqual(offers);
  });

  it.each(['/creds', '/creds x', 'a /cr', 'mail@pr', '@you', 'plain', '@Priya '])('stay away from %s', text => {
    expect(suggestionsFor(state, text, text.length, false)).toEqual([]);
  });

  it('offer no commands in threads', () => {
    expect(suggestionsFor(state, '/cr', 3, true)).toEqual([]);
  });

  it('complete what stands at the caret, and leave the rest', () => {
    const [priya] = suggestionsFor(state, 'hi @pr there', 6, false);
    expect(priya && applySuggestion('hi @pr there', priya)).toEqual({ text: 'hi @Priya  there', caret: 10 });
  });
});
