// A thread as a row, and back. What comes back is checked against the shape that the code expects of it.
import { z } from 'zod';
import type { Person, Place } from '../conversation/chat-event.ts';
import type { Called, Heard, RuledOut, Tally, Thread, Tick, TickReport } from '../conversation/thread.ts';
import type { Evidence } from '../matching/match.ts';
import type { RedactedText } from '../redaction/redact.ts';
import type { ThreadRow } from './database.ts';

export const toRow = (thread: Thread): ThreadRow => ({
  ...placeColumns(thread.place),
  version: thread.version,
  state: thread.state,
  entry: thread.entry ?? null,
  asker_id: thread.asker.id,
  changed_at: thread.changedAt,
  body: JSON.stringify(thread),
});

/** A body that does not fit is a bug of ours (or a file that somebody edited), so it throws. */
export const toThread = (row: ThreadRow): Thread => {
  const read = threadSchema.safeParse(JSON.parse(row.body));
  if (read.success) return read.data;
  const where = [row.surface, row.workspace, row.channel, row.thread].join('/');
  throw new Error(`threads ${where}: the stored thread does not fit. ${z.prettifyError(read.error)}`);
};

export const toTally = (row: { entry: string | null; state: string; count: number }): Tally => ({
  ...(row.entry !== null && { entry: row.entry }),
  state: stateSchema.parse(row.state),
  count: row.count,
});

/** The columns that name a place; a place may carry more than these. */
export const placeColumns = ({ surface, workspace, channel, thread }: Place) => ({
  surface,
  workspace,
  channel,
  thread,
});

const stateSchema = z.enum(['open', 'solved', 'handed-over', 'dismissed', 'stale']);

/** Only redacted text is ever stored, so what is read back from the store is redacted. */
const redactedText = z.custom<RedactedText>(value => typeof value === 'string', 'is no text');

const place = z.object({
  surface: z.string(),
  workspace: z.string(),
  channel: z.string(),
  thread: z.string(),
} satisfies Shape<Place>);

const person = z.object({ id: z.string(), name: z.string() } satisfies Shape<Person>);

const evidence = z.object({
  signature: z.string().exactOptional(),
  terms: z.array(z.string()).exactOptional(),
  lookAlike: z.string().exactOptional(),
  quote: z.string(),
  weight: z.number(),
} satisfies Shape<Evidence>);

const ruledOut = z.object({ title: z.string(), quote: z.string() } satisfies Shape<RuledOut>);

const tick = z.object({
  step: z.string(),
  by: person,
  at: z.number(),
  skipped: z.literal(true).exactOptional(),
} satisfies Shape<Tick>);

const steps = z.array(z.string());
const report = z.object({
  at: z.number(),
  by: person,
  done: steps,
  open: steps,
  skipped: steps.exactOptional(),
  own: steps.exactOptional(),
} satisfies Shape<TickReport>);

const called = z.object({ at: z.number(), by: person, reminded: z.boolean() } satisfies Shape<Called>);

const heard = z.object({ act: z.string(), by: z.string(), at: z.number() } satisfies Shape<Heard>);

/** Fields that a newer Locksmith wrote are kept (`loose`): two versions may share a database during an upgrade. */
const threadSchema = z.looseObject({
  place,
  version: z.number(),
  state: stateSchema,
  asker: person,
  opening: redactedText.exactOptional(),
  openedAt: z.number(),
  changedAt: z.number(),
  entry: z.string().exactOptional(),
  confidence: z.number().exactOptional(),
  evidence: z.array(evidence),
  ruledOut: ruledOut.exactOptional(),
  candidates: z.array(z.string()),
  dismissed: z.array(z.string()),
  ticks: z.array(tick),
  reports: z.array(report).exactOptional(),
  tried: z.array(z.string()),
  focus: z.string().exactOptional(),
  advanced: z.boolean(),
  checklists: z.number(),
  heard: z.array(heard),
  endedBy: person.exactOptional(),
  called: called.exactOptional(),
  nudgedAt: z.number().exactOptional(),
  pointedTo: z.string().exactOptional(),
} satisfies Shape<Thread>);

/** One schema for each field of a type: a field that is new to the type and missing here does not compile. */
type Shape<T> = Readonly<Record<keyof T, z.ZodType>>;
