// JSON lines, processed as they come: a million need no more memory than ten.
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { z } from 'zod';

/** Reads one object a line from standard input, writes what `answer` makes of it; a line of another shape ends with exit 2. */
export async function eachLine<T>(schema: z.ZodType<T>, answer: (input: T) => unknown): Promise<void> {
  let number = 0;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    if (line.trim() === '') continue;
    const parsed = schema.safeParse(parseJson(line));
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      process.stderr.write(
        `line ${number}: ${issue?.path.join('.') || 'the line'}: ${issue?.message}. One JSON object a line is expected.\n`,
      );
      process.exitCode = 2;
      return;
    }
    if (!process.stdout.write(`${JSON.stringify(answer(parsed.data))}\n`)) await once(process.stdout, 'drain');
  }
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined; // what is no JSON fails the schema, which says so with the line's number
  }
}
