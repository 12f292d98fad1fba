// Writes, changes and deletes messages: keeps them, shows them on every page, and tells the app what it may hear.
import type { Message } from '../protocol.ts';
import type { Block } from './blocks/blocks.ts';
import { nameBlocks } from './blocks/names.ts';
import { repliesTo, type Stored } from './memory/messages.ts';
import { eventsOfChange, eventsOfDeletion, eventsOfPost } from './out/events.ts';
import type { Wire } from './wire.ts';
import type { Workspace } from './workspace.ts';

export type Draft = Omit<Stored, 'ts' | 'version' | 'reactions'>;

export function post(workspace: Workspace, draft: Draft): Stored {
  const message = { ...named(workspace, draft), ts: workspace.ids.ts(), version: 1, reactions: [] };
  workspace.messages.put(message);
  show(workspace, message);
  endStatus(workspace, message);
  announce(workspace, eventsOfPost(workspace, message));
  return message;
}

export function change(workspace: Workspace, before: Stored, next: Stored): Stored {
  const after = { ...named(workspace, next), version: before.version + 1 };
  workspace.messages.put(after);
  show(workspace, after);
  announce(workspace, eventsOfChange(workspace, before, after));
  return after;
}

/** What a thread hangs on stays as a mark that something was deleted; anything else disappears. */
export function remove(workspace: Workspace, message: Stored): void {
  const events = eventsOfDeletion(workspace, message);
  if (message.snippet) workspace.files.remove(message.snippet.id);
  if (repliesTo(workspace.messages, message).length > 0) {
    const stone = tombstoneOf(message);
    workspace.messages.put(stone);
    show(workspace, stone);
  } else {
    workspace.messages.remove(message.channel, message.ts);
    workspace.tell({ kind: 'gone', channel: message.channel, ts: message.ts });
  }
  announce(workspace, events);
}

/** Changes that people see and that make no message event: reactions. */
export function adorn(workspace: Workspace, message: Stored, reactions: Message['reactions']): void {
  const after = { ...message, reactions };
  workspace.messages.put(after);
  show(workspace, after);
}

/** The app's note on a message stays on the server. */
export const shownAs = ({ metadata: _, ...message }: Stored): Message => message;

const show = (workspace: Workspace, message: Stored): void =>
  workspace.tell({ kind: 'message', message: shownAs(message) });

/** It stands until the app has answered (docs:reference/methods/assistant.threads.setStatus). */
function endStatus({ app, talks, tell }: Workspace, { channel, thread, by }: Stored): void {
  if (by !== app.botUser || !thread || talks.statusOf(channel, thread) === undefined) return;
  tell({ kind: 'talk', talk: talks.setStatus(channel, thread, '') });
}

const announce = (workspace: Workspace, events: readonly Wire[]): void => {
  for (const event of events) void workspace.sender.event(event);
};

const named = <One extends { readonly blocks?: readonly Block[] }>(workspace: Workspace, one: One): One =>
  one.blocks ? { ...one, blocks: nameBlocks(one.blocks, workspace.ids) } : one;

const tombstoneOf = (message: Stored): Stored => ({
  channel: message.channel,
  ts: message.ts,
  by: message.by,
  text: '',
  version: message.version + 1,
  reactions: [],
  deleted: true,
});
