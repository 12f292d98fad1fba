// Every kind of reply and every view as the blocks that Slack gets, held by golden files. UPDATE_GOLDEN=1 writes them anew.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RedactedEvent } from '../../../../src/conversation/chat-event.ts';
import { homePage } from '../../../../src/conversation/looks/home.ts';
import { look } from '../../../../src/conversation/looks/look.ts';
import { rejectEntry } from '../../../../src/conversation/moves/moves.ts';
import { respondToTimer } from '../../../../src/conversation/moves/timer.ts';
import { admit, offer, startChecklist } from '../../../../src/conversation/respond/opening.ts';
import { respond } from '../../../../src/conversation/respond/respond.ts';
import { TEXTS } from '../../../../src/conversation/texts.ts';
import type { Tally, Thread } from '../../../../src/conversation/thread.ts';
import type { Context, Turn } from '../../../../src/conversation/turn.ts';
import { redact } from '../../../../src/redaction/redact.ts';
import { render } from '../../../../src/surfaces/slack/drawing/render.ts';
import { renderDiagnosis } from '../../../../src/surfaces/slack/views/diagnose.ts';
import { renderForm } from '../../../../src/surfaces/slack/views/form.ts';
import { drawHome } from '../../../../src/surfaces/slack/views/home.ts';
import { renderModal } from '../../../../src/surfaces/slack/views/render-page.ts';
import { ada, checked, NINE, PLACE, pasted, pressed, context as real, wrote } from '../../../conversation/brain.ts';
import { EXPIRED, MISSING } from '../an-entry.ts';

const FOLDER = join(import.meta.dirname, 'golden');

const context: Context = {
  ...real,
  entries: new Map([EXPIRED, MISSING].map(entry => [entry.id, entry])),
  settings: { ...real.settings, escalateTo: 'S0PLATFORM', command: { word: '/creds', hasForm: true } },
};

const evidence = [
  { signature: 'ExpiredPass', quote: 'ExpiredPass', weight: 5 },
  { terms: ['pass', 'gate'], quote: 'pass', weight: 1 },
];
const opened: Thread = {
  place: PLACE,
  version: 1,
  state: 'open',
  asker: ada,
  opening: redact('gate: ExpiredPass for <!channel>').text,
  openedAt: NINE,
  changedAt: NINE,
  entry: EXPIRED.id,
  confidence: 0.97,
  evidence,
  candidates: [MISSING.id],
  dismissed: [],
  ticks: [],
  tried: [],
  advanced: false,
  checklists: 1,
  heard: [],
};
const STEPS = ['fetch', 'look', 'set'];
const half: Thread = {
  ...opened,
  ticks: [
    { step: 'fetch', by: ada, at: NINE },
    { step: 'set', by: ada, at: NINE, skipped: true },
  ],
};
const given = (text: string): RedactedEvent => ({
  kind: 'command-given',
  key: text,
  at: NINE,
  place: PLACE,
  by: ada,
  text: redact(text),
});
const tallies: Tally[] = [
  { entry: EXPIRED.id, state: 'solved', count: 4 },
  { entry: EXPIRED.id, state: 'open', count: 1 },
  { state: 'open', count: 2 },
];
const turn = (event: RedactedEvent, thread: Thread | undefined = opened, more: Partial<Context> = {}): Turn =>
  respond(event, thread, { ...context, ...more });
const alone = (event: RedactedEvent, more: Partial<Context> = {}): Turn =>
  respond(event, undefined, { ...context, ...more });
const { entry: _, ...unknown } = { ...opened, opening: redact('acme: request 8f3a1 denied').text };
const maintained: Partial<Context> = {
  settings: { ...context.settings, maintainers: [ada.id] },
  gaps: { unanswered: [unknown], tallies: [...tallies, { entry: EXPIRED.id, state: 'handed-over', count: 2 }] },
};
const moved = { key: 'event', by: ada, at: NINE };
const secret = `ghp_${'aB3dE5gH7jK9'.repeat(3)}`;

