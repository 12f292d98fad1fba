// People writing, editing and deleting messages, and reacting to them.
import type { Channel, Message } from '../../protocol.ts';
import { LONGEST_TYPED_MESSAGE } from '../limits.ts';
import type { Actor } from '../memory/loans.ts';
import type { Stored } from '../memory/messages.ts';
import { change, post, remove } from '../posting.ts';
import { toggleReaction } from '../reacting.ts';
import { nameOf } from '../town.ts';
import { channelIn, type Workspace } from '../workspace.ts';
import { written } from '../written.ts';
import { tellPrivately } from './notices.ts';
import { channelOf, done, type Outcome, refused } from './outcome.ts';

export type Writing = {
  readonly actor: Actor;
  readonly channel: string;
  readonly text: string;
  readonly thread?: string;
};
type Pointed = { readonly actor: Actor; readonly channel: string; readonly ts: string };

export function write(workspace: Workspace, writing: Writing): Outcome<Message> {
  const channel = channelOf(workspace, writing.channel, writing.actor);
  if (!channel) return refused('There is no such channel.');
  if (!writing.text.trim()) return refused('There is nothing to post.');
  if (writing.thread && !isOpening(workspace.messages.find(channel.id, writing.thread)))
    return refused('There is no such thread.');
  const message = post(workspace, {
    channel: channel.id,
    by: writing.actor.person,
    client: writing.actor.client,
    ...(writing.thread ? { thread: writing.thread } : {}),
    ...contentOf(workspace, writing.text),
  });
  warnWhenUnheard(workspace, message, channel);
  return done(message);
}

export function edit(workspace: Workspace, pointed: Pointed, text: string): Outcome<Message> {
  const message = ownMessage(workspace, pointed);
  if (!message || message.snippet) return refused('Only your own messages can be edited.');
  if (!text.trim()) return refused('There is nothing to post.');
  const edited = { by: pointed.actor.person, ts: workspace.ids.ts() };
  return done(change(workspace, message, { ...message, ...contentOf(workspace, text), edited }));
}

export function erase(workspace: Workspace, pointed: Pointed): Outcome {
  const message = ownMessage(workspace, pointed);
  if (!message) return refused('Only your own messages can be deleted.');
  return done(remove(workspace, message));
}

/** Anybody may react to what everybody sees; doing it again takes it back. */
export function react(workspace: Workspace, { actor, channel, ts }: Pointed, name: string): Outcome {
  const message = channelOf(workspace, channel, actor) && workspace.messages.find(channel, ts);
  if (!message || message.to || message.deleted) return refused('There is no such message.');
  return done(toggleReaction(workspace, message, { name, person: actor.person }));
}

/** A long paste becomes a text file, as in Slack's own clients. */
function contentOf(workspace: Workspace, typed: string): Pick<Stored, 'text' | 'blocks' | 'snippet'> {
  if (typed.length > LONGEST_TYPED_MESSAGE) return { text: '', snippet: workspace.files.add(typed) };
  const { text, block } = written(typed, workspace.people);
  return { text, blocks: [block] };
}

const isOpening = (message: Stored | undefined): boolean => message !== undefined && !message.thread && !message.to;

function ownMessage(workspace: Workspace, { actor, channel, ts }: Pointed): Stored | undefined {
  const message = channelIn(workspace, channel) && workspace.messages.find(channel, ts);
  return message && message.by === actor.person && !message.to && !message.deleted ? message : undefined;
}

function warnWhenUnheard(workspace: Workspace, message: Stored, channel: Channel): void {
  if (channel.botIn || !message.text.includes(`<@${workspace.app.botUser}>`)) return;
  const text = `${nameOf(workspace.app)} was not invited to #${channel.name}, so it does not see your message.`;
  tellPrivately(workspace, { channel: channel.id, to: message.by, thread: message.thread }, text);
}
