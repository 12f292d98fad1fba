// A message as it is read where no index knows any word.
import { createReader, type Reading } from '../../../src/matching/reading/reading.ts';
import { redact } from '../../../src/redaction/redact.ts';

const read = createReader({
  step: () => ({ word: undefined, bare: undefined }),
  concept: () => undefined,
  vocabulary: new Set(),
});

export const readPlainly = (text: string): Reading => read(redact(text).text);
