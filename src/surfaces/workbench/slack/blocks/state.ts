// What elements hold: the part of an interaction that reports every choice made, in Slack's shapes.
import type { Choice } from '../../protocol.ts';
import type { Block } from './blocks.ts';
import type { Element, Option } from './elements.ts';
import { initialValues } from './initial.ts';
import { elementsOf, optionsOf } from './options.ts';

export type Reported = Readonly<Record<string, unknown>>;
export type StateValues = Readonly<Record<string, Readonly<Record<string, Reported>>>>;

/** Every stateful element of a message or form: what was chosen, else what it started with. */
export function stateValues(blocks: readonly Block[], choices: readonly Choice[]): StateValues {
  const values: Record<string, Record<string, Reported>> = {};
  for (const block of blocks)
    for (const element of elementsOf(block)) {
      const { block: blockId, action } = idsOf(block, element);
      const chosen = choices.find(choice => choice.block === blockId && choice.action === action)?.values;
      const value = reported(element, chosen ?? initialValues(element));
      if (value) values[blockId] = { ...values[blockId], [action]: value };
    }
  return values;
}

/** The element a click names, with the block it stands in. */
export function findElement(blocks: readonly Block[], choice: Choice): Element | undefined {
  const block = blocks.find(one => one.block_id === choice.block);
  return block && elementsOf(block).find(element => idsOf(block, element).action === choice.action);
}

const idsOf = (block: Block, element: Element) => ({
  block: block.block_id ?? '',
  action: ('action_id' in element ? element.action_id : undefined) ?? '',
});

/** One action of a `block_actions` payload: ticks report the whole set, not the difference. */
export function actionOf(element: Element, choice: Choice, ts: string): Reported {
  const base = { type: element.type, block_id: choice.block, action_id: choice.action, action_ts: ts };
  if (element.type === 'button')
    return { ...base, text: element.text, ...given({ value: element.value, style: element.style }) };
  if (element.type === 'overflow') return { ...base, selected_option: optionOf(element, choice.values) };
  return { ...base, ...reported(element, choice.values) };
}

function reported(element: Element, values: readonly string[]): Reported | undefined {
  const [first] = values;
  switch (element.type) {
    case 'checkboxes':
    case 'multi_static_select':
      return {
        type: element.type,
        selected_options: optionsOf(element).filter(option => values.includes(option.value)),
      };
    case 'radio_buttons':
    case 'static_select':
      return { type: element.type, selected_option: optionOf(element, values) };
    case 'users_select':
      return { type: element.type, selected_user: first ?? null };
    case 'conversations_select':
      return { type: element.type, selected_conversation: first ?? null };
    case 'channels_select':
      return { type: element.type, selected_channel: first ?? null };
    case 'plain_text_input':
    case 'email_text_input':
    case 'url_text_input':
      return { type: element.type, value: first || null };
    case 'button':
    case 'overflow':
    case 'image':
      return undefined;
  }
}

const optionOf = (element: Element, values: readonly string[]): Option | null =>
  optionsOf(element).find(option => option.value === values[0]) ?? null;

const given = (fields: Reported): Reported =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
