import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerReply } from '../../../src/conversation/answer.ts';
import { checklistOf } from '../../../src/conversation/checklist.ts';
import type { Block, Reply, Span } from '../../../src/conversation/reply.ts';
import type { Thread } from '../../../src/conversation/thread.ts';
import { loadKnowledge } from '../../../src/service/knowledge/load.ts';
import { bytesOf, LIMITS } from '../../../src/surfaces/teams/card/limits.ts';
import { escapeMarkdown } from '../../../src/surfaces/teams/card/lines.ts';
import { render } from '../../../src/surfaces/teams/card/render.ts';
import { elementsOf, problemsOf } from './cards.ts';

const { entries } = await loadKnowledge();
const ada = { id: 'b130c271-d2eb-45f9-83ab-9eb3fe3788bc', name: 'Ada' };
const LONG = 'a-very-long-name-'.repeat(12);

const threadOf = (entry: string, more: Partial<Thread>): Thread => ({
  place: { surface: 'teams', workspace: 't', channel: 'c', thread: '1' },
  version: 1,
  state: 'open',
  asker: ada,
  openedAt: 0,
  changedAt: 0,
  entry,
  confidence: 0.97,
  evidence: [{ signature: LONG, quote: '<at>everyone</at> `a` *b*', weight: 5 }],
  candidates: [],
  dismissed: [],
  ticks: [],
  tried: [],
  advanced: false,
  checklists: 1,
  heard: [],
  ...more,
});

const reply = (...blocks: Block[]): Reply => ({ id: 'turn-1', summary: 'said', blocks });
const plain = (text: string): Span => ({ kind: 'plain', text });

describe('every entry in every state', () => {
  const facts = Object.fromEntries(['profile', 'region', 'role', 'host', 'user', 'project'].map(name => [name, LONG]));
  const cases = entries.flatMap(entry => {
    const all = checklistOf(entry, { advanced: true, ticks: [] }).map(one => ({
      step: one.step.id,
      by: { id: 'U2', name: LONG },
      at: 0,
    }));
    const half = all.filter((_, i) => i % 2 === 0);
    return [
      [`${entry.id}, fresh`, entry, threadOf(entry.id, {})],
      [`${entry.id}, half done, advanced`, entry, threadOf(entry.id, { advanced: true, ticks: half })],
      [`${entry.id}, all done`, entry, threadOf(entry.id, { advanced: true, ticks: all })],
      [`${entry.id}, solved`, entry, threadOf(entry.id, { state: 'solved', endedBy: ada })],
    ] as const;
  });

  it.each(cases)('%s: is a card that Teams accepts', (_, entry, thread) => {
    const card = render(answerReply(entry, thread, 'turn-1', { replaces: true, facts }));
    expect(problemsOf(card)).toEqual([]);
    expect(bytesOf(card)).toBeLessThanOrEqual(LIMITS.cardBytes);
    expect(elementsOf(card).filter(({ type }) => type === 'TextBlock')).toHaveLength(1);
  });
});

