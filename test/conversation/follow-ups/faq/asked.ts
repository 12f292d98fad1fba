// The questions of the tests: in which thread they are asked, and the FAQs that answer them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const texts = z.array(z.string()).default([]);
const threads = z.record(
  z.string(),
  z.object({ answered: z.record(z.string(), texts).default({}), unknown: texts, between: texts }),
);

/** `right`: the questions of the FAQs that answer it; none where nothing does. */
export type Asked = { readonly about: string; readonly text: string; readonly right: readonly string[] };

export type AskedFile = 'questions.yaml' | 'held-out-questions.yaml';

/** `between`: what helpers ask the asker. */
export function readAsked(file: AskedFile): {
  readonly asked: readonly Asked[];
  readonly between: readonly Asked[];
} {
  const all = Object.entries(threads.parse(parse(readFileSync(join(import.meta.dirname, file), 'utf8'))));
  const none = (about: string, texts: readonly string[]): Asked[] => texts.map(text => ({ about, text, right: [] }));
  return {
    asked: all.flatMap(([about, { answered, unknown }]) => [
      ...Object.entries(answered).flatMap(([right, texts]) =>
        texts.map(text => ({ about, text, right: right.split(' | ') })),
      ),
      ...none(about, unknown),
    ]),
    between: all.flatMap(([about, { between }]) => none(about, between)),
  };
}
