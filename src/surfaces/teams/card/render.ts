// A Reply as one Adaptive Card 1.5. Pure.
import type { Block, Line, Reply, Span } from '../../../conversation/reply.ts';
import { buttonRows, checklist, type Pen, refresh, tickedOf } from './actions.ts';
import { bytesOf, cut, LIMITS } from './limits.ts';
import { drawLine, type Element, heading, mentionOf } from './lines.ts';

export type AdaptiveCard = Element & { readonly type: 'AdaptiveCard'; readonly body: readonly Element[] };

/**
 * `viewers` are accounts whose clients fetch the card anew when they show it. In a `dialog` Teams knows no Action.Execute,
 * only its older form.
 */
export type RenderOptions = { readonly viewers?: readonly string[]; readonly dialog?: boolean };

/** Within the limit by construction: text blocks go, the last first, and if that is not enough the summary stays alone. */
export function render(reply: Reply, options: RenderOptions = {}): AdaptiveCard {
  let { blocks } = reply;
  for (;;) {
    const card = draw({ ...reply, blocks }, options);
    if (bytesOf(card) <= LIMITS.cardBytes) return card;
    const last = blocks.findLastIndex(
      ({ kind }) => kind === 'text' || kind === 'quiet' || kind === 'code' || kind === 'list',
    );
    if (last < 1) break;
    blocks = blocks.toSpliced(last, 1);
  }
  return draw(
    { ...reply, blocks: [{ kind: 'text', text: [{ kind: 'plain', text: cut(reply.summary, LIMITS.fallbackText) }] }] },
    {},
  );
}

function draw(reply: Reply, options: RenderOptions): AdaptiveCard {
  const pen: Pen = { ticked: tickedOf(reply.blocks), ...(options.dialog && { dialog: true }) };
  const entities = reply.blocks
    .flatMap(linesOf)
    .flatMap(line => line.flatMap(span => ('id' in span ? [mentionOf(span)] : [])));
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    fallbackText: cut(reply.summary, LIMITS.fallbackText),
    body: sectionsOf(reply.blocks).flatMap((section, i) => separated(drawSection(section, pen), i > 0)),
    msteams: { width: 'Full', ...(entities.length > 0 && { entities }) },
    ...(options.viewers && options.viewers.length > 0 && { refresh: refresh(options.viewers, pen) }),
  };
}

function sectionsOf(blocks: readonly Block[]): Block[][] {
  const sections: Block[][] = [[]];
  for (const block of blocks) {
    if (block.kind === 'divider') sections.push([]);
    else sections.at(-1)?.push(block);
  }
  return sections.filter(section => section.length > 0);
}

const separated = (elements: readonly Element[], isSeparated: boolean): Element[] =>
  elements.map((element, i) => (isSeparated && i === 0 ? { ...element, separator: true, spacing: 'Medium' } : element));

/** What follows a checklist is its step at hand: it stands on a ground of its own. */
function drawSection(blocks: readonly Block[], pen: Pen): Element[] {
  const head = blocks.findIndex(({ kind }) => kind === 'checklist') + 1 || blocks.length;
  const step = blocks.slice(head).flatMap(block => drawBlock(block, pen));
  return [
    ...blocks.slice(0, head).flatMap(block => drawBlock(block, pen)),
    ...(step.length > 0 ? [{ type: 'Container', style: 'emphasis', spacing: 'Medium', items: step }] : []),
  ];
}

function drawBlock(block: Block, pen: Pen): Element[] {
  switch (block.kind) {
    case 'heading':
      return [heading(block.text)];
    case 'text':
      return [drawLine(block.text, {})];
    case 'quiet':
      return [drawLine(block.text, { isSubtle: true, size: 'Small' })];
    case 'code':
      return [code(cut(block.text, LIMITS.textRun))];
    case 'list':
      return block.items.map((item, i) => ({ ...drawLine([markOf(block, i), ...item], {}), spacing: 'Small' }));
    case 'checklist':
      return checklist(block.title, block.items, pen);
    case 'buttons':
      return buttonRows(block.buttons, block.more ?? [], pen);
    case 'divider':
      return [];
  }
}

const markOf = ({ numbered }: Extract<Block, { kind: 'list' }>, index: number): Span =>
  numbered ? { kind: 'bold', text: `${index + 1} · ` } : { kind: 'plain', text: '• ' };

const linesOf = (block: Block): readonly Line[] => {
  if (block.kind === 'list') return block.items;
  return block.kind === 'text' || block.kind === 'quiet' ? [block.text] : [];
};

/** Teams' own element copies a command exactly; a client that lacks it (phones) draws the lines in monospace. */
const code = (text: string): Element => ({
  type: 'CodeBlock',
  codeSnippet: text,
  language: 'PlainText',
  fallback: {
    type: 'Container',
    items: text.split('\n').map((line, i) => ({
      type: 'RichTextBlock',
      inlines: [{ type: 'TextRun', text: line || ' ', fontType: 'Monospace' }],
      ...(i > 0 && { spacing: 'None' }),
    })),
  },
});
