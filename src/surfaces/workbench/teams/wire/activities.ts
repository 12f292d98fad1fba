// What people do in Teams as the Bot Framework's activities, in the shapes that Microsoft documents.
import type { Conversation, File, Message, Person } from '../protocol.ts';
import type { Tenant } from '../tenant.ts';
import { BOT, nameOf, TENANT } from '../town.ts';
import { written } from './written.ts';

export type Activity = Readonly<Record<string, unknown>> & { readonly type: string };

/** Who does something where; `thread` is the post whose replies it stands among. */
export type Doing = { readonly by: Person; readonly conversation: Conversation; readonly thread?: string };

export type Author = { readonly by: Person; readonly conversation: Conversation };

export function messageActivity(tenant: Tenant, author: Author, message: Message): Activity {
  const { text, html, mentioned } = written(message.typed, tenant.people);
  const base = baseOf(tenant, doingOf(author, message), message.at);
  return {
    ...base,
    type: 'message',
    id: message.id,
    ...(message.typed === '' ? {} : { text }),
    textFormat: 'plain',
    attachments: [
      {
        contentType: 'text/html',
        content: message.file ? `${html}<attachment id="${message.file.id}"></attachment>` : html,
      },
      ...(message.file && author.conversation.kind === 'personal' ? [downloadOf(tenant, message.file)] : []),
      ...(message.card ? [{ contentType: 'application/vnd.microsoft.card.adaptive', content: message.card }] : []),
    ],
    entities: [...mentioned.map(mentionOf), ...base.entities],
  };
}

/** An address that serves the file for a while without a token; elsewhere bots are given none: msteams-docs, bots-filesv4. */
const downloadOf = ({ serviceUrl }: Tenant, { id, name }: File) => ({
  contentType: 'application/vnd.microsoft.teams.file.download.info',
  contentUrl: `${serviceUrl}${FILES}${id}`,
  name,
  content: { downloadUrl: `${serviceUrl}${FILES}${id}`, uniqueId: id, fileType: name.split('.').at(-1) ?? '' },
});

/** Below the connector's address. */
export const FILES = 'files/';

/** A command after a slash is a message that only its author and the app see; it has no HTML copy, and no thread. */
export const targetedActivity = (tenant: Tenant, { by, conversation }: Author, message: Message): Activity => ({
  ...baseOf(tenant, { by, conversation }, message.at),
  type: 'message',
  id: message.id,
  recipient: { ...bot(tenant), isTargeted: true },
  text: message.typed.replace(/^\//, ''),
  textFormat: 'plain',
});

export function editActivity(tenant: Tenant, author: Author, message: Message): Activity {
  const activity = messageActivity(tenant, author, message);
  return {
    ...activity,
    type: 'messageUpdate',
    timestamp: new Date(tenant.now()).toISOString(),
    channelData: { ...dataOf(author.conversation), eventType: 'editMessage' },
  };
}

export const deleteActivity = (tenant: Tenant, author: Author, message: Message): Activity => ({
  ...baseOf(tenant, doingOf(author, message), tenant.now()),
  type: 'messageDelete',
  id: message.id,
  channelData: { ...dataOf(author.conversation), eventType: 'softDeleteMessage' },
});

export const invokeActivity = (tenant: Tenant, doing: Doing, name: string, more: Partial<Activity>): Activity => ({
  ...baseOf(tenant, doing, tenant.now()),
  type: 'invoke',
  id: `f:${tenant.nextId()}`,
  name,
  ...more,
});

/** What a client without Action.Execute sends: a message without text. */
export const submitActivity = (tenant: Tenant, doing: Doing, value: unknown, replyToId: string): Activity => ({
  ...baseOf(tenant, doing, tenant.now()),
  type: 'message',
  id: `f:${tenant.nextId()}`,
  replyToId,
  value,
});

const doingOf = ({ by, conversation }: Author, { id, thread }: Message): Doing => ({
  by,
  conversation,
  ...(conversation.kind === 'channel' && { thread: thread ?? id }),
});

function baseOf(tenant: Tenant, { by, conversation, thread }: Doing, at: number) {
  return {
    timestamp: new Date(at).toISOString(),
    channelId: 'msteams',
    serviceUrl: tenant.serviceUrl,
    from: { id: by.id, name: by.name, aadObjectId: by.directory },
    conversation: {
      ...(conversation.kind !== 'personal' && { isGroup: true }),
      conversationType: TYPES[conversation.kind],
      id: thread ? `${conversation.id};messageid=${thread}` : conversation.id,
      tenantId: TENANT,
    },
    recipient: bot(tenant),
    entities: [{ type: 'clientInfo', locale: 'en-GB', country: 'GB', platform: 'Web', timezone: 'Etc/UTC' }],
    channelData: dataOf(conversation),
    locale: 'en-GB',
  };
}

const TYPES = { channel: 'channel', group: 'groupChat', personal: 'personal' } as const;

const bot = ({ app }: Tenant) => ({ id: BOT, name: nameOf(app) });

const dataOf = ({ id, team }: Conversation) => ({
  ...(team && { teamsChannelId: id, teamsTeamId: team.id, channel: { id }, team: { id: team.id } }),
  tenant: { id: TENANT },
});

const mentionOf = ({ id, name }: Person) => ({
  type: 'mention',
  mentioned: { id, name },
  text: `<at>${name}</at>`,
});
