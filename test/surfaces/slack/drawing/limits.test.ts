// Every entry in every state, and every view, against what Slack accepts: by our own numbers and by the stand-in's.
import type { types } from '@slack/bolt';
import { describe, expect, it } from 'vitest';
import { answerReply } from '../../../../src/conversation/answer.ts';
import { checklistOf } from '../../../../src/conversation/checklist.ts';
import { homePage } from '../../../../src/conversation/looks/home.ts';
import { look } from '../../../../src/conversation/looks/look.ts';
import type { Page } from '../../../../src/conversation/looks/page.ts';
import type { Tally, Thread } from '../../../../src/conversation/thread.ts';
import type { Entry } from '../../../../src/knowledge/entry.ts';
import { textIn } from '../../../../src/surfaces/slack/drawing/fit.ts';
import { LIMITS } from '../../../../src/surfaces/slack/drawing/limits.ts';
import { render, type SlackMessage } from '../../../../src/surfaces/slack/drawing/render.ts';
import { renderDiagnosis } from '../../../../src/surfaces/slack/views/diagnose.ts';
import { renderForm } from '../../../../src/surfaces/slack/views/form.ts';
import { drawHome } from '../../../../src/surfaces/slack/views/home.ts';
import { renderModal } from '../../../../src/surfaces/slack/views/render-page.ts';
import { checkBlocks, checkView } from '../../../../src/surfaces/workbench/slack/blocks/check.ts';
import { context, knowledge, pressed } from '../../../conversation/brain.ts';

/** Longer than any name that a provider allows, with everything in it that could open markup. */
const LONG = `${'a-very-long-name-'.repeat(24)}<!channel> \`x\` & *b*`;
const FACTS = Object.fromEntries([...knowledge.placeholders].map(name => [name, LONG]));
const ada = { id: 'U1', name: LONG };
const place = { surface: 'slack', workspace: 'T1', channel: 'C1', thread: '1.2' };

const threadOf = (entry: Entry, more: Partial<Thread>): Thread => ({
  place,
  version: 1,
  state: 'open',
  asker: ada,
  openedAt: 0,
  changedAt: 0,
  entry: entry.id,
  confidence: 0.97,
  evidence: Array.from({ length: 12 }, () => ({ signature: LONG, quote: LONG, weight: 5 })),
  candidates: entry.related ?? [],
  dismissed: [],
  ticks: [],
  tried: [],
  advanced: false,
  checklists: 1,
  heard: [],
  ...more,
});

/** Fresh, half done, all done, solved, and with each single step open. */
function statesOf(entry: Entry): readonly Thread[] {
  const all = checklistOf(entry, { advanced: true, ticks: [] });
  const ticks = all.map(({ step }) => ({ step: step.id, by: ada, at: 0 }));
  const half = ticks.filter((_, i) => i % 2 === 0);
  return [
    threadOf(entry, {}),
    threadOf(entry, { advanced: true, ticks: half }),
    threadOf(entry, { advanced: true, ticks }),
    threadOf(entry, { state: 'solved', endedBy: ada, ticks }),
    ...all.map(({ step }) =>
      threadOf(entry, { advanced: true, focus: step.id, ticks: ticks.filter(tick => tick.step !== step.id) }),
    ),
  ];
}

function expectMessage({ text, blocks }: SlackMessage): void {
  expect(checkBlocks(blocks)).toMatchObject({ kind: 'fine' });
  expect(blocks.length).toBeLessThanOrEqual(LIMITS.blocksInMessage);
  expect(textIn(blocks)).toBeLessThanOrEqual(LIMITS.textInMessage);
  expect(text.length).toBeLessThanOrEqual(LIMITS.fallbackText);
}

function expectView(view: types.ModalView | types.HomeView): void {
  expect(checkView(view)).toMatchObject({ kind: 'fine' });
  expect(view.blocks.length).toBeLessThanOrEqual(LIMITS.blocksInView);
  expect(Buffer.byteLength(JSON.stringify(view))).toBeLessThanOrEqual(LIMITS.viewBytes);
  expect((view.private_metadata ?? '').length).toBeLessThanOrEqual(LIMITS.privateMetadata);
}

