// A page: what a surface shows beside the talk, at once and to one person, such as a dialog or a home tab. It changes nothing.
import type { Place } from '../chat-event.ts';
import { plain } from '../line.ts';
import type { Block, Button, Line, Reply } from '../reply.ts';
import { TEXTS } from '../texts.ts';

/** A line with something to press beside it, or with a way to the thread that it speaks of. */
export type Row = { readonly kind: 'row'; readonly text: Line; readonly button?: Button; readonly open?: Place };

/** `submit` is what the page as a whole offers to do with the thread it was opened from. */
export type Page = {
  readonly title: string;
  readonly blocks: readonly (Block | Row)[];
  readonly submit?: Button;
};

/** A page as an ordinary reply, for surfaces that show no pages and for when one could not be opened. */
export const asReply = ({ title, blocks }: Page, id: string): Reply => ({
  id,
  summary: title,
  blocks: [{ kind: 'heading', text: title }, ...blocks.flatMap(withoutRows)],
});

function withoutRows(block: Page['blocks'][number]): Block[] {
  if (block.kind !== 'row') return [block];
  const { text, button, open } = block;
  const link: Line = open ? [plain(' '), { kind: 'place', text: TEXTS.openThread, place: open }] : [];
  return [
    { kind: 'text', text: [...text, ...link] },
    ...(button ? [{ kind: 'buttons', buttons: [button] } as const] : []),
  ];
}
