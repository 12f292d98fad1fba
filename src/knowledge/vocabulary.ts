// The words that are no entry's own: providers with their signs, synonyms, and what tells trouble from talk.
import { z } from 'zod';

const words = z.array(z.string().min(1));

/** knowledge/providers.yaml: by provider id. */
export const providersSchema = z.record(
  z.string(),
  z.strictObject({ name: z.string().min(1), also: words, signs: words }),
);

/** knowledge/words.yaml. */
export const wordsSchema = z.strictObject({ synonyms: z.array(words.min(2)), trouble: words, calm: words });

/** Whose error it is: the id is the first part of its entries' ids. */
export type Provider = {
  readonly id: string;
  readonly name: string;
  readonly also: readonly string[];
  readonly signs: readonly string[];
};

export type Vocabulary = z.infer<typeof wordsSchema>;