describe('a card', () => {
  it('is drawn as in the golden file', () => {
    const golden = readFileSync(join(import.meta.dirname, '../../fixtures/teams/answer.card.json'), 'utf8');
    expect(render(GOLDEN)).toEqual(JSON.parse(golden));
  });

  const text = fc.string({ unit: 'binary', maxLength: 400 });
  const long = fc.integer({ min: 0, max: 30_000 }).map(n => '😀\u0001*'.repeat(n / 3));
  const span: fc.Arbitrary<Span> = fc.oneof(
    fc.record({
      kind: fc.constantFrom('plain' as const, 'bold' as const, 'code' as const),
      text: fc.oneof(text, long),
    }),
    fc.record({ kind: fc.constant('link' as const), text, href: fc.webUrl() }),
    fc.record({ kind: fc.constant('group' as const), id: text }),
    fc.record({
      kind: fc.constant('place' as const),
      text,
      place: fc.record({
        surface: fc.constant('teams'),
        workspace: text,
        channel: text.map(id => `${id}@thread.tacv2`),
        thread: text,
      }),
    }),
  );
  const line = fc.array(span, { maxLength: 6 });
  const button = fc.record({
    button: fc.constantFrom('solved' as const, 'choose-entry' as const),
    value: text,
    label: fc.oneof(text, long),
  });
  const item = fc.record({
    step: fc.constant('a-step'),
    label: fc.oneof(text, long),
    done: fc.boolean(),
    open: fc.boolean(),
  });
  const block: fc.Arbitrary<Block> = fc.oneof(
    fc.record({ kind: fc.constantFrom('text' as const, 'quiet' as const), text: line }),
    fc.record({ kind: fc.constantFrom('heading' as const, 'code' as const), text: fc.oneof(text, long) }),
    fc.record({ kind: fc.constant('list' as const), items: fc.array(line, { maxLength: 40 }) }),
    fc.record({
      kind: fc.constant('checklist' as const),
      entry: text,
      title: fc.oneof(text, long),
      items: fc.array(item, { maxLength: 80 }),
    }),
    fc.record({
      kind: fc.constant('buttons' as const),
      buttons: fc.array(button, { maxLength: 40 }),
      more: fc.array(button, { maxLength: 40 }),
    }),
    fc.constant({ kind: 'divider' as const }),
  );

  it('is within the limit whatever it is given', () => {
    const any = fc.record({ blocks: fc.array(block, { maxLength: 30 }), summary: fc.oneof(text, long) });
    const viewers = fc.array(fc.string({ maxLength: 100 }), { maxLength: 100 });
    fc.assert(
      fc.property(any, viewers, (drawn, people) => {
        expect(bytesOf(render({ id: 'x', ...drawn }, { viewers: people }))).toBeLessThanOrEqual(28 * 1024);
      }),
      { numRuns: 200 },
    );
  });

  it('leaves out text before it leaves out what can be pressed', () => {
    const code: Block = { kind: 'code', text: 'x'.repeat(3_000) };
    const buttons: Block = { kind: 'buttons', buttons: [{ button: 'solved', value: 'a/b', label: 'It works now' }] };
    const card = render(reply({ kind: 'heading', text: 'First' }, ...Array.from({ length: 20 }, () => code), buttons));
    const types = elementsOf(card).map(({ type }) => type);
    expect(types).toContain('Action.Execute');
    expect(types.filter(type => type === 'CodeBlock').length).toBeGreaterThan(2);
    expect(card.body[0]).toMatchObject({ text: 'First' });
  });

  it('marks what stands in a list, unless it has a number to choose it by', () => {
    const list = { kind: 'list', items: [[plain('first')], [plain('second')]] } as const;
    const textsOf = (block: Block): string[] => render(reply(block)).body.map(({ inlines }) => JSON.stringify(inlines));
    expect(textsOf(list)[1]).toContain('• ');
    expect(textsOf({ ...list, numbered: true })[1]).toContain('2 · ');
    expect(textsOf({ ...list, numbered: true })[1]).not.toContain('• ');
  });

  it('is fetched anew by at most sixty people', () => {
    const viewers = Array.from({ length: 70 }, (_, i) => `29:${i}`);
    expect(render(reply(), { viewers })).toMatchObject({
      refresh: { action: { type: 'Action.Execute', verb: 'refresh' }, userIds: viewers.slice(0, 60) },
    });
    expect(render(reply())).not.toHaveProperty('refresh');
  });
});

