// `redact --jsonl`: the text without its secrets, and their kinds.
import { z } from 'zod';
import { redact } from '../../redaction/redact.ts';
import { eachLine } from './lines.ts';

const input = z.object({ id: z.union([z.string(), z.number()]), text: z.string() });

export async function redactLines(): Promise<void> {
  await eachLine(input, ({ id, text }) => {
    const { text: redacted, found } = redact(text);
    return { id, text: redacted, found: found.map(({ kind }) => ({ kind })) };
  });
}
