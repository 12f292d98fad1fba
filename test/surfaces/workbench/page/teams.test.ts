// The Teams view's habits without a browser: what opens, what counts as read, whose card is shown; Markdown, links and commands.
import { describe, expect, it } from 'vitest';
import { platformAt } from '../../../../src/surfaces/workbench/page/state/platform.ts';
import { linkedHere } from '../../../../src/surfaces/workbench/page/teams/card/links.ts';
import { drawMarkdown } from '../../../../src/surfaces/workbench/page/teams/card/markdown.ts';
import {
  conversationsOf,
  type Happened,
  initialState,
  isUnread,
  messagesIn,
  ownKey,
  reduce,
  type State,
} from '../../../../src/surfaces/workbench/page/teams/state/state.ts';
import { suggestionsIn } from '../../../../src/surfaces/workbench/page/teams/writing/suggest.ts';
import type { Conversation, Message, Snapshot } from '../../../../src/surfaces/workbench/teams/protocol.ts';

const channel: Conversation = { id: 'c', kind: 'channel', name: 'Help', topic: '', hears: 'everything' };
const chat = (person: string): Conversation => ({ ...channel, id: `chat-${person}`, kind: 'personal', person });
const person = (id: string, bot = false) => ({ id, directory: id, name: id, bot });

const snapshot: Snapshot = {
  organisation: 'O',
  app: {
    id: 'Bot',
    name: 'Bot',
    commands: [
      { title: 'creds', description: '' },
      { title: 'creds list', description: '' },
    ],
  },
  people: [person('You'), person('Priya'), person('Bot', true)],
  conversations: [channel, chat('You'), chat('Priya')],
  messages: [],
  samples: [],
  health: { kind: 'unknown' },
};

const said = (id: string, more: Partial<Message> = {}): Happened => ({
  kind: 'told',
  told: {
    kind: 'message',
    message: { conversation: 'c', id, at: Number(id), by: 'You', typed: '', version: 1, ...more },
  },
});

const stateAfter = (...events: readonly Happened[]): State =>
  [{ kind: 'told', told: { kind: 'snapshot', snapshot } } as const, ...events].reduce(reduce, initialState('tab'));

describe('the state', () => {
  it('begins with the first person in the first conversation', () => {
    expect(stateAfter()).toMatchObject({ as: 'You', conversation: 'c', connection: 'live' });
  });

  it('opens a thread when the app answers what this tab wrote, once', () => {
    const asked = said('1', { client: 'tab' });
    const answer = said('2', { by: 'Bot', thread: '1' });
    expect(stateAfter(asked, answer).thread).toBe('1');
    expect(stateAfter(asked, answer, { kind: 'thread' }, said('3', { by: 'Bot', thread: '1' })).thread).toBeUndefined();
    expect(stateAfter(said('1', { client: 'another' }), answer).thread).toBeUndefined();
  });

  it('shows everybody their own chat, and private messages to one person', () => {
    expect(conversationsOf(stateAfter()).map(({ id }) => id)).toEqual(['c', 'chat-You']);
    const state = stateAfter(said('1', { by: 'Bot', to: 'Priya' }));
    expect(messagesIn(state)).toEqual([]);
    expect(messagesIn(reduce(state, { kind: 'person', person: 'Priya' }))).toHaveLength(1);
  });

  it('moves to the other person’s chat with the app', () => {
    const state = stateAfter({ kind: 'conversation', conversation: 'chat-You' }, { kind: 'person', person: 'Priya' });
    expect(state.conversation).toBe('chat-Priya');
  });

  it('marks as unread what came from somebody else, elsewhere', () => {
    const own = chat('You');
    const note = said('5', { conversation: own.id, by: 'Bot' });
    expect(isUnread(stateAfter(), own)).toBe(false);
    expect(isUnread(stateAfter(note), own)).toBe(true);
    expect(
      isUnread(
        stateAfter(note, { kind: 'conversation', conversation: own.id }, { kind: 'conversation', conversation: 'c' }),
        own,
      ),
    ).toBe(false);
    expect(isUnread(stateAfter(said('5', { conversation: own.id })), own)).toBe(false);
  });

  it('keeps a card of one’s own for that version of its message, and that person', () => {
    const message = { conversation: 'c', id: '1', at: 1, by: 'Bot', typed: '', version: 1 };
    const state = stateAfter({ kind: 'own-card', message, card: { type: 'AdaptiveCard' } });
    expect(state.own[ownKey(message, 'You')]).toBeDefined();
    expect(state.own[ownKey(message, 'Priya')]).toBeUndefined();
    expect(state.own[ownKey({ ...message, version: 2 }, 'You')]).toBeUndefined();
  });

  it('reads out what others say where one can see it, a card by its summary', () => {
    const card = { type: 'AdaptiveCard', fallbackText: 'Sign in again.' };
    expect(stateAfter(said('1', { by: 'Bot', card })).said).toBe('Bot: Sign in again.');
    expect(stateAfter(said('1', { by: 'Bot', to: 'You', typed: 'psst' })).said).toBe('Bot, only to you: psst');
    expect(stateAfter(said('1', { typed: 'mine' })).said).toBe('');
    expect(stateAfter(said('1', { by: 'Bot', to: 'Priya', typed: 'psst' })).said).toBe('');
    expect(stateAfter(said('1', { by: 'Bot', conversation: 'chat-Priya', typed: 'psst' })).said).toBe('');
  });

  it('replaces a message that changed', () => {
    const state = stateAfter(said('1', { typed: 'a' }), said('1', { typed: 'b', version: 2 }));
    expect(messagesIn(state)).toMatchObject([{ typed: 'b' }]);
  });
});

