// What an Entry is: one problem by its fix. The schema is the form that every file under knowledge/ follows,
// its keys in this order; the JSON Schema for editors is made from it.
import { z } from 'zod';

const line = z.string().trim().min(1, 'is empty. Give the text, or remove the key');
const short = (most: number) => line.max(most, `is too long: ${most} characters at most`);
const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*\/[a-z0-9]+(-[a-z0-9]+)*$/, 'is no entry id. Write provider/problem, in lower case');
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is no id. Use lower-case words joined by hyphens');
const page = z.url({ protocol: /^https$/, error: 'is no https address' });

/** Extra conditions on a signature: it counts only when one of `with` stands in the message too. */
const context = {
  with: z.array(line).min(1).optional().describe('counts only when one of these stands in the message too'),
  proves: z
    .enum(['entry', 'little'])
    .optional()
    .describe('entry (the default): decides nearly alone; little: a hint that many problems share'),
};

const signature = z
  .union([
    z.strictObject({ code: line.describe('an error code, found as a whole word in any of its spellings'), ...context }),
    z.strictObject({ text: line.describe('fixed text, found whatever its case and spacing'), ...context }),
    z.strictObject({ pattern: line.describe('a linear-time regular expression, where text cannot do it'), ...context }),
  ])
  .describe('what identifies this entry in a message');

const lookAlike = z.strictObject({
  entry: id,
  when: line.describe('in words: what speaks for the neighbour instead'),
  seen: z.array(line).min(1).optional().describe('texts that, seen in the message, speak for the neighbour'),
});

const outcome = z.strictObject({
  see: line.describe('what the person may see instead'),
  // biome-ignore lint/suspicious/noThenProperty: `then` is the word that entry writers read; nobody awaits an entry.
  then: line.describe('the step or cause of this entry, or the other entry, that comes next'),
});

const step = z.strictObject({
  id: slug.describe('never changes: open checklists use it'),
  do: short(68).describe('one action, as an imperative'), // Slack: 75 characters an option, seven of them for number and style
  run: short(600).optional().describe('the command, for bash; {…} is filled with a fact from the paste'),
  powershell: short(600).optional().describe('the same for PowerShell, where it differs'),
  console: short(250).optional().describe('where to click, when there is no command'),
  expect: short(250).describe('what one sees when it worked'),
  warn: short(250).optional().describe('what this step deletes, or whom it cuts off'),
  docs: page.optional().describe('where the provider documents it'),
  outcomes: z.array(outcome).min(1).optional().describe('only where what one sees decides what comes next'),
});

const cause = z.strictObject({
  id: slug,
  title: short(120),
  steps: z.array(step).min(1),
});

const faq = z.strictObject({
  ask: short(75).describe('the question as most people ask it'),
  also: z.array(line).min(1).optional().describe('other ways to ask it'),
  answer: short(700),
});

const rejected = z.strictObject({
  text: line,
  entry: id.optional().describe('the entry that it belongs to; without it, none: silence'),
});

export const entrySchema = z.strictObject({
  id,
  title: short(90),
  answer: short(300).describe('one or two sentences that a person can act on'),
  provider: slug.describe('the first part of the id'),
  symptoms: z.array(line).min(1).describe('what people notice, in their own words'),
  signatures: z.array(signature).min(1),
  'look-alikes': z.array(lookAlike).min(1).optional(),
  causes: z.array(cause).min(1).describe('the most frequent first'),
  advanced: z.array(cause).min(1).optional().describe('further causes, shown on demand'),
  faq: z.array(faq).min(1),
  escalate: short(500).describe('when to stop trying, whom to ask, and what to tell them'),
  related: z.array(id).min(1).optional(),
  sources: z.array(page).min(1),
  reviewed: z.iso.date('is no date. Write YYYY-MM-DD, in quotes or not'),
  examples: z.strictObject({
    match: z.array(line).min(2),
    reject: z.array(rejected).min(1),
  }),
});

export type Entry = z.infer<typeof entrySchema>;
export type Signature = z.infer<typeof signature>;
export type Cause = z.infer<typeof cause>;
export type Step = z.infer<typeof step>;
export type Faq = z.infer<typeof faq>;
