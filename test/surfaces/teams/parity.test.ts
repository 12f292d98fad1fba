// One behaviour, both surfaces: every kind of reply says the same in Slack and in Teams, with the same steps and the same choices.
import { describe, expect, it } from 'vitest';
import type { RedactedEvent } from '../../../src/conversation/chat-event.ts';
import { wordsOfLine } from '../../../src/conversation/line.ts';
import type { Block, Reply } from '../../../src/conversation/reply.ts';
import { respond } from '../../../src/conversation/respond/respond.ts';
import type { Thread } from '../../../src/conversation/thread.ts';
import { redact } from '../../../src/redaction/redact.ts';
import { buttonOfActionId, parseMenuValue } from '../../../src/surfaces/slack/drawing/ids.ts';
import { render as renderSlack } from '../../../src/surfaces/slack/drawing/render.ts';
import { render as renderTeams } from '../../../src/surfaces/teams/card/render.ts';
import { ada, context, knowledge, NINE, PLACE, pasted, pressed, wrote } from '../../conversation/brain.ts';
import { elementsOf } from './cards.ts';

const ERROR =
  'An error occurred (ExpiredToken) when calling the ListBuckets operation: The provided token has expired.';
const ENTRY = 'aws/expired-token';
const STEPS =
  knowledge.entries.find(({ id }) => id === ENTRY)?.causes.flatMap(cause => cause.steps.map(({ id }) => id)) ?? [];

const withGroup = { ...context, settings: { ...context.settings, escalateTo: 'Platform on-call|MjQzMmI1N2E=' } };
const given = (text: string): RedactedEvent => ({
  kind: 'command-given',
  key: text,
  at: NINE,
  place: PLACE,
  by: ada,
  text: redact(text),
});

/** What a thread says to a row of events; the last turn's replies count. */
function said(...events: readonly RedactedEvent[]): readonly Reply[] {
  let thread: Thread | undefined;
  let replies: readonly Reply[] = [];
  for (const event of events) {
    const turn = respond(event, thread, withGroup);
    thread = turn.thread ?? thread;
    ({ replies } = turn);
  }
  return replies;
}

const ticked = (...checked: string[]): RedactedEvent => ({
  kind: 'steps-checked',
  key: 'ticks',
  at: NINE,
  place: PLACE,
  by: ada,
  entry: ENTRY,
  message: 'm',
  shown: STEPS,
  checked,
});

const cases: readonly (readonly [string, readonly Reply[]])[] = [
  ['an answer', said(pasted(ERROR))],
  ['an answer with ticks', said(pasted(ERROR), ticked(...STEPS.slice(0, 2)))],
  ['an answer with all ticks', said(pasted(ERROR), ticked(...STEPS))],
  ['a solved thread', said(pasted(ERROR), pressed('solved', ENTRY))],
  ['the next cause', said(pasted(ERROR), pressed('still-stuck', ENTRY))],
  ['advanced fixes', said(pasted(ERROR), pressed('advanced', ENTRY))],
  ['a few candidates', said(pasted('403 forbidden', { addressed: true }))],
  ['an honest “I don’t know”', said(pasted('the printer is on fire', { addressed: true }))],
  ['a hand-over', said(pasted(ERROR), ticked(...STEPS.slice(0, 1)), pressed('ask-a-person', ENTRY))],
  ['the questions of an entry', said(pasted(ERROR), pressed('questions', ENTRY))],
  ['the answer to one', said(pasted(ERROR), pressed('ask-question', `${ENTRY}:0`))],
  ['related entries', said(pasted(ERROR), pressed('related', ENTRY))],
  ['why this answer', said(pasted(ERROR), pressed('details', ENTRY))],
  ['a follow-up', said(pasted(ERROR), wrote('help 2', { addressed: true }))],
  ['the list on request', said(pasted(ERROR), wrote('show steps', { addressed: true }))],
  ['a note about a secret', said(pasted(`ghp_${'aB3dE5gH7jK9'.repeat(3)}`))],
  ['help', said(given('help'))],
  ['an entry', said(given(`show ${ENTRY}`))],
  ['a list of entries', said(given('list aws'))],
  ['a search', said(given('search expired token'))],
  ['a private answer', said(given(ERROR))],
];

/** What Block Kit shows at most; longer texts are compared as far as it goes. */
const SHOWN = 70;

