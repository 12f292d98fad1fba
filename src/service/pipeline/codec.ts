// Events and replies as JSON in the queue, and back: what comes out of the store is checked like anything from outside.
import { z } from 'zod';
import { BUTTON_NAMES, type RedactedEvent } from '../../conversation/chat-event.ts';
import type { Reply } from '../../conversation/reply.ts';
import { redact } from '../../redaction/redact.ts';

const place = z.object({ surface: z.string(), workspace: z.string(), channel: z.string(), thread: z.string() });
const person = z.object({ id: z.string(), name: z.string() });
const happened = { key: z.string(), at: z.number(), place, by: person };

/** Stored text is redacted already; it passes through `redact` once more because only that makes a RedactedText. */
const redaction = z
  .object({ text: z.string(), found: z.array(z.object({ kind: z.string(), lastFour: z.string().exactOptional() })) })
  .transform(({ text, found }) => ({ text: redact(text).text, found }));

const written = { text: redaction, addressed: z.boolean(), unread: z.number().exactOptional() };

const event = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('message-pasted'), ...happened, ...written }),
  z.object({ kind: z.literal('follow-up-written'), ...happened, ...written }),
  z.object({
    kind: z.literal('command-given'),
    ...happened,
    text: redaction,
    provider: z.string().exactOptional(),
    returnPath: z.string().exactOptional(),
    direct: z.literal(true).exactOptional(),
  }),
  z.object({
    kind: z.literal('steps-checked'),
    ...happened,
    entry: z.string(),
    message: z.string(),
    shown: z.array(z.string()),
    checked: z.array(z.string()),
    before: z.array(z.string()).exactOptional(),
  }),
  z.object({
    kind: z.literal('button-pressed'),
    ...happened,
    button: z.enum(BUTTON_NAMES),
    value: z.string(),
    message: z.string(),
    shown: z.literal(true).exactOptional(),
    returnPath: z.string().exactOptional(),
  }),
  z.object({ kind: z.literal('message-deleted'), ...happened }),
]);

/** `message`: the one to replace, where the store knows it no longer. `waits`: whom to tell when it cannot be shown. */
const delivery = z.object({
  place,
  message: z.string().exactOptional(),
  waits: z.string().exactOptional(),
  reply: z.custom<Reply>(
    value =>
      typeof value === 'object' && value !== null && 'id' in value && 'blocks' in value && Array.isArray(value.blocks),
  ),
});

const mark = z.object({ place, mark: z.enum(['seen', 'solved']), on: z.boolean() });

const timer = z.object({ place, what: z.enum(['nudge', 'stale']), changedAt: z.number() });

export type DeliveryBody = z.infer<typeof delivery>;

export const decodeEvent = (body: unknown): RedactedEvent => event.parse(body);
export const decodeMark = (body: unknown): z.infer<typeof mark> => mark.parse(body);
export const decodeTimer = (body: unknown): z.infer<typeof timer> => timer.parse(body);
export const decodeDelivery = (body: unknown): DeliveryBody => delivery.parse(body);