describe('a card’s text', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['is Markdown', 'a **b**', '<p>a <strong>b</strong></p>\n'],
    ['mentions', '<at>On call</at>: look', '<p><span class="mention">On call</span>: look</p>\n'],
    ['mentions nobody where it is escaped', '\\<at>x\\</at>', '<p>&lt;at&gt;x&lt;/at&gt;</p>\n'],
    ['holds no HTML', '<img src=x onerror=y>', '<p>&lt;img src=x onerror=y&gt;</p>\n'],
    ['runs no script by a link', '[x](javascript:alert(1))', '<p>[x](javascript:alert(1))</p>\n'],
  ];
  it.each(cases)('%s', (_, text, html) => {
    expect(drawMarkdown(text)).toBe(html);
  });
});

describe('a link', () => {
  const cases: readonly (readonly [string, string | undefined])[] = [
    [
      'https://teams.microsoft.com/l/message/19%3Ac%40thread.tacv2/12?tenantId=t&parentMessageId=7',
      '#teams/19%3Ac%40thread.tacv2/7',
    ],
    ['https://teams.microsoft.com/l/message/19%3Ac%40thread.tacv2/12', '#teams/19%3Ac%40thread.tacv2/12'],
    ['https://teams.microsoft.com.evil.example/l/message/a/1', undefined],
    ['https://learn.microsoft.com/l/message/a/1', undefined],
    ['no address', undefined],
  ];
  it.each(cases)('%s', (url, here) => {
    expect(linkedHere(url)).toBe(here);
  });
});

describe('the address', () => {
  it.each([
    ['', 'slack'],
    ['#C0CLOUDHELP/1', 'slack'],
    ['#teams', 'teams'],
    ['#teams/a/b', 'teams'],
    ['#teamsters', 'slack'],
  ])('%s is %s', (hash, platform) => {
    expect(platformAt(hash)).toBe(platform);
  });
});

describe('what is offered while one writes', () => {
  const offered = (text: string, conversation = channel) =>
    suggestionsIn(stateAfter(), conversation, text, text.length).map(({ label }) => label);
  it.each([
    ['@', ['Bot', 'Priya']],
    ['@p', ['Priya']],
    ['@Bot ', ['creds', 'creds list']],
    ['@Bot creds l', ['creds list']],
    ['/', ['/creds', '/creds list']],
    ['an error', []],
    ['me@', []],
  ])('%s', (text, labels) => {
    expect(offered(text)).toEqual(labels);
  });
  it('are no slash commands in one’s own chat, where Teams has none', () => {
    expect(offered('/', chat('You'))).toEqual([]);
  });
});
