// The parts of Slack's payloads that we read, checked as they come in: a payload of another shape is not for us.
import { z } from 'zod';

/** Slack's ts: seconds with a counter behind the point. What is no time could never be answered. */
const ts = z.string().regex(/^\d{1,12}(?:\.\d{1,12})?$/);
const option = z.object({ value: z.string() });

/** What we can do without: of another type, it counts as absent. */
const text = z.string().optional().catch(undefined);

const file = z.object({
  id: text,
  file_access: text,
  size: z.number().optional().catch(undefined),
  mode: text,
  mimetype: text,
  url_private_download: text,
});
export type FilePayload = z.infer<typeof file>;

const attachment = z.object({ title: text, text, fallback: text });

export const written = z.object({
  type: text,
  subtype: text,
  user: text,
  username: text,
  bot_id: text,
  app_id: text,
  text,
  ts: ts.optional().catch(undefined),
  thread_ts: ts.optional().catch(undefined),
  edited: z.object({ ts }).optional().catch(undefined),
  files: z.array(file).optional().catch(undefined),
  attachments: z.array(attachment).optional().catch(undefined),
});
export type WrittenPayload = z.infer<typeof written>;

const message = written.extend({
  channel: z.string(),
  channel_type: text,
  deleted_ts: ts.optional().catch(undefined),
  message: written.optional().catch(undefined),
  previous_message: written.optional().catch(undefined),
});
export type MessagePayload = z.infer<typeof message>;

const reaction = z.object({
  user: z.string(),
  reaction: z.string(),
  item: z.object({ type: z.literal('message'), channel: z.string(), ts }),
  event_ts: ts,
});
export type ReactionPayload = z.infer<typeof reaction>;

const homeOpened = z.object({
  user: z.string(),
  channel: z.string(),
  tab: text,
  view: z.object({ hash: z.string() }).optional(),
});
export type HomeOpenedPayload = z.infer<typeof homeOpened>;

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

/** One click, in a message or in a view. */
export const clicked = z.object({
  type: z.string(),
  action_id: z.string(),
  block_id: z.string(),
  action_ts: ts,
  value: z.string().optional(),
  selected_option: option.nullish(),
  selected_options: z.array(option).optional(),
});

const action = z.object({
  actions: z.array(clicked),
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
  trigger_id: z.string().optional(),
});
export type ActionPayload = z.infer<typeof action>;

export const parseMessage = (payload: unknown): MessagePayload | undefined => message.safeParse(payload).data;
export const parseFile = (payload: unknown): FilePayload | undefined => file.safeParse(payload).data;
export const parseReaction = (payload: unknown): ReactionPayload | undefined => reaction.safeParse(payload).data;
export const parseHomeOpened = (payload: unknown): HomeOpenedPayload | undefined => homeOpened.safeParse(payload).data;
export const parseCommand = (payload: unknown): CommandPayload | undefined => command.safeParse(payload).data;
export const parseAction = (payload: unknown): ActionPayload | undefined => action.safeParse(payload).data;
