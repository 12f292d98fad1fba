// Posts a Reply: in the thread, privately, as a new post in the channel, or in place of an earlier one.
import type { Place } from '../../conversation/chat-event.ts';
import type { Reply } from '../../conversation/reply.ts';
import type { Delivery } from '../surface.ts';
import { render } from './card/render.ts';
import type { Viewers } from './card/viewers.ts';
import { parseTargetedPath } from './receive.ts';
import type { Conversation, Memory } from './references.ts';
import type { Wire } from './wire.ts';

export type Post = {
  readonly wire: Wire;
  readonly memory: Memory;
  readonly viewers: Viewers;
  readonly now: () => number;
};

export async function deliver(post: Post, from: Place, reply: Reply, posted?: string): Promise<Delivery> {
  const place = reply.place ?? from;
  const way = await post.memory.conversation(place.workspace, place.channel);
  // Nothing was ever heard from there, so nobody knows where it is.
  if (!way) return { kind: 'fault', fault: { kind: 'refused', code: 'unknown_conversation' } };
  if (reply.to) return await deliverPrivately(post, { place, reply: { ...reply, to: reply.to } }, way);
  if (reply.replaces && posted) return await replace(post, { place, reply, posted }, way);
  const delivery = await openOrAnswer(post, { place, reply }, way);
  if (delivery.kind === 'posted') await remember(post, { place, reply, message: delivery.message }, way);
  return delivery;
}

type Letter = { readonly place: Place; readonly reply: Reply };

/** Alone in its activity: beside text, Teams may split the card off and then gives no id to update it by. */
const activityOf = ({ bot }: Conversation, reply: Reply, viewers: readonly string[] = []) => ({
  type: 'message',
  from: bot,
  summary: reply.summary,
  attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: render(reply, { viewers }) }],
});

/** A checklist that others change as well is fetched anew by those who look at it. */
const viewersOf = ({ viewers }: Post, { place, reply }: Letter, { kind }: Conversation): readonly string[] =>
  kind !== 'personal' && reply.blocks.some(block => block.kind === 'checklist') ? viewers.of(place.channel) : [];

const conversationPath = (id: string): string => `v3/conversations/${encodeURIComponent(id)}/activities`;

/** The thread is part of the conversation's id, in channels; a chat has none. */
const threadId = ({ channel, thread }: Place, { kind }: Conversation): string =>
  kind === 'channel' && thread !== '' ? `${channel};messageid=${thread}` : channel;

async function openOrAnswer(post: Post, { place, reply }: Letter, way: Conversation): Promise<Delivery> {
  if (reply.toChannel && way.kind === 'channel') return await openThread(post, { place, reply }, way);
  const body = activityOf(way, reply, viewersOf(post, { place, reply }, way));
  return await send(post, { path: conversationPath(threadId(place, way)), body }, way);
}

/** A new post in a channel is a new conversation, whose id names the post. */
async function openThread(post: Post, { place, reply }: Letter, way: Conversation): Promise<Delivery> {
  const body = {
    isGroup: true,
    bot: way.bot,
    tenantId: place.workspace,
    channelData: { channel: { id: place.channel }, tenant: { id: place.workspace } },
    activity: activityOf(way, reply, viewersOf(post, { place, reply }, way)),
  };
  return await send(post, { path: 'v3/conversations', body }, way);
}

async function replace(
  post: Post,
  { place, reply, posted }: Letter & { readonly posted: string },
  way: Conversation,
): Promise<Delivery> {
  const path = `${conversationPath(threadId(place, way))}/${encodeURIComponent(posted)}`;
  const body = { ...activityOf(way, reply, viewersOf(post, { place, reply }, way)), id: posted };
  const outcome = await post.wire.call({ serviceUrl: way.serviceUrl, method: 'PUT', path, body });
  return outcome.kind === 'fault' ? outcome : { kind: 'posted', message: posted };
}

type Parcel = { readonly path: string; readonly body: unknown };

async function send({ wire }: Post, { path, body }: Parcel, { serviceUrl }: Conversation): Promise<Delivery> {
  const outcome = await wire.call({ serviceUrl, method: 'POST', path, body });
  return outcome.kind === 'fault' ? outcome : { kind: 'posted', message: idOf(outcome.body) };
}

