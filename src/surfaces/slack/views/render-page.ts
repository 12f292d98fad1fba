// A Page as the blocks of a view. Pure, and within Slack's limits by construction.
import type { types } from '@slack/bolt';
import type { Place } from '../../../conversation/chat-event.ts';
import { placeKey } from '../../../conversation/chat-event.ts';
import { wordsOfLine } from '../../../conversation/line.ts';
import type { Page, Row } from '../../../conversation/looks/page.ts';
import { joined } from '../drawing/fit.ts';
import { cut, cutEscaped, LIMITS } from '../drawing/limits.ts';
import { drawButton, markup, renderBlock } from '../drawing/render.ts';
import type { Carried } from './payloads.ts';
import { TEXTS } from './texts.ts';

/** The addresses of threads, by their key: Slack alone knows them. */
export type Addresses = ReadonlyMap<string, string>;
const NONE: Addresses = new Map();

export const DETAILS = 'details';

/** A dialog; what it carries must fit, or it could not be acted upon. */
export function renderModal(page: Page, carried: Carried): types.ModalView {
  const { submit } = page;
  const blocks = renderPage(page);
  return {
    type: 'modal',
    callback_id: DETAILS,
    title: plain(page.title, LIMITS.viewTitle),
    close: plain(TEXTS.close, LIMITS.viewButton),
    ...(submit && { submit: plain(submit.label, LIMITS.viewButton) }),
    private_metadata: JSON.stringify({ ...carried, ...(submit && { button: submit.button, value: submit.value }) }),
    blocks,
  };
}

/** `first` stands above the page. */
export const renderHome = (page: Page, addresses: Addresses, first: types.KnownBlock[]): types.HomeView => ({
  type: 'home',
  blocks: [...first, ...renderPage(page, addresses, LIMITS.blocksInView - first.length)],
});

export const plain = (text: string, most: number): types.PlainTextElement => ({
  type: 'plain_text',
  text: cut(text, most),
});

/** What is too much even so is cut off at the end. */
function renderPage(page: Page, addresses = NONE, most: number = LIMITS.blocksInView): types.KnownBlock[] {
  const drawn = page.blocks.flatMap((block, i) => drawBlock(block, i, addresses));
  const blocks = joined(drawn, most).slice(0, most);
  while (bytesOf(blocks) > MOST_BYTES) blocks.pop();
  return blocks;
}

function drawBlock(block: Page['blocks'][number], index: number, addresses: Addresses): types.KnownBlock[] {
  if (block.kind === 'row') return drawRow(block, index, addresses);
  return block.kind === 'heading'
    ? [{ type: 'header', text: plain(block.text, LIMITS.headerText) }]
    : renderBlock(block);
}

/** Room for the title, the buttons and what is carried along. */
const MOST_BYTES = LIMITS.viewBytes - 2 * LIMITS.privateMetadata;

const bytesOf = (blocks: readonly types.KnownBlock[]): number => Buffer.byteLength(JSON.stringify(blocks));

function drawRow({ text, button, open }: Row, index: number, addresses: Addresses): types.SectionBlock[] {
  const drawn = button ? drawButton(button, index) : opening(open, index, addresses);
  // Rows have the same button each: who does not see them hears which is whose.
  const accessory = drawn && {
    ...drawn,
    accessibility_label: cut(`${drawn.text.text}: ${wordsOfLine(text)}`, LIMITS.buttonText),
  };
  return [
    {
      type: 'section',
      text: { type: 'mrkdwn', text: cutEscaped(text.map(markup).join(''), LIMITS.sectionText), verbatim: true },
      ...(accessory && { accessory }),
    },
  ];
}

/** Without an address there is nothing to press. */
function opening(place: Place | undefined, index: number, addresses: Addresses): types.Button | undefined {
  const url = place && addresses.get(placeKey(place));
  return url === undefined
    ? undefined
    : { type: 'button', action_id: `open:${index}`, text: plain(TEXTS.open, LIMITS.buttonText), url };
}
