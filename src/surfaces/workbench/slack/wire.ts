// Messages, people and channels in the JSON that Slack's API and events carry.
import { createHash } from 'node:crypto';
import type { Channel, Person } from '../protocol.ts';
import { fileObject } from './memory/files.ts';
import { repliesTo, type Stored } from './memory/messages.ts';
import { appIdOf, nameOf, PLATFORM_USER } from './town.ts';
import { isByApp, type Workspace } from './workspace.ts';

export type Wire = Readonly<Record<string, unknown>>;

export function messageOnWire(workspace: Workspace, message: Stored): Wire {
  if (message.deleted) return { ...tombstone(message), ...threadOn(workspace, message) };
  return {
    ...authorOn(workspace, message),
    type: 'message',
    ts: message.ts,
    text: message.text,
    team: workspace.app.team,
    ...subtypeOf(message),
    ...(message.blocks ? { blocks: message.blocks } : {}),
    ...threadOn(workspace, message),
    ...(message.edited ? { edited: { user: message.edited.by, ts: message.edited.ts } } : {}),
    ...(message.snippet ? { files: [fileObject(message.snippet, message, workspace.origin)], upload: false } : {}),
    ...(message.reactions.length > 0 ? { reactions: message.reactions.map(reactionOnWire) } : {}),
  };
}

const reactionOnWire = ({ name, people }: Stored['reactions'][number]): Wire => ({
  name,
  users: people,
  count: people.length,
});

function subtypeOf(message: Stored): Wire {
  if (message.snippet) return { subtype: 'file_share' };
  return message.broadcast ? { subtype: 'thread_broadcast' } : {};
}

function authorOn(workspace: Workspace, message: Stored): Wire {
  if (!isByApp(workspace, message)) return { user: message.by, client_msg_id: clientIdOf(message) };
  const { botId, team } = workspace.app;
  const profile = {
    id: botId,
    app_id: appIdOf(workspace.app),
    name: nameOf(workspace.app),
    deleted: false,
    team_id: team,
  };
  return { user: message.by, bot_id: botId, app_id: appIdOf(workspace.app), bot_profile: profile };
}

/** Slack's clients name what they send; any stable name in that form does. */
function clientIdOf(message: Stored): string {
  const digest = createHash('sha256').update(`${message.channel}/${message.ts}`).digest('hex');
  return digest.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** What Slack leaves where the opening message of a thread was deleted. */
const tombstone = (message: Stored): Wire => ({
  type: 'message',
  subtype: 'tombstone',
  user: PLATFORM_USER,
  text: 'This message was deleted.',
  hidden: true,
  ts: message.ts,
});

function threadOn(workspace: Workspace, message: Stored): Wire {
  if (message.thread) {
    const parent = workspace.messages.find(message.channel, message.thread);
    return { thread_ts: message.thread, ...(parent ? { parent_user_id: parent.by } : {}) };
  }
  const replies = repliesTo(workspace.messages, message);
  const latest = replies.at(-1);
  if (!latest) return {};
  const users = [...new Set(replies.map(reply => reply.by))];
  return {
    thread_ts: message.ts,
    reply_count: replies.length,
    reply_users: users,
    reply_users_count: users.length,
    latest_reply: latest.ts,
  };
}

export function personOnWire(person: Person, team: string): Wire {
  const named = { real_name: person.realName, display_name: person.name };
  const zone = { tz: 'Etc/UTC', tz_label: 'Coordinated Universal Time', tz_offset: 0 };
  return {
    id: person.id,
    team_id: team,
    name: usernameOf(person),
    real_name: person.realName,
    deleted: false,
    is_bot: person.bot,
    ...zone,
    profile: { ...named, real_name_normalized: person.realName, display_name_normalized: person.name, team },
  };
}

export const usernameOf = (person: Person): string => person.name.toLowerCase();

export function channelOnWire(channel: Channel): Wire {
  const common = {
    id: channel.id,
    created: 0,
    is_archived: false,
    is_im: channel.kind === 'im',
    is_mpim: false,
    is_group: false,
  };
  if (channel.kind === 'im') return { ...common, is_channel: false, user: channel.person, is_open: true };
  const texts = { topic: { value: channel.topic }, purpose: { value: '' } };
  return { ...common, name: channel.name, is_channel: true, is_private: false, is_member: channel.botIn, ...texts };
}

export const teamDomain = 'workbench';
