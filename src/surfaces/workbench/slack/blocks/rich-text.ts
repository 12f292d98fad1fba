// Rich text as Slack writes it down: what people type becomes this, and apps may post it too.
import { z } from 'zod';

const style = {
  style: z
    .strictObject({
      bold: z.boolean().optional(),
      italic: z.boolean().optional(),
      strike: z.boolean().optional(),
      code: z.boolean().optional(),
    })
    .optional(),
};

const run = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: z.string(), ...style }),
  z.strictObject({ type: z.literal('link'), url: z.string().min(1), text: z.string().optional(), ...style }),
  z.strictObject({ type: z.literal('user'), user_id: z.string(), ...style }),
  z.strictObject({ type: z.literal('channel'), channel_id: z.string(), ...style }),
  z.strictObject({ type: z.literal('usergroup'), usergroup_id: z.string(), ...style }),
  z.strictObject({ type: z.literal('broadcast'), range: z.enum(['here', 'channel', 'everyone']), ...style }),
  z.strictObject({ type: z.literal('emoji'), name: z.string(), unicode: z.string().optional(), ...style }),
]);

const border = { border: z.number().int().min(0).max(1).optional() };
const section = z.strictObject({ type: z.literal('rich_text_section'), elements: z.array(run) });
const preformatted = z.strictObject({
  type: z.literal('rich_text_preformatted'),
  elements: z.array(run),
  language: z.string().optional(),
  ...border,
});
const quote = z.strictObject({ type: z.literal('rich_text_quote'), elements: z.array(run), ...border });
const list = z.strictObject({
  type: z.literal('rich_text_list'),
  style: z.enum(['bullet', 'ordered']),
  elements: z.array(section),
  indent: z.number().int().min(0).max(8).optional(),
  offset: z.number().int().min(0).optional(),
  ...border,
});

export const richTextPart = z.discriminatedUnion('type', [section, preformatted, quote, list]);

export type RichRun = z.infer<typeof run>;
export type RichPart = z.infer<typeof richTextPart>;