describe('text from outside', () => {
  const evil = '<at>everyone</at> [click](https://evil.example) **b** _i_ `c`\n# big\n- item\n1. one';

  it('is not interpreted, wherever it stands', () => {
    const card = render(
      reply(
        { kind: 'heading', text: evil },
        { kind: 'text', text: [plain(evil), { kind: 'bold', text: evil }, { kind: 'code', text: evil }] },
        { kind: 'text', text: [{ kind: 'group', id: 'On call|MjQ=' }, plain(evil), { kind: 'bold', text: evil }] },
        { kind: 'code', text: evil },
        { kind: 'quiet', text: [plain(evil)] },
        { kind: 'list', items: [[plain(evil)]] },
      ),
    );
    const interpreted = elementsOf(card).flatMap(element =>
      element.type === 'TextBlock' ? [String(element['text'])] : [],
    );
    expect(interpreted).toHaveLength(2);
    for (const text of interpreted) {
      expect(text.replaceAll('<at>On call</at>', '')).not.toMatch(/(?<!\\)[<>[\]`_~]|(?<![\\*])\*(?!\*)/);
      expect(text).not.toMatch(/^\s*(?:#|-|1\.)/m);
    }
    expect(JSON.stringify(card['msteams'])).not.toContain('everyone');
  });

  it.each([
    ['a_b*c', 'a\\_b\\*c'],
    ['\\*', '\\\\\\*'],
    ['- x', '\\- x'],
    ['12. x', '12\\. x'],
    ['a - b 1. c #d', 'a - b 1. c #d'],
  ])('%s is written %s', (raw, escaped) => {
    expect(escapeMarkdown(raw)).toBe(escaped);
  });

  it('in a choice opens no link and starts no emphasis', () => {
    const items = [{ step: 's', label: 'Run `aws *` see [x](https://evil.example)', done: false, open: true }];
    const [set] = render(reply({ kind: 'checklist', entry: 'a/b', title: 'Checklist', items })).body;
    expect(set).toMatchObject({ choices: [{ title: '1 · Run aws ∗ see [x] (https://evil.example)' }] });
  });
});

describe('a checklist', () => {
  const items = Array.from({ length: 12 }, (_, i) => ({
    step: `step-${i}`,
    label: `Do thing ${i}`,
    done: i === 3 || i === 5,
    open: i === 4,
    ...(i === 3 && { note: 'Ada, 09:00 UTC' }),
  }));
  const card = render(
    reply(
      { kind: 'checklist', entry: 'aws/expired-token', title: 'Checklist · 2 of 12 done', items },
      { kind: 'text', text: [{ kind: 'bold', text: '5 · Do thing 4' }] },
      { kind: 'code', text: 'aws sts get-caller-identity' },
      { kind: 'divider' },
      {
        kind: 'buttons',
        buttons: [{ button: 'solved', value: 'aws/expired-token', label: 'It works now', primary: true }],
      },
    ),
  );

  it('is a set of choices with a button of its own, and the step at hand on a ground below it', () => {
    const [set, save, step, buttons] = card.body;
    expect(set).toMatchObject({
      type: 'Input.ChoiceSet',
      isMultiSelect: true,
      label: 'Checklist · 2 of 12 done',
      value: 'step-3,step-5',
    });
    expect(set?.['choices']).toHaveLength(12);
    expect(set?.['choices']).toMatchObject({ 3: { title: '4 · Do thing 3 (Ada, 09:00 UTC)', value: 'step-3' } });
    expect(save).toMatchObject({ type: 'ActionSet', actions: [{ type: 'Action.Execute', verb: 'save-ticks' }] });
    expect(step).toMatchObject({ type: 'Container', style: 'emphasis', items: [{}, { type: 'CodeBlock' }] });
    expect(buttons).toMatchObject({ type: 'ActionSet', separator: true, actions: [{ style: 'positive' }] });
  });

  it('gives every button the ticks as they were drawn, in the new form and the old one', () => {
    const data = {
      v: 1,
      verb: 'solved',
      value: 'aws/expired-token',
      entry: 'aws/expired-token',
      done: 'step-3,step-5',
    };
    expect(card.body[3]).toMatchObject({
      actions: [{ verb: 'solved', data, fallback: { type: 'Action.Submit', title: 'It works now', data } }],
    });
  });

  it('has ids that survive being joined by commas', () => {
    const ids = entries.flatMap(entry => checklistOf(entry, { advanced: true, ticks: [] }).map(({ step }) => step.id));
    expect(ids.filter(id => id.includes(','))).toEqual([]);
  });
});

describe('buttons', () => {
  const button = (label: string) => ({ button: 'choose-entry' as const, value: 'a/b', label });
  const rows = (...labels: string[]) =>
    render(reply({ kind: 'buttons', buttons: labels.map(button), more: [button('Advanced fixes')] })).body.map(
      ({ actions }) => (Array.isArray(actions) ? actions.map(action => `${action.mode ?? ''}${action.title}`) : []),
    );

  it('stand in rows that a narrow pane can show, the menu at the end', () => {
    expect(rows('It works now', 'Still stuck', 'Not my problem', 'Ask a person')).toEqual([
      ['It works now', 'Still stuck'],
      ['Not my problem'],
      ['Ask a person', 'secondaryAdvanced fixes'],
    ]);
  });

  it('are texts to press where one title is long, so that nothing of it is cut off', () => {
    const label = 'Your temporary AWS credentials have run out';
    const [text, short] = render(
      reply({ kind: 'buttons', buttons: [button(label), button('The clock is wrong')] }),
    ).body;
    expect(text).toMatchObject({
      type: 'Container',
      selectAction: { type: 'Action.Execute', title: label, data: { value: 'a/b' } },
      items: [{ type: 'RichTextBlock', inlines: [{ text: label }] }],
    });
    expect(short).toMatchObject({ type: 'Container', selectAction: { title: 'The clock is wrong' } });
  });

  it('of a menu alone still stand somewhere', () => {
    expect(rows()).toEqual([['secondaryAdvanced fixes']]);
    expect(rows('A title that is too long for any narrow pane').at(-1)).toEqual(['secondaryAdvanced fixes']);
  });

  it('know only the old form in a dialog', () => {
    const card = render(reply({ kind: 'buttons', buttons: [button('Answer')] }), { dialog: true });
    expect(card.body).toMatchObject([{ actions: [{ type: 'Action.Submit', data: { v: 1, verb: 'choose-entry' } }] }]);
    expect(JSON.stringify(card)).not.toContain('Action.Execute');
  });
});

describe('a thread that is pointed to', () => {
  const at = { surface: 'teams', workspace: 'the-tenant', channel: '19:abc@thread.tacv2', thread: '1611060744833' };
  const drawn = (place: typeof at) =>
    JSON.stringify(render(reply({ kind: 'text', text: [{ kind: 'place', text: 'the thread', place }] })).body);

  it('is a link where Teams has an address for it', () => {
    expect(drawn(at)).toContain(
      'https://teams.microsoft.com/l/message/19%3Aabc%40thread.tacv2/1611060744833?tenantId=the-tenant&parentMessageId=1611060744833',
    );
  });

  it.each([
    ['a chat', { ...at, channel: 'a:1' }],
    ['another surface', { ...at, surface: 'slack' }],
    ['a channel as a whole', { ...at, thread: '' }],
  ])('is its text in %s', (_, place) => {
    expect(drawn(place)).toContain('the thread');
    expect(drawn(place)).not.toContain('OpenUrl');
  });
});

describe('a mention', () => {
  const mentioned = (kind: 'group' | 'person', id: string) =>
    render(reply({ kind: 'text', text: [{ kind, id }, plain(' please look.')] }));

  it.each([
    ['group', 'Platform on-call|MjQzMmI1N2E=', { id: 'MjQzMmI1N2E=', name: 'Platform on-call', type: 'tag' }],
    ['group', 'MjQzMmI1N2E=', { id: 'MjQzMmI1N2E=', name: 'on call', type: 'tag' }],
    ['group', 'Ada|b130c271-d2eb-45f9-83ab-9eb3fe3788bc', { id: 'b130c271-d2eb-45f9-83ab-9eb3fe3788bc', name: 'Ada' }],
    ['group', 'Ada|ada@contoso.example', { id: 'ada@contoso.example', name: 'Ada' }],
    ['person', '29:1aBj', { id: '29:1aBj', name: 'you' }],
  ] as const)('of a %s named %s', (kind, id, expected) => {
    const card = mentioned(kind, id);
    expect(card['msteams']).toMatchObject({
      entities: [{ type: 'mention', text: `<at>${expected.name}</at>`, mentioned: expected }],
    });
    expect(card.body).toMatchObject([{ type: 'TextBlock', text: `<at>${expected.name}</at> please look.` }]);
  });

  it('stands in no card whose reply holds none', () => {
    expect(render(reply({ kind: 'text', text: [plain('<at>Platform on-call</at>')] }))['msteams']).toEqual({
      width: 'Full',
    });
  });
});

const GOLDEN: Reply = {
  id: 'turn-1',
  slot: 'checklist-1',
  summary: 'Your temporary AWS credentials have run out. Sign in again: aws sso login --profile staging',
  blocks: [
    { kind: 'heading', text: 'Your temporary AWS credentials have run out' },
    {
      kind: 'text',
      text: [plain('The token for profile '), { kind: 'code', text: 'staging' }, plain(' ran out. Nothing is broken.')],
    },
    { kind: 'quiet', text: [plain('Sure (97%), because of '), { kind: 'code', text: 'ExpiredToken' }] },
    { kind: 'quiet', text: [{ kind: 'bold', text: 'Likely causes, the most frequent first' }] },
    {
      kind: 'list',
      items: [[plain('The session ended')], [plain('Old copies in '), { kind: 'code', text: 'AWS_SESSION_TOKEN' }]],
    },
    { kind: 'divider' },
    {
      kind: 'checklist',
      entry: 'aws/expired-token',
      title: 'Checklist · 1 of 3 done',
      items: [
        { step: 'who-am-i', label: 'See who AWS thinks you are.', done: true, open: false, note: 'Priya, 10:42 UTC' },
        { step: 'sign-in', label: 'Sign in again with the profile that failed.', done: false, open: true },
        { step: 'clear', label: 'Clear `AWS_SESSION_TOKEN` from the shell.', done: false, open: false },
      ],
    },
    { kind: 'text', text: [{ kind: 'bold', text: '2 · Sign in again with the profile that failed.' }] },
    { kind: 'code', text: 'aws sso login \\\n  --profile staging' },
    {
      kind: 'text',
      text: [
        plain('The browser confirms, and the command ends without an error. '),
        {
          kind: 'link',
          text: 'Documentation (docs.aws.amazon.com)',
          href: 'https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-sso.html',
        },
      ],
    },
    { kind: 'divider' },
    {
      kind: 'buttons',
      buttons: [
        { button: 'solved', value: 'aws/expired-token', label: 'It works now', primary: true },
        { button: 'still-stuck', value: 'aws/expired-token', label: 'Still stuck' },
        { button: 'not-my-problem', value: 'aws/expired-token', label: 'Not my problem' },
        { button: 'ask-a-person', value: 'aws/expired-token', label: 'Ask a person' },
      ],
      more: [{ button: 'questions', value: 'aws/expired-token', label: 'Questions people ask' }],
    },
    { kind: 'quiet', text: [plain('Tick here or type it: “done 2”, “stuck at 3”, or just ask.')] },
  ],
};