/** Of a post: its `id`; of a new conversation: `activityId`, or what follows `;messageid=`. Without one it cannot be updated. */
function idOf(body: unknown): string {
  if (typeof body !== 'object' || body === null) return '';
  if ('activityId' in body && typeof body.activityId === 'string') return body.activityId;
  const id = 'id' in body && typeof body.id === 'string' ? body.id : '';
  return id.split(';messageid=').at(-1) ?? '';
}

/** What finds it again: the turn, and in a chat, where there are no threads, the thread that it belongs to. */
async function remember(
  { memory, now }: Post,
  { place, reply, message }: Letter & { readonly message: string },
  { kind }: Conversation,
): Promise<void> {
  await memory.rememberTurn(place, reply.id, message);
  if (kind === 'channel') return;
  if (hasButtons(reply)) await memory.rememberCard(place, message, { thread: place.thread });
  await memory.touchChat(place, now());
}

const hasButtons = ({ blocks }: Reply): boolean =>
  blocks.some(({ kind }) => kind === 'buttons' || kind === 'checklist');

type PrivateLetter = { readonly place: Place; readonly reply: Reply & { readonly to: NonNullable<Reply['to']> } };

/** For that person's eyes where they asked, if they asked that way; else in their own chat with the bot. */
async function deliverPrivately(post: Post, letter: PrivateLetter, way: Conversation): Promise<Delivery> {
  const targeted = letter.reply.to.returnPath === undefined ? undefined : parseTargetedPath(letter.reply.to.returnPath);
  if (targeted && way.kind !== 'personal') {
    const delivery = await sendTargeted(post, letter, { ...targeted, way });
    if (delivery.kind === 'posted' || delivery.fault.kind !== 'refused') return delivery;
  }
  return await sendPersonally(post, letter, way);
}

type Target = { readonly message: string; readonly account: string; readonly way: Conversation };

/** learn.microsoft.com, Send and receive targeted messages: only the recipient sees it, and only for 24 hours. */
async function sendTargeted(
  post: Post,
  { place, reply }: Letter,
  { message, account, way }: Target,
): Promise<Delivery> {
  const body = {
    ...activityOf(way, reply),
    recipient: { id: account },
    entities: [{ type: 'targetedMessageInfo', messageId: message }],
  };
  return await send(post, { path: `${conversationPath(threadId(place, way))}?isTargetedActivity=true`, body }, way);
}

async function sendPersonally(post: Post, { place, reply }: PrivateLetter, way: Conversation): Promise<Delivery> {
  const isThere = way.kind === 'personal' && !reply.to.direct;
  const opened = isThere ? place.channel : await openPersonalChat(post, place, { way, person: reply.to.person });
  if (typeof opened !== 'string') return opened;
  const delivery = await send(post, { path: conversationPath(opened), body: activityOf(way, reply) }, way);
  if (delivery.kind === 'posted' && hasButtons(reply)) {
    const { channel, thread } = place;
    await post.memory.rememberCard(
      { ...place, channel: opened },
      delivery.message,
      way.kind === 'personal' ? { thread } : { origin: { channel, thread } },
    );
  }
  return delivery;
}

type Addressee = { readonly way: Conversation; readonly person: string };

/** The platform gives the same chat each time it is asked; asked once, it is remembered. */
async function openPersonalChat(
  { wire, memory }: Post,
  place: Place,
  { way, person }: Addressee,
): Promise<string | Delivery> {
  const { workspace } = place;
  const known = await memory.personalChat(workspace, person);
  if (known !== undefined) return known;
  const body = {
    isGroup: false,
    bot: way.bot,
    members: [{ id: await memory.account(workspace, person) }],
    tenantId: workspace,
    channelData: { tenant: { id: workspace } },
  };
  const outcome = await wire.call({ serviceUrl: way.serviceUrl, method: 'POST', path: 'v3/conversations', body });
  if (outcome.kind === 'fault') return outcome;
  const chat = idOf(outcome.body);
  if (chat === '') return { kind: 'fault', fault: { kind: 'refused', code: 'no_personal_chat' } };
  await memory.meetPersonalChat({ ...place, channel: chat }, person, way);
  return chat;
}
