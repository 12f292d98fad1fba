// The door the app knocks at: the Bot Framework's connector, as far as Teams' bots use it. docs: bot-framework-rest-connector-api-reference.
import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import { addressOf, json, parseJson, type Reply, readBody, text } from '../../exchange.ts';
import { LIMITS } from '../limits.ts';
import type { Card, Conversation, Message } from '../protocol.ts';
import { conversationIn, isByApp, personIn, show, type Tenant } from '../tenant.ts';
import { BOT, TENANT } from '../town.ts';
import { FILES } from './activities.ts';
import { bytesOf, isCard, problemsOf } from './cards.ts';

export const CONNECTOR = '/workbench/teams/connector/';
const CONVERSATIONS = 'v3/conversations';
const ACTIVITIES = /^(POST|PUT) v3\/conversations\/([^/]+)\/activities(?:\/([^/]+))?$/;

export async function answerConnector(tenant: Tenant, request: IncomingMessage): Promise<Reply> {
  const address = addressOf(request);
  const path = decode(address.pathname.slice(CONNECTOR.length));
  if (path.startsWith(FILES)) return answerFile(tenant, path.slice(FILES.length));
  const failure = tenant.failures.meet(path);
  const body = await readBody(request);
  if (failure) return json(failure.status, failure.body ?? {}, failure.headers);
  if (body === undefined) return refused(413, 'MessageSizeTooBig', 'the request is too large');
  const isTargeted = address.searchParams.get('isTargetedActivity') === 'true';
  return answerCall(tenant, `${request.method} ${path}`, { given: parseJson(body), isTargeted });
}

function answerCall(tenant: Tenant, asked: string, call: Omit<Call, 'where' | 'id'>): Reply {
  if (asked === `POST ${CONVERSATIONS}`) return openConversation(tenant, call.given);
  const [, method, where, id] = ACTIVITIES.exec(asked) ?? [];
  if (where === undefined) return refused(404, 'NotFound', 'there is no such call');
  return method === 'POST'
    ? postActivity(tenant, { ...call, where })
    : changeActivity(tenant, { ...call, where, ...(id && { id }) });
}

/** What cannot be read stays as it is: nothing has such a name. */
function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function answerFile({ files }: Tenant, id: string): Reply {
  const content = files.read(id);
  return content === undefined ? text(404, 'This file is no longer there.') : text(200, content);
}

type Call = { readonly where: string; readonly given: unknown; readonly isTargeted: boolean; readonly id?: string };

const refused = (status: number, code: string, message: string): Reply => json(status, { error: { code, message } });

const opening = z.object({
  isGroup: z.boolean().default(false),
  tenantId: z.literal(TENANT),
  members: z.array(z.object({ id: z.string() })).default([]),
  channelData: z.object({ channel: z.object({ id: z.string() }).optional() }).optional(),
  activity: z.unknown().optional(),
});

/** A person's own chat, the same each time; or a new post in a channel. */
function openConversation(tenant: Tenant, given: unknown): Reply {
  const asked = opening.safeParse(given).data;
  if (!asked) return refused(400, 'BadSyntax', 'conversation parameters were expected');
  const channel = asked.channelData?.channel?.id;
  if (channel !== undefined) return openPost(tenant, channel, asked.activity);
  const person = personIn(tenant, asked.members[0]?.id ?? '');
  const chat = tenant.conversations.find(one => person && one.person === person.id);
  return chat ? json(201, { id: chat.id }) : refused(403, 'BotNotInConversationRoster', 'nobody here has that id');
}

function openPost(tenant: Tenant, channel: string, given: unknown): Reply {
  const conversation = conversationIn(tenant, channel);
  if (conversation?.kind !== 'channel') return refused(404, 'ConversationNotFound', 'there is no such channel');
  const content = contentOf(given);
  if ('status' in content) return content;
  const { id } = put(tenant, conversation, content);
  return json(201, { id: `${channel};messageid=${id}`, activityId: id });
}

