// Posts a Reply: in the thread, privately, as a new message in the channel, or in place of an earlier one.
import type { webApi } from '@slack/bolt';
import type { Place } from '../../../conversation/chat-event.ts';
import type { Reply } from '../../../conversation/reply.ts';
import type { Delivery, Fault } from '../../surface.ts';
import { render, type SlackMessage } from '../drawing/render.ts';
import { faultOf, isTooLarge } from '../fault.ts';
import { isDirect } from '../receiving/place.ts';
import { linkPlaces } from './places.ts';
import { sharedIn } from './sharing.ts';

/** Marks a message as the one of a turn, so that it is found again after a crash. Slack keeps metadata with the message. */
const TURN_EVENT = 'locksmith_turn';

/** Slack shows no preview of what we link to: the answer is long enough. */
const PLAIN_LINKS = { unfurl_links: false, unfurl_media: false };

/** Throws what the Web API throws: `care` knows what becomes of it. */
export async function deliver(
  client: webApi.WebClient,
  place: Place,
  reply: Reply,
  posted?: string,
): Promise<Delivery> {
  const message = render(await linkPlaces(client, reply));
  try {
    return await show(client, place, reply, { message, ...(posted !== undefined && { posted }) });
  } catch (error) {
    if (!isTooLarge(error)) throw error;
    // Better the words without the checklist than nothing where somebody waits.
    const words = { text: message.text, blocks: [] };
    return await show(client, place, reply, { message: words, ...(posted !== undefined && { posted }) });
  }
}

/** Which method shows a reply: Slack limits each by itself. */
export function methodOf(reply: Reply, posted?: string): string {
  if (reply.to) return reply.to.returnPath ? 'response_url' : 'chat.postEphemeral';
  return reply.replaces && posted ? 'chat.update' : 'chat.postMessage';
}

type Drawn = { readonly message: SlackMessage; readonly posted?: string };

async function show(
  client: webApi.WebClient,
  place: Place,
  reply: Reply,
  { message, posted }: Drawn,
): Promise<Delivery> {
  if (reply.to) return await deliverPrivately(client, place, { ...reply, to: reply.to }, message);
  if (reply.replaces && posted) return await replace(client, place, posted, message);
  return await post(client, place, reply, message);
}

async function post(client: webApi.WebClient, place: Place, reply: Reply, message: SlackMessage): Promise<Delivery> {
  const result = await client.chat.postMessage({
    channel: place.channel,
    ...message,
    ...inThread(place, reply),
    metadata: { event_type: TURN_EVENT, event_payload: { turn: reply.id } },
    ...PLAIN_LINKS,
  });
  return sent(result.ts);
}

const inThread = (place: Place, reply: Reply) =>
  reply.toChannel || place.thread === '' ? {} : { thread_ts: place.thread };

async function replace(
  client: webApi.WebClient,
  place: Place,
  posted: string,
  message: SlackMessage,
): Promise<Delivery> {
  const result = await client.chat.update({ channel: place.channel, ts: posted, ...message });
  return sent(result.ts);
}

const sent = (ts: string | undefined): Delivery =>
  ts === undefined ? { kind: 'fault', fault: { kind: 'unreachable', code: 'no_ts' } } : { kind: 'posted', message: ts };

type Private = Reply & { readonly to: NonNullable<Reply['to']> };

/** By the way back that Slack gave while it lasts; else only for that person's eyes in the channel; else, or where that is asked, by direct message. */
async function deliverPrivately(
  client: webApi.WebClient,
  place: Place,
  reply: Private,
  message: SlackMessage,
): Promise<Delivery> {
  if (reply.to.direct) return await directMessage(client, place, reply, message);
  const answered = reply.to.returnPath ? await respond(reply.to.returnPath, message) : undefined;
  if (answered && !isSpent(answered)) return answered;
  if (place.channel === '') return await directMessage(client, place, reply, message);
  try {
    return await (isDirect(place) ? post : postEphemeral)(client, place, reply, message);
  } catch (error) {
    const fault = faultOf(error);
    if (fault?.kind !== 'refused') throw error;
    return await directMessage(client, place, reply, message);
  }
}

async function postEphemeral(
  client: webApi.WebClient,
  place: Place,
  reply: Private,
  message: SlackMessage,
): Promise<Delivery> {
  const result = await client.chat.postEphemeral({
    channel: place.channel,
    user: reply.to.person,
    ...message,
    ...inThread(place, reply),
  });
  return { kind: 'posted', message: result.message_ts ?? '' };
}

const isSpent = (answered: Delivery): boolean => answered.kind === 'fault' && answered.fault.kind === 'gone';

async function directMessage(
  client: webApi.WebClient,
  place: Place,
  reply: Private,
  message: SlackMessage,
): Promise<Delivery> {
  const opened = await client.conversations.open({ users: reply.to.person });
  const channel = opened.channel?.id;
  if (channel === undefined) return { kind: 'fault', fault: { kind: 'refused', code: 'no_direct_message' } };
  const isShared = place.channel !== '' && !isDirect(place);
  const blocks = isShared ? message.blocks.map(block => sharedIn(block, place.channel)) : message.blocks;
  return await post(client, { ...place, channel, thread: '' }, reply, { ...message, blocks });
}

/** A response_url: five uses within half an hour; 404 once it is spent or too old. */
async function respond(url: string, message: SlackMessage): Promise<Delivery> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ response_type: 'ephemeral', replace_original: false, ...message }),
      signal: AbortSignal.timeout(10_000),
    });
    if (response.ok) return { kind: 'posted', message: '' };
    return { kind: 'fault', fault: statusFault(response) };
  } catch (error) {
    return { kind: 'fault', fault: { kind: 'unreachable', code: error instanceof Error ? error.name : 'fetch' } };
  }
}

function statusFault(response: Response): Fault {
  if (response.status === 429)
    return { kind: 'rate-limited', retryAfterMs: Number(response.headers.get('retry-after') ?? '1') * 1000 };
  return { kind: response.status >= 500 ? 'unreachable' : 'gone', code: `http_${response.status}` };
}

/** The message of a turn, if it stands in its thread already. Looks at the latest hundred replies. */
export async function findTurn(client: webApi.WebClient, place: Place, turn: string): Promise<Delivery | undefined> {
  const result = await client.conversations.replies({
    channel: place.channel,
    ts: place.thread,
    limit: 100,
    include_all_metadata: true,
  });
  const found = result.messages?.find(message => turnOf(message.metadata) === turn);
  return found?.ts === undefined ? undefined : { kind: 'posted', message: found.ts };
}

function turnOf(metadata: { event_type?: string; event_payload?: unknown } | undefined): string | undefined {
  const payload = metadata?.event_type === TURN_EVENT ? metadata.event_payload : undefined;
  if (typeof payload !== 'object' || payload === null || !('turn' in payload)) return undefined;
  return typeof payload.turn === 'string' ? payload.turn : undefined;
}
