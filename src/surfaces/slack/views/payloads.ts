// The parts of Slack's payloads about views and shortcuts that we read; a payload of another shape is not for us.
import { z } from 'zod';
import { clicked, written } from '../receiving/payloads.ts';

const id = z.object({ id: z.string() });
const from = { user: id };

/** What a view carries from where it was opened to where something is done in it. */
const carried = z.object({
  channel: z.string(),
  thread: z.string().exactOptional(),
  message: z.string().exactOptional(),
  returnPath: z.string().exactOptional(),
  /** The button that submitting stands for. */
  button: z.string().exactOptional(),
  value: z.string().exactOptional(),
  /** A message to diagnose: where its text is kept, and who wrote it. */
  kept: z.string().exactOptional(),
  author: z.string().exactOptional(),
});
export type Carried = z.infer<typeof carried>;

/** In a form everything that was filled in, by block and element. */
const filled = z.record(
  z.string(),
  z.record(
    z.string(),
    z.object({ value: z.string().nullish(), selected_option: z.object({ value: z.string() }).nullish() }),
  ),
);

const view = z.object({
  id: z.string(),
  hash: z.string().optional(),
  callback_id: z.string().default(''),
  private_metadata: z.string().default(''),
  state: z.object({ values: filled }).optional(),
});

const submission = z.object({ ...from, view });
export type SubmissionPayload = z.infer<typeof submission>;

const viewAction = z.object({ ...from, view, actions: z.array(clicked).min(1), trigger_id: z.string().optional() });
export type ViewActionPayload = z.infer<typeof viewAction>;

const shortcut = z.object({ ...from, trigger_id: z.string() });
export type ShortcutPayload = z.infer<typeof shortcut>;

const messageShortcut = shortcut.extend({
  action_ts: z.string(),
  channel: id,
  message: written.extend({ ts: z.string() }),
  response_url: z.string().optional(),
});
export type MessageShortcutPayload = z.infer<typeof messageShortcut>;

export const parseSubmission = (payload: unknown): SubmissionPayload | undefined => submission.safeParse(payload).data;
export const parseViewAction = (payload: unknown): ViewActionPayload | undefined => viewAction.safeParse(payload).data;
export const parseShortcut = (payload: unknown): ShortcutPayload | undefined => shortcut.safeParse(payload).data;
export const parseMessageShortcut = (payload: unknown): MessageShortcutPayload | undefined =>
  messageShortcut.safeParse(payload).data;

/** Undefined where the view is not one of ours, or of an earlier version. */
export function readCarried({
  private_metadata: metadata,
}: {
  readonly private_metadata: string;
}): Carried | undefined {
  try {
    return carried.safeParse(JSON.parse(metadata)).data;
  } catch {
    // A view without metadata, or with somebody else's.
    return undefined;
  }
}