/** Text beside a card goes out as two messages, and then no id comes back: msteams-docs, conversation-messages. */
function postActivity(tenant: Tenant, call: Call): Reply {
  const { conversation, thread } = placeIn(tenant, call.where);
  if (!conversation) return refused(404, 'ConversationNotFound', 'there is no such conversation');
  if (conversation.kind !== 'channel' && thread) return refused(400, 'BadSyntax', 'a chat has no threads');
  if (thread && !tenant.messages.find(conversation.id, thread))
    return refused(404, 'ConversationNotFound', 'there is no such thread');
  const content = contentOf(call.given);
  if ('status' in content) return content;
  const to = call.isTargeted ? personIn(tenant, recipientOf(call.given)) : undefined;
  if (call.isTargeted && (!to || conversation.kind === 'personal'))
    return refused(400, 'BadArgument', 'only people of a channel or group chat can be targeted');
  const isSplit = content.text !== '' && content.card !== undefined;
  if (isSplit) put(tenant, conversation, { text: content.text }, { thread, to: to?.id });
  const { id } = put(tenant, conversation, isSplit ? { ...content, text: '' } : content, { thread, to: to?.id });
  return json(201, isSplit ? {} : { id });
}

function changeActivity(tenant: Tenant, call: Call): Reply {
  const { conversation } = placeIn(tenant, call.where);
  const message = conversation && tenant.messages.find(conversation.id, call.id ?? '');
  if (!message || message.deleted) return refused(404, 'ActivityNotFoundInConversation', 'there is no such message');
  if (!isByApp(message)) return refused(403, 'Forbidden', 'only the app’s own messages can be changed');
  const content = contentOf(call.given);
  if ('status' in content) return content;
  const { card: _, ...rest } = message;
  show(tenant, { ...rest, ...shownAs(content), version: message.version + 1 });
  return json(200, { id: message.id });
}

function placeIn(tenant: Tenant, where: string) {
  const [id = '', thread] = where.split(';messageid=');
  return { conversation: conversationIn(tenant, id), thread };
}

type Content = { readonly text: string; readonly card?: Card };

const activity = z.object({
  type: z.literal('message'),
  text: z.string().default(''),
  attachments: z.array(z.object({ contentType: z.string(), content: z.unknown() })).default([]),
});
const targeted = z.object({ recipient: z.object({ id: z.string() }) });

const recipientOf = (given: unknown): string => targeted.safeParse(given).data?.recipient.id ?? '';

function contentOf(given: unknown): Content | Reply {
  const parsed = activity.safeParse(given).data;
  if (!parsed) return refused(400, 'BadSyntax', 'a message activity was expected');
  const [first, ...more] = parsed.attachments;
  if (more.length > 0) return refused(400, 'BadArgument', 'the workbench draws one card a message');
  if (!first) return parsed.text === '' ? refused(400, 'BadSyntax', 'nothing to show') : { text: parsed.text };
  if (bytesOf(first) > LIMITS.cardBytes) return refused(413, 'MessageSizeTooBig', 'Message size too large.');
  if (!isCard(first.content)) return refused(400, 'BadArgument', 'an Adaptive Card was expected');
  const problems = problemsOf(first.content);
  return problems.length > 0
    ? refused(400, 'BadArgument', problems.join('; '))
    : { text: parsed.text, card: first.content };
}

const shownAs = ({ text, card }: Content): Pick<Message, 'typed' | 'card'> => ({ typed: text, ...(card && { card }) });

type Under = { readonly thread: string | undefined; readonly to: string | undefined };

function put(tenant: Tenant, { id: conversation }: Conversation, content: Content, under?: Under): Message {
  const id = tenant.nextId();
  return show(tenant, {
    conversation,
    id,
    at: Number(id),
    by: BOT,
    ...shownAs(content),
    ...(under?.thread && { thread: under.thread }),
    ...(under?.to && { to: under.to }),
    version: 1,
  });
}
