// The blocks and views that the stand-in platform accepts, as Slack's Block Kit defines them.
import { z } from 'zod';
import { LIMITS } from '../limits.ts';
import { anyText, checkedAccessory, checkedActionElement, checkedInputElement, image, plainText } from './elements.ts';
import { richTextPart } from './rich-text.ts';

const block = { block_id: z.string().max(LIMITS.blockId).optional() };

const section = z
  .strictObject({
    type: z.literal('section'),
    text: anyText(LIMITS.sectionText).optional(),
    fields: z.array(anyText(LIMITS.fieldText)).min(1).max(LIMITS.sectionFields).optional(),
    accessory: checkedAccessory.optional(),
    expand: z.boolean().optional(),
    ...block,
  })
  .refine(one => one.text || one.fields, 'must define either `text` or `fields`');

const header = z.strictObject({
  type: z.literal('header'),
  text: plainText(LIMITS.headerText),
  level: z.number().int().min(1).max(4).optional(),
  ...block,
});

const divider = z.strictObject({ type: z.literal('divider'), ...block });

const context = z.strictObject({
  type: z.literal('context'),
  elements: z
    .array(z.discriminatedUnion('type', [anyText(LIMITS.contextText), image]))
    .min(1)
    .max(LIMITS.contextElements),
  ...block,
});

const actions = z.strictObject({
  type: z.literal('actions'),
  elements: z.array(checkedActionElement).min(1).max(LIMITS.actionsElements),
  ...block,
});

const input = z.strictObject({
  type: z.literal('input'),
  label: plainText(LIMITS.inputLabel),
  element: checkedInputElement,
  hint: plainText(LIMITS.inputHint).optional(),
  optional: z.boolean().optional(),
  dispatch_action: z.boolean().optional(),
  ...block,
});

const imageBlock = z.strictObject({
  type: z.literal('image'),
  image_url: z.string().min(1).max(LIMITS.imageUrl),
  alt_text: z.string().min(1).max(LIMITS.altText),
  title: plainText(LIMITS.imageTitle).optional(),
  ...block,
});

const markdown = z.strictObject({
  type: z.literal('markdown'),
  text: z.string().min(1).max(LIMITS.markdownText),
  ...block,
});

const richText = z.strictObject({ type: z.literal('rich_text'), elements: z.array(richTextPart), ...block });

const anyBlock = z.discriminatedUnion('type', [
  section,
  header,
  divider,
  context,
  actions,
  input,
  imageBlock,
  markdown,
  richText,
]);

export const messageBlocks = z.array(anyBlock).max(LIMITS.blocksPerMessage);

const viewBasics = {
  blocks: z.array(anyBlock).max(LIMITS.blocksPerView),
  private_metadata: z.string().max(LIMITS.privateMetadata).optional(),
  callback_id: z.string().max(LIMITS.callbackId).optional(),
  external_id: z.string().max(LIMITS.callbackId).optional(),
};
const modal = z
  .strictObject({
    type: z.literal('modal'),
    title: plainText(LIMITS.viewTitle),
    submit: plainText(LIMITS.viewButton).optional(),
    close: plainText(LIMITS.viewButton).optional(),
    clear_on_close: z.boolean().optional(),
    notify_on_close: z.boolean().optional(),
    submit_disabled: z.boolean().optional(),
    ...viewBasics,
  })
  .refine(view => view.submit || !view.blocks.some(one => one.type === 'input'), 'missing required field: submit');
const home = z.strictObject({ type: z.literal('home'), ...viewBasics });

export const viewShape = z.discriminatedUnion('type', [modal, home]);

export type Block = z.infer<typeof anyBlock>;
export type ViewShape = z.infer<typeof viewShape>;
