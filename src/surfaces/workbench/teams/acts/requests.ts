// What the page may ask of the Teams view, and nothing else: the shape of every request body.
import { z } from 'zod';
import { LIMITS } from '../limits.ts';

/** Who acts, and in which browser tab. */
const actor = { as: z.string().min(1), client: z.string().max(100).default('') };
const where = { conversation: z.string().min(1) };
const message = { ...where, id: z.string().min(1) };
const text = z
  .string()
  .refine(
    typed => new TextEncoder().encode(typed).length <= LIMITS.typedBytes,
    'Teams takes about 28 KB in one message. Paste the part with the error.',
  );
const words = text.refine(typed => typed.trim() !== '', 'There is nothing to post.');
const data = z.record(z.string(), z.unknown());
const thread = z.string().min(1).exactOptional();

export const requests = {
  message: z.object({ ...actor, ...where, text: words, thread }),
  file: z.object({
    ...actor,
    ...where,
    text,
    name: z.string().min(1).max(200),
    content: z.string().max(LIMITS.fileBytes, 'That file is too large for the workbench.'),
    thread,
  }),
  command: z.object({ ...actor, ...where, text: words }),
  edit: z.object({ ...actor, ...message, text: words }),
  delete: z.object({ ...actor, ...message }),
  press: z.object({
    ...actor,
    ...message,
    action: z.object({ type: z.enum(['Action.Execute', 'Action.Submit']), verb: z.string().default(''), data }),
  }),
  refresh: z.object({ ...actor, ...message }),
  diagnose: z.object({ ...actor, ...message }),
  submit: z.object({ ...actor, ...message, data }),
  search: z.object({ ...actor, ...where, words: z.string().max(200) }),
  insert: z.object({ ...actor, ...where, card: data, thread }),
} as const;

export type Requests = { readonly [Name in keyof typeof requests]: z.infer<(typeof requests)[Name]> };
