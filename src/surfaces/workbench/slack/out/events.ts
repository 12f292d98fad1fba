// The events that Slack makes of what happens to messages, for an app that may hear the channel.
import type { Channel } from '../../protocol.ts';
import { repliesTo, type Stored } from '../memory/messages.ts';
import { messageOnWire, type Wire } from '../wire.ts';
import { channelIn, isByApp, type Workspace } from '../workspace.ts';

/** One mention in a channel makes two events, of the same `ts`. */
export function eventsOfPost(workspace: Workspace, message: Stored): readonly Wire[] {
  const channel = heardChannel(workspace, message);
  if (!channel) return [];
  const wire = messageOnWire(workspace, message);
  const written = { ...wire, channel: channel.id, event_ts: message.ts, channel_type: channel.kind };
  return [written, ...mentionsIn(workspace, message, channel, wire)];
}

export function eventsOfChange(workspace: Workspace, before: Stored, after: Stored): readonly Wire[] {
  const channel = heardChannel(workspace, after);
  if (!channel) return [];
  const changed = {
    ...hidden(workspace, channel, 'message_changed'),
    message: messageOnWire(workspace, after),
    previous_message: messageOnWire(workspace, before),
  };
  const newlyMentioned = !mentionsApp(workspace, before);
  return [changed, ...(newlyMentioned ? mentionsIn(workspace, after, channel, messageOnWire(workspace, after)) : [])];
}

/** A thread outlives its opening message: Slack reports that deletion as a change into a tombstone. */
export function eventsOfDeletion(workspace: Workspace, before: Stored): readonly Wire[] {
  const channel = heardChannel(workspace, before);
  if (!channel) return [];
  if (repliesTo(workspace.messages, before).length > 0)
    return eventsOfChange(workspace, before, { ...before, deleted: true });
  const previous = messageOnWire(workspace, before);
  return [{ ...hidden(workspace, channel, 'message_deleted'), deleted_ts: before.ts, previous_message: previous }];
}

export function eventOfReaction(
  workspace: Workspace,
  message: Stored,
  { name, person }: { readonly name: string; readonly person: string },
  type: 'reaction_added' | 'reaction_removed',
): Wire {
  const item = { type: 'message', channel: message.channel, ts: message.ts };
  return { type, user: person, reaction: name, item, item_user: message.by, event_ts: workspace.ids.ts() };
}

export const eventOfHome = (
  workspace: Workspace,
  person: string,
  channel: string,
  tab: 'home' | 'messages',
  view?: Wire,
): Wire => ({
  type: 'app_home_opened',
  user: person,
  channel,
  tab,
  event_ts: workspace.ids.ts(),
  ...(view ? { view } : {}),
});

/** Private messages make no events, and neither does a channel that the app was not invited to. */
function heardChannel(workspace: Workspace, message: Stored): Channel | undefined {
  const channel = message.to ? undefined : channelIn(workspace, message.channel);
  return channel?.botIn ? channel : undefined;
}

const hidden = (workspace: Workspace, channel: Channel, subtype: string): Wire => {
  const ts = workspace.ids.ts();
  return { type: 'message', subtype, hidden: true, channel: channel.id, channel_type: channel.kind, ts, event_ts: ts };
};

const mentionsApp = (workspace: Workspace, message: Stored): boolean =>
  message.text.includes(`<@${workspace.app.botUser}>`);

function mentionsIn(workspace: Workspace, message: Stored, channel: Channel, wire: Wire): readonly Wire[] {
  const unheard = channel.kind === 'im' || isByApp(workspace, message) || !mentionsApp(workspace, message);
  return unheard ? [] : [{ ...wire, type: 'app_mention', channel: channel.id, event_ts: message.ts }];
}
