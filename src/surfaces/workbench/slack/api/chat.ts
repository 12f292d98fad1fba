// chat.*: posting, changing and deleting the app's messages.
import type { Channel } from '../../protocol.ts';
import type { Block } from '../blocks/blocks.ts';
import { checkBlocks } from '../blocks/check.ts';
import { LIMITS } from '../limits.ts';
import { repliesTo, type Stored } from '../memory/messages.ts';
import { change, type Draft, post, remove } from '../posting.ts';
import { messageOnWire } from '../wire.ts';
import { isByApp, isMember, type Workspace } from '../workspace.ts';
import {
  type Answer,
  type Arguments,
  channelArgument,
  failed,
  fine,
  flagArgument,
  type Method,
  messageArgument,
  structureArgument,
  textArgument,
} from './call.ts';

type Content = { readonly text: string; readonly blocks?: readonly Block[]; readonly metadata?: unknown };
type Read<Value> = { readonly kind: 'good'; readonly value: Value } | { readonly kind: 'bad'; readonly answer: Answer };

const good = <Value>(value: Value): Read<Value> => ({ kind: 'good', value });
const bad = (error: string, problems: readonly string[] = []): Read<never> => ({
  kind: 'bad',
  answer: failed(error, problems),
});

const postMessage: Method = (workspace, given) => {
  const draft = draftOf(workspace, given);
  if (draft.kind === 'bad') return draft.answer;
  const broadcast = draft.value.thread && flagArgument(given, 'reply_broadcast') ? { broadcast: true as const } : {};
  const message = post(workspace, { ...draft.value, ...broadcast });
  const cut = (textArgument(given, 'text') ?? '').length > LIMITS.messageText;
  return fine({
    channel: message.channel,
    ts: message.ts,
    message: messageOnWire(workspace, message),
    ...(cut ? { warning: 'message_truncated', response_metadata: { warnings: ['message_truncated'] } } : {}),
  });
};

const postEphemeral: Method = (workspace, given) => {
  const draft = draftOf(workspace, given);
  if (draft.kind === 'bad') return draft.answer;
  const to = textArgument(given, 'user');
  const channel = channelArgument(workspace, given);
  if (!to || !channel || !isMember(channel, to, workspace.app)) return failed('user_not_in_channel');
  if (isQuietThread(workspace, draft.value)) return fine({ message_ts: workspace.ids.ts() });
  return fine({ message_ts: post(workspace, { ...draft.value, to }).ts });
};

const update: Method = (workspace, given) => {
  const channel = channelArgument(workspace, given);
  if (!channel) return failed('channel_not_found');
  const message = messageArgument(workspace, channel, given);
  if (!message) return failed('message_not_found');
  if (!isByApp(workspace, message)) return failed('cant_update_message');
  if ((textArgument(given, 'text') ?? '').length > LIMITS.updateText) return failed('msg_too_long');
  const content = contentOf(given);
  if (content.kind === 'bad') return content.answer;
  const after = change(workspace, message, updated(message, content.value, given));
  return fine({ channel: channel.id, ts: after.ts, text: after.text, message: messageOnWire(workspace, after) });
};

/** Text without blocks takes the old blocks away; only such a change carries the mark of an edit. */
function updated(message: Stored, content: Content, given: Arguments): Stored {
  const { blocks: _, edited: __, ...rest } = message;
  const text = textArgument(given, 'text') === undefined && content.blocks ? message.text : content.text;
  const mark = content.blocks ? {} : { edited: { by: message.by, ts: message.ts } };
  return { ...rest, ...content, ...mark, text };
}

const remove_: Method = (workspace, given) => {
  const channel = channelArgument(workspace, given);
  if (!channel) return failed('channel_not_found');
  const message = messageArgument(workspace, channel, given);
  if (!message) return failed('message_not_found');
  if (!isByApp(workspace, message)) return failed('cant_delete_message');
  remove(workspace, message);
  return fine({ channel: channel.id, ts: message.ts });
};

const getPermalink: Method = (workspace, given) => {
  const channel = channelArgument(workspace, given);
  if (!channel) return failed('channel_not_found');
  const message = messageArgument(workspace, channel, given, 'message_ts');
  if (!message) return failed('message_not_found');
  const thread = message.thread ? `/${message.thread}` : '';
  return fine({ channel: channel.id, permalink: `${workspace.origin}/#${channel.id}${thread}/${message.ts}` });
};

export const chatMethods: Readonly<Record<string, Method>> = {
  'chat.postMessage': postMessage,
  'chat.postEphemeral': postEphemeral,
  'chat.update': update,
  'chat.delete': remove_,
  'chat.getPermalink': getPermalink,
};

function draftOf(workspace: Workspace, given: Arguments): Read<Draft> {
  const channel = channelArgument(workspace, given);
  if (!channel) return bad('channel_not_found');
  if (!isMember(channel, workspace.app.botUser, workspace.app)) return bad('not_in_channel');
  const thread = threadOf(workspace, channel, given);
  if (thread.kind === 'bad') return thread;
  const content = contentOf(given);
  if (content.kind === 'bad') return content;
  const place = { channel: channel.id, by: workspace.app.botUser, ...(thread.value ? { thread: thread.value } : {}) };
  return good({ ...place, ...content.value, text: content.value.text.slice(0, LIMITS.messageText) });
}

/** The thread must exist, and be named by its opening message; a thread whose opening was deleted lives on. */
function threadOf(workspace: Workspace, channel: Channel, given: Arguments): Read<string | undefined> {
  const thread = textArgument(given, 'thread_ts');
  if (!thread) return good(undefined);
  const opening = workspace.messages.find(channel.id, thread);
  if (!opening || opening.to) return bad('thread_not_found');
  return opening.thread ? bad('cannot_reply_to_message') : good(thread);
}

function contentOf(given: Arguments): Read<Content> {
  const text = textArgument(given, 'text') ?? '';
  const markdown = textArgument(given, 'markdown_text');
  const blocks = structureArgument(given, 'blocks');
  if (markdown) return blocks.kind === 'absent' && !text ? markdownContent(markdown) : bad('markdown_text_conflict');
  const metadata = structureArgument(given, 'metadata');
  if (metadata.kind === 'broken') return bad('invalid_metadata_format');
  const noted = metadata.kind === 'given' ? { metadata: metadata.value } : {};
  if (blocks.kind === 'broken') return bad('invalid_blocks_format');
  if (blocks.kind === 'absent') return text ? good({ text, ...noted }) : bad('no_text');
  const checked = checkBlocks(blocks.value);
  if (checked.kind === 'refused') return bad(checked.error, checked.problems);
  if (checked.value.length === 0) return text ? good({ text, ...noted }) : bad('no_text');
  return good({ text, blocks: checked.value, ...noted });
}

const markdownContent = (text: string): Read<Content> =>
  text.length > LIMITS.markdownText ? bad('msg_too_long') : good({ text, blocks: [{ type: 'markdown', text }] });

/** A private message in a thread shows only where others have already replied: docs.slack.dev, chat.postEphemeral. */
function isQuietThread(workspace: Workspace, draft: Draft): boolean {
  const opening = draft.thread ? workspace.messages.find(draft.channel, draft.thread) : undefined;
  return opening !== undefined && repliesTo(workspace.messages, opening).length === 0;
}
