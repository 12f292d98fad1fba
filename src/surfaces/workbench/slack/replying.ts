// An app's answer outside the Web API: through a response URL, or in the acknowledgement of a command.
import { z } from 'zod';
import type { Block } from './blocks/blocks.ts';
import { checkBlocks } from './blocks/check.ts';
import type { ReturnPath } from './memory/loans.ts';
import type { Stored } from './memory/messages.ts';
import { change, post, remove } from './posting.ts';
import type { Workspace } from './workspace.ts';

const answerShape = z.looseObject({
  text: z.string().optional(),
  blocks: z.unknown().optional(),
  response_type: z.enum(['ephemeral', 'in_channel']).optional(),
  replace_original: z.boolean().optional(),
  delete_original: z.boolean().optional(),
  thread_ts: z.string().optional(),
});
type Answer = z.infer<typeof answerShape>;
type Content = { readonly text: string; readonly blocks?: readonly Block[] };

/** `placed` names the message that now stands for the answer; `refused` says why Slack would not take it. */
export type Replied =
  | { readonly kind: 'placed'; readonly ts: string }
  | { readonly kind: 'deleted' }
  | { readonly kind: 'refused'; readonly error: string; readonly problems: readonly string[] };

export function answerHere(workspace: Workspace, path: ReturnPath, given: unknown): Replied {
  const answer = answerShape.safeParse(given);
  if (!answer.success) return refused('invalid_payload');
  const original = path.message ? workspace.messages.find(path.channel, path.message) : undefined;
  if (answer.data.delete_original) {
    if (original) remove(workspace, original);
    return { kind: 'deleted' };
  }
  const content = contentOf(answer.data);
  if ('kind' in content) return content;
  return { kind: 'placed', ts: place(workspace, path, answer.data, content, original).ts };
}

function place(
  workspace: Workspace,
  path: ReturnPath,
  answer: Answer,
  content: Content,
  original: Stored | undefined,
): Stored {
  if (answer.replace_original && original) {
    const { blocks: _, ...rest } = original;
    return change(workspace, original, { ...rest, ...content });
  }
  return post(workspace, {
    channel: path.channel,
    by: workspace.app.botUser,
    ...(answer.thread_ts ? { thread: answer.thread_ts } : {}),
    ...(answer.response_type === 'in_channel' ? {} : { to: path.person }),
    ...content,
  });
}

function contentOf(answer: Answer): Content | Extract<Replied, { readonly kind: 'refused' }> {
  const text = answer.text ?? '';
  if (answer.blocks === undefined) return text ? { text } : refused('no_text');
  const checked = checkBlocks(answer.blocks);
  return checked.kind === 'fine' ? { text, blocks: checked.value } : checked;
}

const refused = (error: string) => ({ kind: 'refused', error, problems: [] }) as const;
