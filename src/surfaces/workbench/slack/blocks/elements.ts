// The parts of Block Kit that blocks are made of: texts, options and the elements people click or fill in.
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { LIMITS } from '../limits.ts';
import { optionsOf } from './options.ts';

export const plainText = (longest: number) =>
  z.strictObject({
    type: z.literal('plain_text'),
    text: z.string().min(1).max(longest),
    emoji: z.boolean().optional(),
  });

const mrkdwnText = (longest: number) =>
  z.strictObject({ type: z.literal('mrkdwn'), text: z.string().min(1).max(longest), verbatim: z.boolean().optional() });

export const anyText = (longest: number) => z.discriminatedUnion('type', [plainText(longest), mrkdwnText(longest)]);

const confirm = z.strictObject({
  title: plainText(LIMITS.confirmTitle),
  text: anyText(LIMITS.confirmText),
  confirm: plainText(LIMITS.confirmButton),
  deny: plainText(LIMITS.confirmButton),
  style: z.enum(['primary', 'danger']).optional(),
});

/** Ticks and radios may use mrkdwn in their options, menus may not. */
const richOption = z.strictObject({
  text: anyText(LIMITS.optionText),
  value: z.string().max(LIMITS.optionValue),
  description: anyText(LIMITS.optionDescription).optional(),
});
const menuOption = z.strictObject({
  text: plainText(LIMITS.optionText),
  value: z.string().max(LIMITS.optionValue),
  description: plainText(LIMITS.optionDescription).optional(),
  url: z.string().max(LIMITS.url).optional(),
});
const optionGroup = z.strictObject({
  label: plainText(LIMITS.optionText),
  options: z.array(menuOption).min(1).max(LIMITS.selectOptions),
});

const actionable = { action_id: z.string().min(1).max(LIMITS.actionId).optional() };
const confirmable = { ...actionable, confirm: confirm.optional() };
const focusable = { ...confirmable, focus_on_load: z.boolean().optional() };
const placeholder = { placeholder: plainText(LIMITS.placeholder).optional() };

const button = z.strictObject({
  type: z.literal('button'),
  text: plainText(LIMITS.buttonText),
  value: z.string().max(LIMITS.buttonValue).optional(),
  url: z.string().max(LIMITS.url).optional(),
  style: z.enum(['primary', 'danger']).optional(),
  accessibility_label: z.string().max(LIMITS.accessibilityLabel).optional(),
  ...confirmable,
});

const checkboxes = z.strictObject({
  type: z.literal('checkboxes'),
  options: z.array(richOption).min(1).max(LIMITS.checkboxOptions),
  initial_options: z.array(richOption).min(1).optional(),
  ...focusable,
});

const radioButtons = z.strictObject({
  type: z.literal('radio_buttons'),
  options: z.array(richOption).min(1).max(LIMITS.checkboxOptions),
  initial_option: richOption.optional(),
  ...focusable,
});

const menuChoices = {
  options: z.array(menuOption).min(1).max(LIMITS.selectOptions).optional(),
  option_groups: z.array(optionGroup).min(1).max(LIMITS.selectOptions).optional(),
};
const staticSelect = z.strictObject({
  type: z.literal('static_select'),
  ...menuChoices,
  initial_option: menuOption.optional(),
  ...focusable,
  ...placeholder,
});
const multiStaticSelect = z.strictObject({
  type: z.literal('multi_static_select'),
  ...menuChoices,
  initial_options: z.array(menuOption).min(1).optional(),
  max_selected_items: z.number().int().min(1).optional(),
  ...focusable,
  ...placeholder,
});

const overflow = z.strictObject({
  type: z.literal('overflow'),
  options: z.array(menuOption).min(1).max(LIMITS.overflowOptions),
  ...confirmable,
});

const respondable = { response_url_enabled: z.boolean().optional() };
const usersSelect = z.strictObject({
  type: z.literal('users_select'),
  initial_user: z.string().optional(),
  ...focusable,
  ...placeholder,
});
const conversationsSelect = z.strictObject({
  type: z.literal('conversations_select'),
  initial_conversation: z.string().optional(),
  default_to_current_conversation: z.boolean().optional(),
  filter: z.looseObject({}).optional(),
  ...respondable,
  ...focusable,
  ...placeholder,
});
const channelsSelect = z.strictObject({
  type: z.literal('channels_select'),
  initial_channel: z.string().optional(),
  ...respondable,
  ...focusable,
  ...placeholder,
});

const typed = <Kind extends string>(kind: Kind) =>
  z.strictObject({
    type: z.literal(kind),
    initial_value: z.string().optional(),
    multiline: z.boolean().optional(),
    min_length: z.number().int().min(0).max(LIMITS.inputLength).optional(),
    max_length: z.number().int().min(1).max(LIMITS.inputLength).optional(),
    dispatch_action_config: z.looseObject({}).optional(),
    ...focusable,
    ...placeholder,
  });
const plainTextInput = typed('plain_text_input');
const emailInput = typed('email_text_input');
const urlInput = typed('url_text_input');

export const image = z.strictObject({
  type: z.literal('image'),
  image_url: z.string().min(1).max(LIMITS.imageUrl),
  alt_text: z.string().min(1).max(LIMITS.altText),
});

const clickable = [button, overflow, usersSelect, conversationsSelect, channelsSelect] as const;
const choosable = [checkboxes, radioButtons, staticSelect] as const;
/** A multi-select in an actions block is refused by the real platform too; as an accessory or in a form it is fine. */
const actionElement = z.discriminatedUnion('type', [...clickable, ...choosable]);
const accessory = z.discriminatedUnion('type', [...clickable, ...choosable, multiStaticSelect, image]);
const inputElement = z.discriminatedUnion('type', [
  plainTextInput,
  emailInput,
  urlInput,
  multiStaticSelect,
  usersSelect,
  conversationsSelect,
  channelsSelect,
  ...choosable,
]);

type Choices = z.infer<typeof accessory> | z.infer<typeof inputElement>;

/** What a schema cannot say: what is chosen at the start must be one of the options, word for word. */
function startsWithin(element: Choices, context: z.core.$RefinementCtx): void {
  const offered = optionsOf(element);
  const chosen = initialOf(element);
  const unknown = chosen.find(one => !offered.some(option => isDeepStrictEqual(option, one)));
  if (unknown) context.issues.push({ code: 'custom', input: element, message: initialProblem(element) });
  const needsOptions = element.type === 'static_select' || element.type === 'multi_static_select';
  if (needsOptions && offered.length === 0)
    context.issues.push({ code: 'custom', input: element, message: 'missing required field: options' });
}

const initialProblem = (element: Choices): string =>
  `${'initial_options' in element ? 'initial_options' : 'initial_option'} must be among the options`;

function initialOf(element: Choices): readonly Option[] {
  if ('initial_options' in element) return element.initial_options ?? [];
  if ('initial_option' in element && element.initial_option) return [element.initial_option];
  return [];
}

export const checkedActionElement = actionElement.superRefine(startsWithin);
export const checkedAccessory = accessory.superRefine(startsWithin);
export const checkedInputElement = inputElement.superRefine(startsWithin);

export type PlainText = z.infer<ReturnType<typeof plainText>>;
export type AnyText = z.infer<ReturnType<typeof anyText>>;
export type Confirm = z.infer<typeof confirm>;
export type Option = z.infer<typeof richOption> | z.infer<typeof menuOption>;
export type Element = z.infer<typeof accessory> | z.infer<typeof inputElement>;
