// What the page may ask for, and nothing else: the shape of every request body.
import { z } from 'zod';

/** Who acts, and in which browser tab. */
const actor = { as: z.string().min(1), client: z.string().max(100).default('') };
const at = { channel: z.string().min(1), ts: z.string().min(1) };
const choice = z.object({ block: z.string(), action: z.string(), values: z.array(z.string()).readonly() });
const choices = z.array(choice).readonly();

export const requests = {
  message: z.object({ ...actor, channel: z.string(), text: z.string(), thread: z.string().optional() }),
  command: z.object({ ...actor, channel: z.string(), text: z.string(), thread: z.string().optional() }),
  edit: z.object({ ...actor, ...at, text: z.string() }),
  delete: z.object({ ...actor, ...at }),
  react: z.object({ ...actor, ...at, name: z.string().regex(/^[\w+'-]{1,100}$/) }),
  action: z.object({
    ...actor,
    on: z.union([z.object(at), z.object({ view: z.string().min(1) })]),
    choice,
    state: choices.default([]),
  }),
  shortcut: z.object({ ...actor, callback: z.string(), on: z.object(at).optional() }),
  submit: z.object({ ...actor, view: z.string(), choices }),
  close: z.object({ ...actor, view: z.string() }),
  home: z.object({ ...actor, tab: z.enum(['home', 'messages']) }),
} as const;

export type Requests = { readonly [Name in keyof typeof requests]: z.infer<(typeof requests)[Name]> };
