// What can be pressed and ticked in a card. Each button brings back our own ids and the ticks, and nothing else.
import type { Block, Button, ChecklistItem } from '../../../conversation/reply.ts';
import type { CardData } from '../activity/activity.ts';
import { REFRESH, SAVE_TICKS } from '../receive.ts';
import { cut, LIMITS } from './limits.ts';
import type { Element } from './lines.ts';

/** What every button of a card carries: the checklist's entry and ticks as they were drawn, so that new ones show. */
export type Pen = { readonly ticked: Pick<CardData, 'entry' | 'done'>; readonly dialog?: true };

export function tickedOf(blocks: readonly Block[]): Pick<CardData, 'entry' | 'done'> {
  const checklist = blocks.find(block => block.kind === 'checklist');
  return checklist ? { entry: checklist.entry, done: doneOf(checklist.items) } : {};
}

/** Choice sets join what is chosen by commas; the ids of steps hold none. */
const doneOf = (items: readonly ChecklistItem[]): string =>
  items
    .filter(({ done }) => done)
    .map(({ step }) => step)
    .join(',');

export const refresh = (viewers: readonly string[], pen: Pen): unknown => ({
  action: { type: 'Action.Execute', verb: REFRESH, data: { v: 1, verb: REFRESH, ...pen.ticked } },
  userIds: viewers.slice(0, LIMITS.viewers),
});

/** Nothing is sent while somebody ticks: the button below does, or any other of the card. */
export const checklist = (title: string, items: readonly ChecklistItem[], pen: Pen): Element[] => [
  {
    type: 'Input.ChoiceSet',
    id: 'steps',
    label: title,
    isMultiSelect: true,
    style: 'expanded',
    wrap: true,
    value: doneOf(items),
    choices: items.map((item, i) => ({ title: choiceTitle(item, i + 1), value: item.step })),
  },
  { type: 'ActionSet', spacing: 'Small', actions: [action('Save ticks', { verb: SAVE_TICKS, value: '' }, pen)] },
];

/** Some clients take titles for Markdown and some do not, so what could be taken for it is written differently. */
function choiceTitle({ label, note }: ChecklistItem, number: number): string {
  const plain = label.replaceAll('`', '').replaceAll('*', '∗').replaceAll('](', '] (');
  return cut(`${number} · ${plain}${note === undefined ? '' : ` (${note})`}`, LIMITS.choiceTitle);
}

/** In rows that fit a narrow pane, so that no button falls off; `more` is the menu at the end of the last row. */
export function buttonRows(buttons: readonly Button[], more: readonly Button[], pen: Pen): Element[] {
  const shown = buttons.slice(0, LIMITS.buttons);
  const menu = more.slice(0, LIMITS.buttons).map(button => ({ ...drawButton(button, pen), mode: 'secondary' }));
  const long = shown.some(isLong) ? shown.map(button => drawLong(button, pen)) : [];
  const rows = rowsOf(long.length > 0 ? [] : shown, menu.length > 0);
  const sets = rows.map((row, i) => ({
    type: 'ActionSet',
    ...(i > 0 && { spacing: 'Small' }),
    actions: [...row.map(button => drawButton(button, pen)), ...(i === rows.length - 1 ? menu : [])],
  }));
  return [...long, ...sets];
}

/** The menu's own button takes room as well, and stands alone where there is no other. */
function rowsOf(buttons: readonly Button[], hasMenu: boolean): Button[][] {
  const rows: Button[][] = hasMenu && buttons.length === 0 ? [[]] : [];
  for (const [i, button] of buttons.entries()) {
    const row = rows.at(-1);
    const menu = hasMenu && i === buttons.length - 1 ? LIMITS.menuWidth : 0;
    if (row && widthOf([...row, button]) + menu <= LIMITS.rowCharacters) row.push(button);
    else rows.push([button]);
  }
  return rows;
}

const widthOf = (row: readonly Button[]): number =>
  row.reduce((sum, { label }) => sum + label.length + LIMITS.buttonMargin, 0);

const isLong = (button: Button): boolean => widthOf([button]) > LIMITS.rowCharacters;

/** Teams cuts off what does not fit into a button; a text that can be pressed is shown in full. All of one choice look alike. */
const drawLong = (button: Button, pen: Pen): Element => ({
  type: 'Container',
  style: 'emphasis',
  spacing: 'Small',
  selectAction: drawButton(button, pen),
  items: [
    {
      type: 'RichTextBlock',
      inlines: [{ type: 'TextRun', text: cut(button.label, LIMITS.longTitle), weight: 'Bolder' }],
    },
  ],
});

const drawButton = ({ button, value, label, primary }: Button, pen: Pen): Element => ({
  ...action(label, { verb: button, value }, pen),
  ...(primary && { style: 'positive' }),
});

function action(label: string, { verb, value }: Pick<CardData, 'verb' | 'value'>, pen: Pen): Element {
  const title = cut(label, LIMITS.longTitle);
  const data = { v: 1, verb, ...(value !== '' && { value }), ...pen.ticked };
  const submit = { type: 'Action.Submit', title, data };
  return pen.dialog ? submit : { type: 'Action.Execute', title, verb, data, fallback: submit };
}
