// What does not fit into one message is left out, the least needed first; the details page has all of it.
import type { types } from '@slack/bolt';
import type { Block } from '../../../conversation/reply.ts';
import { TEXTS } from '../../../conversation/texts.ts';
import { LIMITS } from './limits.ts';

type Draw = (block: Block) => types.KnownBlock[];

/** The blocks of a message, drawn: at most so many, with at most so much text. */
export function fitBlocks(blocks: readonly Block[], draw: Draw): types.KnownBlock[] {
  const drawn = joined(blocks.flatMap(draw), LIMITS.blocksInMessage);
  if (fits(drawn)) return [...drawn];
  let left = [...blocks];
  for (;;) {
    const least = leastNeeded(left);
    if (least === undefined) return left.flatMap(draw).slice(0, LIMITS.blocksInMessage);
    left = left.toSpliced(least, 1);
    const shortened = withNote(left).flatMap(draw);
    if (fits(shortened)) return shortened;
  }
}

/** Texts that stand together become one block where there would be more than that. */
export function joined(blocks: readonly types.KnownBlock[], most: number): readonly types.KnownBlock[] {
  if (blocks.length <= most) return blocks;
  const all: types.KnownBlock[] = [];
  for (const block of blocks) {
    const last = all.at(-1);
    if (block.type === 'rich_text' && last?.type === 'rich_text')
      all[all.length - 1] = { ...last, elements: [...last.elements, ...block.elements] };
    else all.push(block);
  }
  return all;
}

const fits = (blocks: readonly types.KnownBlock[]): boolean =>
  blocks.length <= LIMITS.blocksInMessage && textIn(blocks) <= LIMITS.textInMessage;

/** Lists of causes first, then what stands furthest down. Titles, checklists and buttons stay. */
const DISPENSABLE: readonly (readonly Block['kind'][])[] = [['list'], ['code', 'text', 'quiet', 'divider']];

function leastNeeded(blocks: readonly Block[]): number | undefined {
  const places = DISPENSABLE.map(kinds => blocks.findLastIndex(({ kind }, i) => i > 0 && kinds.includes(kind)));
  return places.find(place => place >= 0);
}

/** Before the buttons, where there is a way to the rest. */
function withNote(blocks: readonly Block[]): Block[] {
  const at = blocks.findLastIndex(block => block.kind === 'buttons' && leadsToDetails(block));
  if (at < 0) return [...blocks];
  return blocks.toSpliced(at, 0, { kind: 'quiet', text: [{ kind: 'plain', text: TEXTS.shortened }] });
}

const leadsToDetails = ({ buttons, more = [] }: Extract<Block, { kind: 'buttons' }>): boolean =>
  [...buttons, ...more].some(({ button }) => button === 'details');

const READ = new Set(['text', 'description', 'label', 'hint', 'placeholder', 'url']);

/** All characters that Slack may count: whatever stands under a key that people read, and addresses. */
export function textIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  if (Array.isArray(value)) return value.reduce((sum: number, one) => sum + textIn(one), 0);
  return Object.entries(value).reduce(
    (sum, [key, one]) => sum + (typeof one === 'string' && READ.has(key) ? one.length : textIn(one)),
    0,
  );
}
