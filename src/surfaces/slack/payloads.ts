// The parts of Slack's payloads that we read, checked as they come in: a payload of another shape is not for us.
import { z } from 'zod';

/** Slack's ts: seconds with a counter behind the point. What is no time could never be answered. */
const ts = z.string().regex(/^\d{1,12}(?:\.\d{1,12})?$/);
const option = z.object({ value: z.string() });
const file = z.object({
  id: z.string(),
  size: z.number().optional(),
  mimetype: z.string().optional(),
  url_private_download: z.string().optional(),
});
export type FilePayload = z.infer<typeof file>;

const written = z.object({
  type: z.string().optional(),
  subtype: z.string().optional(),
  user: z.string().optional(),
  bot_id: z.string().optional(),
  text: z.string().optional(),
  ts: ts.optional(),
  thread_ts: ts.optional(),
  edited: z.object({ ts }).optional(),
  files: z.array(file).optional(),
});

const message = written.extend({
  channel: z.string(),
  channel_type: z.string().optional(),
  deleted_ts: ts.optional(),
  message: written.optional(),
  previous_message: written.optional(),
});
export type MessagePayload = z.infer<typeof message>;

/** What stands round an event. */
const envelope = z.object({ team_id: z.string().optional(), event_id: z.string().optional() });
export type EnvelopePayload = z.infer<typeof envelope>;

const command = z.object({
  team_id: z.string(),
  channel_id: z.string(),
  user_id: z.string(),
  user_name: z.string().default(''),
  text: z.string().default(''),
  trigger_id: z.string(),
  response_url: z.string(),
});
export type CommandPayload = z.infer<typeof command>;

const action = z.object({
  actions: z.array(
    z.object({
      type: z.string(),
      action_id: z.string(),
      block_id: z.string(),
      action_ts: ts,
      value: z.string().optional(),
      selected_option: option.nullish(),
      selected_options: z.array(option).optional(),
    }),
  ),
  user: z.object({ id: z.string() }),
  team: z.object({ id: z.string() }).nullish(),
  channel: z.object({ id: z.string() }).optional(),
  container: z
    .object({
      message_ts: z.string().optional(),
      channel_id: z.string().optional(),
      thread_ts: z.string().optional(),
      is_ephemeral: z.boolean().optional(),
    })
    .optional(),
  message: z
    .object({
      ts: z.string(),
      thread_ts: z.string().optional(),
      blocks: z
        .array(
          z.object({
            block_id: z.string().optional(),
            elements: z.array(z.object({ options: z.array(option).optional() })).optional(),
          }),
        )
        .optional(),
    })
    .optional(),
  response_url: z.string().optional(),
});
export type ActionPayload = z.infer<typeof action>;

export const parseEnvelope = (payload: unknown): EnvelopePayload | undefined => envelope.safeParse(payload).data;
export const parseMessage = (payload: unknown): MessagePayload | undefined => message.safeParse(payload).data;
export const parseCommand = (payload: unknown): CommandPayload | undefined => command.safeParse(payload).data;
export const parseAction = (payload: unknown): ActionPayload | undefined => action.safeParse(payload).data;
