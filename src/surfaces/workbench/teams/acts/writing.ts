// People writing, editing and deleting messages, and commands after a slash.
import type { Conversation, Message } from '../protocol.ts';
import { show, type Tenant } from '../tenant.ts';
import { BOT } from '../town.ts';
import { deleteActivity, editActivity, messageActivity, targetedActivity } from '../wire/activities.ts';
import { isCard } from '../wire/cards.ts';
import { written } from '../wire/written.ts';
import { done, GONE, messageFor, type Outcome, placeFor, refused } from './outcome.ts';
import type { Requests } from './requests.ts';

export function write(tenant: Tenant, asked: Requests['message']): Outcome<Message> {
  const at = placeFor(tenant, asked);
  if (!at || !isPost(tenant, asked)) return GONE;
  const message = show(tenant, { ...draft(tenant, asked), by: at.by.id, typed: asked.text });
  if (isHeard(tenant, at.conversation, message)) void tenant.sender.send(messageActivity(tenant, at, message));
  return done(message);
}

/** A message with a text file; only in a personal chat is the app given more than a sign of that. */
export function attach(tenant: Tenant, asked: Requests['file']): Outcome<Message> {
  const at = placeFor(tenant, asked);
  if (!at || !isPost(tenant, asked)) return GONE;
  const file = tenant.files.keep(asked.name, asked.content);
  const message = show(tenant, { ...draft(tenant, asked), by: at.by.id, typed: asked.text, file });
  if (isHeard(tenant, at.conversation, message)) void tenant.sender.send(messageActivity(tenant, at, message));
  return done(message);
}

/** Teams' own slash commands: for the app and its author alone, in channels and group chats. */
export function command(tenant: Tenant, asked: Requests['command']): Outcome<Message> {
  const at = placeFor(tenant, asked);
  if (!at) return GONE;
  if (at.conversation.kind === 'personal') return write(tenant, { ...asked, text: asked.text.replace(/^\//, '') });
  const message = show(tenant, { ...draft(tenant, asked), by: at.by.id, typed: asked.text, to: at.by.id });
  void tenant.sender.send(targetedActivity(tenant, at, message));
  return done(message);
}

/** A card that a search found, sent as somebody's own message. */
export function insert(tenant: Tenant, asked: Requests['insert']): Outcome<Message> {
  const at = placeFor(tenant, asked);
  if (!at || !isPost(tenant, asked) || !isCard(asked.card)) return GONE;
  const message = show(tenant, { ...draft(tenant, asked), by: at.by.id, typed: '', card: asked.card });
  if (isHeard(tenant, at.conversation, message)) void tenant.sender.send(messageActivity(tenant, at, message));
  return done(message);
}

export function edit(tenant: Tenant, asked: Requests['edit']): Outcome<Message> {
  const at = messageFor(tenant, asked);
  if (!at || at.message.by !== at.by.id || at.message.card || at.message.file)
    return refused('Only your own messages can be edited.');
  const next = { ...at.message, typed: asked.text, edited: true, version: at.message.version + 1 } as const;
  const message = show(tenant, next);
  if (isHeard(tenant, at.conversation, message)) void tenant.sender.send(editActivity(tenant, at, message));
  return done(message);
}

/** Teams leaves a mark where a message was. */
export function erase(tenant: Tenant, asked: Requests['delete']): Outcome {
  const at = messageFor(tenant, asked);
  if (!at || at.message.by !== at.by.id) return refused('Only your own messages can be deleted.');
  const { card: _, file: __, ...rest } = at.message;
  const wasHeard = isHeard(tenant, at.conversation, at.message);
  show(tenant, { ...rest, typed: '', deleted: true, version: at.message.version + 1 });
  if (wasHeard) void tenant.sender.send(deleteActivity(tenant, at, at.message));
  return done({});
}

type Draft = { readonly conversation: string; readonly client: string; readonly thread?: string };

function draft(tenant: Tenant, { conversation, client, thread }: Draft) {
  const id = tenant.nextId();
  return { conversation, id, at: Number(id), client, version: 1, ...(thread && { thread }) };
}

const isPost = (tenant: Tenant, { conversation, thread }: Draft): boolean => {
  const post = thread ? tenant.messages.find(conversation, thread) : undefined;
  return !thread || (post !== undefined && post.thread === undefined && !post.to);
};

/** Without consent a bot gets only what mentions it, also in its own threads: msteams-docs, channel-messages-for-bots. */
const isHeard = (tenant: Tenant, { hears }: Conversation, { typed }: Message): boolean =>
  hears === 'everything' || written(typed, tenant.people).mentioned.some(({ id }) => id === BOT);
