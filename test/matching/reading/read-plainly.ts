// A message as it is read where no index knows any word, and its words as they are written.
import { NONE } from '../../../src/matching/reading/lexicon.ts';
import { createReader, type Reading } from '../../../src/matching/reading/reading.ts';
import { redact } from '../../../src/redaction/redact.ts';

const read = createReader({
  steps: () => ({ step: NONE, bare: NONE }),
  concept: () => NONE,
  telling: 0,
  vocabulary: new Set(),
});

export const readPlainly = (text: string): Reading => read(redact(text).text);

export const writtenIn = ({ shown, words }: Reading): string[] =>
  Array.from({ length: words.count }, (_, word) => shown.slice(words.start(word), words.end(word)));
