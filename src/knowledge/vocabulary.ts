// The words that are no entry's own: providers with their signs, synonyms, what tells trouble from talk, and how people
// say things in a thread.
import { z } from 'zod';

const words = z.array(z.string().min(1));

/** knowledge/providers.yaml: by provider id. */
export const providersSchema = z.record(
  z.string(),
  z.strictObject({ name: z.string().min(1), also: words, signs: words }),
);

/** knowledge/words.yaml. */
export const wordsSchema = z.strictObject({
  synonyms: z.array(words.min(2)),
  asked: z.array(words.min(2)),
  trouble: words,
  calm: words,
  settled: words,
  other: words,
});

/** knowledge/described.yaml: how people described a problem without pasting it, by entry id. */
export const describedSchema = z.record(z.string(), words);

/** knowledge/placeholders.yaml: the names that may stand in braces in an entry. */
export const placeholdersSchema = words;

/** One phrase a line. */
const phrases = z.string().transform(text =>
  text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== ''),
);

/** knowledge/follow-ups.yaml: what acts are learned from. */
export const followUpsSchema = z.strictObject({
  spellings: z.record(z.string(), words),
  emoji: z.record(z.string(), words),
  products: z.record(z.string(), words),
  acts: z.strictObject({
    'step-done': phrases,
    'step-undone': phrases,
    'step-help': phrases,
    'show-steps': phrases,
    solved: phrases,
    'not-solved': phrases,
    'new-error': phrases,
    'other-fix': phrases,
    escalate: phrases,
    provider: phrases,
    faq: phrases,
  }),
  none: z.object({ 'question-back': phrases }).catchall(phrases),
});

/** Whose error it is: the id is the first part of its entries' ids. */
export type Provider = {
  readonly id: string;
  readonly name: string;
  readonly also: readonly string[];
  readonly signs: readonly string[];
};

export type Vocabulary = z.infer<typeof wordsSchema>;
export type FollowUps = z.infer<typeof followUpsSchema>;
