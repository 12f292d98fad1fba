// Reactions, of people and of the app alike: each person once for each emoji.
import type { Stored } from './memory/messages.ts';
import { eventOfReaction } from './out/events.ts';
import { adorn } from './posting.ts';
import { channelIn, type Workspace } from './workspace.ts';

export type Reaction = { readonly name: string; readonly person: string };

export const hasReacted = ({ reactions }: Stored, { name, person }: Reaction): boolean =>
  reactions.some(one => one.name === name && one.people.includes(person));

/** Sets a reaction, or takes it away where it is set; the app hears of it in channels that it is in. */
export function toggleReaction(workspace: Workspace, message: Stored, reaction: Reaction): void {
  const isSet = hasReacted(message, reaction);
  adorn(workspace, message, isSet ? without(message.reactions, reaction) : withOne(message.reactions, reaction));
  if (!channelIn(workspace, message.channel)?.botIn) return;
  void workspace.sender.event(
    eventOfReaction(workspace, message, reaction, isSet ? 'reaction_removed' : 'reaction_added'),
  );
}

function withOne(reactions: Stored['reactions'], { name, person }: Reaction): Stored['reactions'] {
  if (!reactions.some(one => one.name === name)) return [...reactions, { name, people: [person] }];
  return reactions.map(one => (one.name === name ? { name, people: [...one.people, person] } : one));
}

const without = (reactions: Stored['reactions'], { name, person }: Reaction): Stored['reactions'] =>
  reactions
    .map(one => (one.name === name ? { name, people: one.people.filter(other => other !== person) } : one))
    .filter(one => one.people.length > 0);