/** Words alone: each platform writes emphasis, escapes and quotes in its own way. */
const bare = (text: string): string =>
  text
    .replaceAll(/&(?:amp|lt|gt);/g, ' ')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Where text stands that people read: of Slack's blocks and of a card's elements. */
const READ = new Set(['text', 'title', 'label', 'codeSnippet', 'inlines', 'description']);

function stringsOf(value: unknown, isRead = false): string[] {
  if (typeof value === 'string') return isRead ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(child => stringsOf(child, isRead));
  return Object.entries(value).flatMap(([key, child]) => (key === 'fallback' ? [] : stringsOf(child, READ.has(key))));
}

function factsOf(block: Block): string[] {
  switch (block.kind) {
    case 'heading':
    case 'code':
      return [block.text];
    case 'text':
    case 'quiet':
      return [wordsOfLine(block.text.filter(span => 'text' in span))];
    case 'list':
      return block.items.map(wordsOfLine);
    case 'checklist':
      return [block.title, ...block.items.flatMap(item => [item.label, item.note ?? ''])];
    case 'buttons':
      return [...block.buttons, ...(block.more ?? [])].map(({ label }) => label);
    case 'divider':
      return [];
  }
}

type Drawn = {
  readonly words: string;
  readonly steps: readonly string[];
  readonly done: readonly string[];
  readonly choices: readonly string[];
  readonly called: number;
};

const arrayOf = (value: unknown): readonly Readonly<Record<string, unknown>>[] => (Array.isArray(value) ? value : []);
const valuesOf = (options: unknown): string[] => arrayOf(options).map(({ value }) => String(value));

function inSlack(reply: Reply): Drawn {
  const { blocks } = renderSlack(reply);
  const elements = elementsOf(blocks);
  const boxes = elements.filter(({ type }) => type === 'checkboxes');
  const choices = elements.flatMap(({ type, action_id: id, value, options }) => {
    if (type === 'button') return [`${buttonOfActionId(String(id))} ${value === '-' ? '' : value}`];
    return type === 'overflow'
      ? valuesOf(options).map(one => `${parseMenuValue(one)?.button} ${parseMenuValue(one)?.value}`)
      : [];
  });
  return {
    words: bare(stringsOf(blocks).join(' ')),
    steps: boxes.flatMap(({ options }) => valuesOf(options)),
    done: boxes.flatMap(({ initial_options: ticks }) => valuesOf(ticks)),
    choices,
    called: elements.filter(({ type }) => type === 'usergroup').length,
  };
}

function inTeams(reply: Reply): Drawn {
  const card = renderTeams(reply);
  const elements = elementsOf(card);
  const set = elements.find(({ type }) => type === 'Input.ChoiceSet');
  const data = elements.flatMap(({ type, data }) => (type === 'Action.Execute' ? arrayOf([data]) : []));
  const { msteams } = card;
  return {
    words: bare(stringsOf(card.body).join(' ')),
    steps: valuesOf(set?.['choices']),
    done: String(set?.['value'] ?? '')
      .split(',')
      .filter(step => step !== ''),
    choices: data.flatMap(({ verb, value }) => (verb === 'save-ticks' ? [] : [`${verb} ${value ?? ''}`])),
    called:
      typeof msteams === 'object' && msteams !== null && 'entities' in msteams ? arrayOf(msteams.entities).length : 0,
  };
}

describe('in Slack and in Teams', () => {
  it.each(cases)('%s says the same', (_, replies) => {
    expect(replies.length).toBeGreaterThan(0);
    for (const reply of replies) {
      const [slack, teams] = [inSlack(reply), inTeams(reply)];
      for (const fact of reply.blocks.flatMap(factsOf).map(bare)) {
        expect(slack.words).toContain(fact.slice(0, SHOWN).trim());
        expect(teams.words).toContain(fact);
      }
      expect(teams.steps).toEqual(slack.steps);
      expect(teams.done).toEqual(slack.done);
      expect(teams.choices).toEqual(slack.choices);
      expect(teams.called).toBe(slack.called);
    }
  });

  it('every kind of block was among them', () => {
    const kinds = new Set(
      cases.flatMap(([, replies]) => replies.flatMap(({ blocks }) => blocks.map(({ kind }) => kind))),
    );
    expect([...kinds].toSorted()).toEqual([
      'buttons',
      'checklist',
      'code',
      'divider',
      'heading',
      'list',
      'quiet',
      'text',
    ]);
  });
});
