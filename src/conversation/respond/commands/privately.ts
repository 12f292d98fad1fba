// How a command is answered: to the one who gave it, and nobody else.
import type { Redaction } from '../../../redaction/redact.ts';
import type { CommandGiven } from '../../chat-event.ts';
import { bold } from '../../line.ts';
import type { Block, Reply } from '../../reply.ts';
import type { Turn } from '../../turn.ts';

export type Given = CommandGiven<Redaction>;

/** Begins with a title in bold, which is what a notification shows. */
export function privately(
  event: Given,
  title: string,
  blocks: readonly Block[],
  counted: readonly string[] = [],
): Turn {
  return privateReply(event, title, [{ kind: 'text', text: [bold(title)] }, ...blocks], counted);
}

export function privateReply(
  { key, by, returnPath }: Given,
  summary: string,
  blocks: readonly Block[],
  counted: readonly string[],
): Turn {
  const to: Reply['to'] = { person: by.id, ...(returnPath !== undefined && { returnPath }) };
  return { replies: [{ id: `${key}#1`, to, summary, blocks }], counted: ['command', ...counted] };
}
