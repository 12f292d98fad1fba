// What surrounds a talk with an app: suggested prompts, a status until it answers, and titles of threads.
import { z } from 'zod';
import type { Channel, Talk } from '../../protocol.ts';
import { LIMITS } from '../limits.ts';
import type { Workspace } from '../workspace.ts';
import { type Arguments, channelArgument, failed, fine, type Method, structureArgument, textArgument } from './call.ts';

const prompts = z.array(z.object({ title: z.string().min(1), message: z.string().min(1) })).max(LIMITS.prompts);

/** Only people's own talks with the app are threads of that kind; `thread` is empty where none is named. */
const about =
  (
    does: (workspace: Workspace, given: Arguments, at: { channel: Channel; thread: string }) => Talk | undefined,
  ): Method =>
  (workspace, given) => {
    const channel = channelArgument(workspace, { channel: given['channel_id'] });
    if (channel?.kind !== 'im') return failed('channel_not_found');
    const talk = does(workspace, given, { channel, thread: textArgument(given, 'thread_ts') ?? '' });
    if (!talk) return failed('invalid_arguments');
    workspace.tell({ kind: 'talk', talk });
    return fine();
  };

export const assistantMethods: Readonly<Record<string, Method>> = {
  'assistant.threads.setSuggestedPrompts': about(({ talks }, given, { channel }) => {
    const structure = structureArgument(given, 'prompts');
    const read = prompts.safeParse(structure.kind === 'given' ? structure.value : undefined);
    return read.success ? talks.suggest(channel.id, read.data) : undefined;
  }),
  'assistant.threads.setStatus': about(({ talks }, given, { channel, thread }) =>
    thread === '' ? undefined : talks.setStatus(channel.id, thread, textArgument(given, 'status') ?? ''),
  ),
  'assistant.threads.setTitle': about(({ talks }, given, { channel, thread }) => {
    const title = textArgument(given, 'title');
    return thread === '' || title === undefined ? undefined : talks.entitle(channel.id, thread, title);
  }),
};
