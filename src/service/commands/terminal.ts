// A Reply drawn in a terminal: the same blocks, as lines of text.

import { styleText } from 'node:util';
import type { Block, Line } from '../../conversation/reply.ts';

type Style = 'bold' | 'dim' | 'cyan';

/** Colours only where a terminal shows them; a pipe gets plain text. */
export function drawBlocks(blocks: readonly Block[], coloured: boolean): string {
  const paint = (style: Style, text: string): string =>
    coloured ? styleText(style, text, { validateStream: false }) : text;
  return blocks.flatMap(block => draw(block, paint)).join('\n');
}

type Paint = (style: Style, text: string) => string;

function draw(block: Block, paint: Paint): string[] {
  switch (block.kind) {
    case 'heading':
      return [paint('bold', block.text)];
    case 'text':
      return [drawLine(block.text, paint)];
    case 'quiet':
      return [
        paint(
          'dim',
          drawLine(block.text, (_, text) => text),
        ),
      ];
    case 'code':
      return block.text.split('\n').map(line => `    ${paint('cyan', line)}`);
    case 'list':
      return block.items.map((item, i) => `  ${block.numbered ? `${i + 1}.` : '-'} ${drawLine(item, paint)}`);
    case 'checklist':
      return [
        paint('bold', block.title),
        ...block.items.map(({ done, label }, i) => `  [${done ? 'x' : ' '}] ${i + 1}. ${label}`),
      ];
    case 'buttons':
      return [];
    case 'divider':
      return [''];
  }
}

const drawLine = (line: Line, paint: Paint): string =>
  line
    .map(span => {
      if ('id' in span) return `@${span.id}`;
      if (span.kind === 'link') return `${span.text}: ${span.href}`;
      if (span.kind === 'bold') return paint('bold', span.text);
      return span.kind === 'code' ? paint('cyan', span.text) : span.text;
    })
    .join('');