describe('every entry', () => {
  it.each(knowledge.entries.map(entry => [entry.id, entry] as const))('%s: is a message in every state', (_, entry) => {
    for (const thread of statesOf(entry))
      for (const facts of [{}, FACTS])
        expectMessage(render(answerReply(entry, thread, 'turn', { replaces: true, facts })));
  });

  it.each(knowledge.entries.map(entry => [entry.id, entry] as const))('%s: has details that are views', (_, entry) => {
    const thread = threadOf(entry, { candidates: knowledge.entries.map(({ id }) => id) });
    const values = ['advanced', 'questions', 'related', 'details'] as const;
    const pages = [
      ...values.map(button => look(pressed(button, entry.id), thread, context)),
      ...entry.faq.map((__, i) => look(pressed('ask-question', `${entry.id}:${i}`), thread, context)),
    ];
    const shown = pages.filter(page => page !== undefined);
    expect(shown.length).toBeGreaterThan(entry.faq.length);
    for (const page of shown) expectView(renderModal(page, { channel: 'C1', thread: '1.2', message: '1.3' }));
  });
});

describe('what does not fit', () => {
  const [entry] = knowledge.entries;
  const thread = entry && threadOf(entry, {});

  it('leaves the title, the checklist and the buttons, and says where the rest is', () => {
    const reply = entry && thread && answerReply(entry, thread, 'turn', { replaces: true });
    const long = { kind: 'text', text: [{ kind: 'plain', text: 'x'.repeat(3_000) }] } as const;
    const { blocks } = render({
      id: 'turn',
      summary: '',
      blocks: [...(reply?.blocks.slice(0, -2) ?? []), long, long, long, long, ...(reply?.blocks.slice(-2) ?? [])],
    });
    const drawn = JSON.stringify(blocks);
    expect(textIn(blocks)).toBeLessThanOrEqual(LIMITS.textInMessage);
    expect(drawn).toContain(entry?.title);
    expect(drawn).toContain('"checkboxes"');
    expect(drawn).toContain('"solved:0"');
    expect(drawn).toContain('Shortened here');
  });

  it('makes one block of texts that stand together, and ends where a view ends', () => {
    const line = { kind: 'text', text: [{ kind: 'plain', text: 'x'.repeat(100) }] } as const;
    const page = (count: number, ...more: Page['blocks']): Page => ({
      title: 'a title that is longer than twenty-four characters',
      blocks: [...Array.from({ length: count }, () => line), ...more],
    });
    expect(renderModal(page(150), { channel: 'C1' }).blocks).toHaveLength(1);
    expectView(renderModal(page(150), { channel: 'C1' }));
    const row = { kind: 'row', text: [{ kind: 'plain', text: 'y'.repeat(4_000) }] } as const;
    expectView(renderModal(page(0, ...Array.from({ length: 150 }, () => row)), { channel: 'C1' }));
  });
});

describe('the other views', () => {
  const mine = knowledge.entries.slice(0, 10).map(entry => threadOf(entry, {}));
  const tallies: Tally[] = knowledge.entries.map(({ id }) => ({ entry: id, state: 'open', count: 9 }));
  const upkeep = { inForce: Array(300).fill(LONG), problems: Array(300).fill(LONG) };

  it('are within limits: the home tab, however much there is to tell', () => {
    const page = homePage({ mine, tallies, upkeep }, context);
    expectView(drawHome(page, new Map([['slack/T1/C1/1.2', 'https://acme.example/archives/C1/p1']])));
    expectView(drawHome(homePage({ mine: [], tallies: [] }, context), new Map()));
  });

  it('are within limits: the form and the choice of “Diagnose this”', () => {
    const carried = {
      channel: 'C1',
      message: '1.2',
      thread: '1.2',
      author: 'U1',
      kept: 'k'.repeat(50),
      returnPath: 'h'.repeat(300),
    };
    expectView(renderForm(knowledge.providers, carried));
    const heading = { kind: 'heading', text: LONG } as const;
    const text = { kind: 'text', text: [{ kind: 'plain', text: 'x'.repeat(9_000) }] } as const;
    expectView(renderDiagnosis({ id: '', summary: '', blocks: [heading, text, text] }, carried));
    expectView(renderDiagnosis(undefined, carried));
  });
});