const REPLIES: Readonly<Record<string, Turn>> = {
  answer: startChecklist({ ...opened, checklists: 0 }, 'event', context, []),
  'half-done': turn(checked(EXPIRED.id, STEPS, ['fetch', 'set']), { ...half, ticks: half.ticks.slice(0, 1) }),
  'all-done': turn(checked(EXPIRED.id, STEPS, STEPS)),
  solved: turn(pressed('solved', EXPIRED.id)),
  'next-cause': turn(pressed('still-stuck', EXPIRED.id)),
  'advanced-fixes': turn(pressed('advanced', EXPIRED.id)),
  candidates: {
    replies: [offer('event', TEXTS.whichOne(1), [{ entry: EXPIRED.id }, { entry: MISSING.id }], context)],
    counted: [],
  },
  unknown: admit(opened, 'event', [], context),
  'wrong-match': rejectEntry(opened, moved, context),
  'hand-over': turn(pressed('ask-a-person', EXPIRED.id), half),
  nudge: respondToTimer({ what: 'nudge', changedAt: NINE, key: 'timer', at: NINE }, half, context),
  'question-answered': turn(pressed('ask-question', `${EXPIRED.id}:0`)),
  'questions-as-message': turn(pressed('questions', EXPIRED.id)),
  'details-as-message': turn(pressed('details', EXPIRED.id)),
  'related-as-message': turn(pressed('related', EXPIRED.id)),
  'step-help': turn(wrote('help 3', { addressed: true })),
  'steps-on-request': turn(wrote('show steps', { addressed: true }), half),
  'help-in-thread': turn(wrote('help', { addressed: true })),
  'secret-note': alone(pasted(secret)),
  'opening-deleted': turn({ ...moved, kind: 'message-deleted', place: PLACE }),
  'command-help': alone(given('help')),
  'command-show': alone(given(`show ${EXPIRED.id}`)),
  'command-list': alone(given('list acme')),
  'command-mine': alone(given('mine'), { mine: [half] }),
  'command-stats': alone(given('stats'), { tallies }),
  'command-gaps': alone(given('gaps'), maintained),
  'command-watch': alone(given('watch'), maintained),
  'command-watch-refused': alone(given('watch off'), {
    settings: { ...context.settings, maintainers: ['U0MAINTAINER'] },
  }),
};

const CARRIED = { channel: 'C1', thread: '1.2', message: '1.3' };
const modal = (button: Parameters<typeof pressed>[0], value: string = EXPIRED.id) => {
  const page = look(pressed(button, value), opened, context);
  return page && renderModal(page, CARRIED);
};
const upkeep = { inForce: ['160 entries', '`C1`: `errors`'], problems: ['`channels.C1` names nobody to hand over to'] };
const ADDRESSES = new Map([['test/w/cloud-help/1', 'https://acme.example/archives/C1/p1']]);

const VIEWS: Readonly<Record<string, unknown>> = {
  'modal-advanced': modal('advanced'),
  'modal-questions': modal('questions'),
  'modal-question-chosen': modal('ask-question', `${EXPIRED.id}:0`),
  'modal-related': modal('related'),
  'modal-details': modal('details'),
  form: renderForm([{ id: 'acme', name: 'Acme' }], { channel: 'C1' }),
  diagnosis: renderDiagnosis(alone(given(`show ${EXPIRED.id}`)).replies[0], { ...CARRIED, kept: 'k', author: 'U2' }),
  'diagnosis-of-nothing': renderDiagnosis(undefined, CARRIED),
  home: drawHome(homePage({ mine: [half], tallies }, context), ADDRESSES),
  'home-of-a-maintainer': drawHome(homePage({ mine: [], tallies: [], upkeep }, context), ADDRESSES),
};

const drawn: readonly (readonly [string, unknown])[] = [
  ...Object.entries(REPLIES).map(([name, { replies }]) => [name, replies.map(render)] as const),
  ...Object.entries(VIEWS),
];

describe('Slack gets', () => {
  it.each(drawn)('%s as in the golden file', (name, blocks) => {
    const file = join(FOLDER, `${name}.json`);
    if (process.env['UPDATE_GOLDEN']) {
      mkdirSync(FOLDER, { recursive: true });
      writeFileSync(file, `${JSON.stringify(blocks, undefined, 2)}\n`);
    }
    expect(JSON.parse(JSON.stringify(blocks))).toEqual(JSON.parse(readFileSync(file, 'utf8')));
  });

  it('nothing that no longer exists', () => {
    expect(readdirSync(FOLDER).toSorted()).toEqual(drawn.map(([name]) => `${name}.json`).toSorted());
  });

  it('something in every one of them', () => {
    for (const [name, blocks] of drawn) expect([name, JSON.stringify(blocks)?.length ?? 0]).not.toEqual([name, 2]);
  });
});
