// The real knowledge and the real matcher, built once for all tests of a file, and events as a surface would make them.
import type {
  ButtonPressed,
  FollowUpWritten,
  MessagePasted,
  Person,
  Place,
  StepsChecked,
} from '../../src/conversation/chat-event.ts';
import { wordsOfLine } from '../../src/conversation/line.ts';
import type { Block, Reply } from '../../src/conversation/reply.ts';
import type { Context } from '../../src/conversation/turn.ts';
import { THRESHOLDS } from '../../src/matching/decide.ts';
import { type Redaction, redact } from '../../src/redaction/redact.ts';
import { loadKnowledge } from '../../src/service/knowledge/load.ts';
import { createBrain } from '../../src/service/pipeline/context.ts';

export const knowledge = await loadKnowledge();

export const context: Context = {
  ...createBrain(knowledge),
  settings: {
    thresholds: THRESHOLDS,
    listen: 'errors',
    configured: 'errors',
    maintainers: ['priya'],
    helpers: new Set(['marek']),
  },
};

export const PLACE: Place = { surface: 'test', workspace: 'w', channel: 'cloud-help', thread: '1' };
export const ada: Person = { id: 'ada', name: 'Ada' };
export const priya: Person = { id: 'priya', name: 'Priya' };

/** 23 November 2026, 09:00 UTC: the clock of these tests stands where they put it. */
export const NINE = Date.UTC(2026, 10, 23, 9);

let count = 0;
const happened = (by: Person, at: number) => ({ key: `event-${++count}`, at, place: PLACE, by });

export const pasted = (
  text: string,
  more: { by?: Person; at?: number; addressed?: boolean } = {},
): MessagePasted<Redaction> => ({
  ...happened(more.by ?? ada, more.at ?? NINE),
  kind: 'message-pasted',
  text: redact(text),
  addressed: more.addressed ?? false,
});

export const wrote = (
  text: string,
  more: { by?: Person; at?: number; addressed?: boolean } = {},
): FollowUpWritten<Redaction> => ({
  ...happened(more.by ?? ada, more.at ?? NINE),
  kind: 'follow-up-written',
  text: redact(text),
  addressed: more.addressed ?? false,
});

export const checked = (
  entry: string,
  shown: readonly string[],
  ticked: readonly string[],
  by: Person = ada,
  at = NINE,
): StepsChecked => ({
  ...happened(by, at),
  kind: 'steps-checked',
  entry,
  message: 'm1',
  shown,
  checked: ticked,
});

export const pressed = (
  button: ButtonPressed['button'],
  value: string,
  by: Person = ada,
  at = NINE,
): ButtonPressed => ({
  ...happened(by, at),
  kind: 'button-pressed',
  button,
  value,
  message: 'm1',
});

/** All that a reply says, as one text. */
export const textOf = (reply: Reply | undefined): string => (reply?.blocks ?? []).map(textOfBlock).join('\n');

function textOfBlock(block: Block): string {
  switch (block.kind) {
    case 'heading':
    case 'code':
      return block.text;
    case 'text':
    case 'quiet':
      return wordsOfLine(block.text);
    case 'list':
      return block.items.map(wordsOfLine).join('\n');
    case 'checklist':
      return [
        block.title,
        ...block.items.map(item => `${item.done ? 'x' : '-'} ${item.label} ${item.note ?? ''}`),
      ].join('\n');
    case 'buttons':
      return [...block.buttons, ...(block.more ?? [])].map(button => `[${button.label}]`).join(' ');
    case 'divider':
      return '';
  }
}
