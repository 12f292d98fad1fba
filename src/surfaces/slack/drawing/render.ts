// A Reply as Block Kit. Pure: text goes into rich text elements, where Slack interprets nothing, so nothing has to be escaped.
import type { types } from '@slack/bolt';
import type { Block, Button, ChecklistItem, Line, Reply, Span } from '../../../conversation/reply.ts';
import { fitBlocks } from './fit.ts';
import { buttonActionId, checklistBlockId, MORE_ACTION_ID, menuValue, STEPS_ACTION_ID } from './ids.ts';
import { cut, cutEscaped, LIMITS } from './limits.ts';

export type SlackMessage = { readonly text: string; readonly blocks: types.KnownBlock[] };

export function render(reply: Reply): SlackMessage {
  return {
    text: cutEscaped(escapeMarkup(reply.summary), LIMITS.fallbackText),
    blocks: fitBlocks(reply.blocks, renderBlock),
  };
}

export function renderBlock(block: Block): types.KnownBlock[] {
  switch (block.kind) {
    case 'heading':
      return [richText([{ type: 'rich_text_section', elements: [element({ kind: 'bold', text: block.text })] }])];
    case 'text':
      return [richText([{ type: 'rich_text_section', elements: block.text.map(element) }])];
    case 'quiet':
      return [quiet(block.text)];
    case 'code':
      return [
        richText([
          { type: 'rich_text_preformatted', elements: [{ type: 'text', text: cut(block.text, LIMITS.sectionText) }] },
        ]),
      ];
    case 'list':
      return [richText([listOf(block)])];
    case 'checklist':
      return [quiet([{ kind: 'bold', text: block.title }]), ...checkboxGroups(block.entry, block.items)];
    case 'buttons':
      return renderButtons(block.buttons, block.more ?? []);
    case 'divider':
      return [{ type: 'divider' }];
  }
}

const listOf = ({ items, numbered }: Extract<Block, { kind: 'list' }>): types.RichTextList => ({
  type: 'rich_text_list',
  style: numbered ? 'ordered' : 'bullet',
  elements: items.map(section),
});

const richText = (elements: types.RichTextBlock['elements']): types.RichTextBlock => ({ type: 'rich_text', elements });
const section = (line: Line) => ({ type: 'rich_text_section' as const, elements: line.map(element) });

function element(span: Span): types.RichTextElement {
  switch (span.kind) {
    case 'plain':
    case 'place':
      return { type: 'text', text: cut(span.text, LIMITS.sectionText) };
    case 'bold':
      return { type: 'text', text: cut(span.text, LIMITS.sectionText), style: { bold: true } };
    case 'code':
      return { type: 'text', text: cut(span.text, LIMITS.sectionText), style: { code: true } };
    case 'link':
      return { type: 'link', url: span.href, text: span.text };
    case 'person':
      return { type: 'user', user_id: span.id };
    case 'group':
      return { type: 'usergroup', usergroup_id: span.id };
  }
}

/** Context blocks take no rich text: here, and only here, markup has to be escaped. */
const quiet = (line: Line): types.ContextBlock => ({
  type: 'context',
  elements: [
    { type: 'mrkdwn', text: cutEscaped(line.map(markup).join(''), LIMITS.contextElementText), verbatim: true },
  ],
});

export function markup(span: Span): string {
  if ('id' in span) return '';
  const text = escapeMarkup(span.text);
  switch (span.kind) {
    case 'plain':
    case 'place':
      return text;
    case 'bold':
      // Markup must touch the words: blanks at either end stand outside it.
      return text.replaceAll('*', '∗').replace(/^(\s*)(.*?)(\s*)$/s, '$1*$2*$3');
    case 'code':
      return `\`${text.replaceAll('`', 'ʼ')}\``;
    case 'link':
      return `<${span.href}|${text}>`;
  }
}

/** Slack's three characters, `&` first: a pasted `<!channel>` must not call anybody. */
export const escapeMarkup = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Slack takes ten checkboxes a group. */
function checkboxGroups(entry: string, items: readonly ChecklistItem[]): types.ActionsBlock[] {
  const groups = Array.from({ length: Math.ceil(items.length / LIMITS.checkboxOptions) }, (_, i) =>
    items.slice(i * LIMITS.checkboxOptions, (i + 1) * LIMITS.checkboxOptions),
  );
  return groups.map((group, i) => ({
    type: 'actions',
    block_id: checklistBlockId(entry, i, group),
    elements: [checkboxes(group, i * LIMITS.checkboxOptions)],
  }));
}

/** Numbered, for “done 5” is typed by the number. */
function checkboxes(items: readonly ChecklistItem[], before: number): types.Checkboxes {
  const options = items.map((item, i) => option(item, before + i + 1));
  const ticked = options.filter((_, i) => items[i]?.done);
  return {
    type: 'checkboxes',
    action_id: STEPS_ACTION_ID,
    options,
    ...(ticked.length > 0 && { initial_options: ticked }),
  };
}

/** Done is said in the words below it, the step at hand in bold: the look alone means nothing. */
function option(item: ChecklistItem, number: number) {
  const label = `${number} · ${escapeMarkup(item.label)}`;
  const text = item.open ? `*${cutEscaped(label, LIMITS.optionText - 2)}*` : cutEscaped(label, LIMITS.optionText);
  return {
    text: { type: 'mrkdwn' as const, text, verbatim: true },
    value: item.step,
    ...(item.note !== undefined && {
      description: { type: 'plain_text' as const, text: cut(item.note, LIMITS.optionDescription) },
    }),
  };
}

function renderButtons(buttons: readonly Button[], more: readonly Button[]): types.KnownBlock[] {
  const drawn = buttons.map(drawButton).slice(0, LIMITS.actionsElements - 1);
  if (more.length === 0) return drawn.length > 0 ? [{ type: 'actions', elements: drawn }] : [];
  const options: types.PlainTextOption[] = more.slice(0, LIMITS.overflowOptions).map(({ button, value, label }) => ({
    text: { type: 'plain_text', text: cut(label, LIMITS.optionText) },
    value: menuValue(button, value),
  }));
  return [{ type: 'actions', elements: [...drawn, { type: 'overflow', action_id: MORE_ACTION_ID, options }] }];
}

export const drawButton = ({ button, value, label, primary }: Button, index: number): types.Button => ({
  type: 'button',
  action_id: buttonActionId(button, index),
  text: { type: 'plain_text', text: cut(label, LIMITS.buttonText) },
  value: cut(value === '' ? '-' : value, LIMITS.buttonValue),
  ...(primary && { style: 'primary' }),
});
