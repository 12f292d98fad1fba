// Threads that a reply leads to, as links: Slack alone knows the address of a message.
import type { webApi } from '@slack/bolt';
import type { Place } from '../../../conversation/chat-event.ts';
import type { Block, Line, Reply, Span } from '../../../conversation/reply.ts';
import { faultOf } from '../fault.ts';

/** Where Slack gives no address, the words stay without a link. */
export async function linkPlaces(client: webApi.WebClient, reply: Reply): Promise<Reply> {
  if (!JSON.stringify(reply.blocks).includes('"kind":"place"')) return reply;
  return { ...reply, blocks: await Promise.all(reply.blocks.map(block => linkBlock(client, block))) };
}

async function linkBlock(client: webApi.WebClient, block: Block): Promise<Block> {
  if (block.kind === 'text' || block.kind === 'quiet') return { ...block, text: await linkLine(client, block.text) };
  if (block.kind !== 'list') return block;
  return { ...block, items: await Promise.all(block.items.map(item => linkLine(client, item))) };
}

const linkLine = (client: webApi.WebClient, line: Line): Promise<Span[]> =>
  Promise.all(line.map(span => linkSpan(client, span)));

async function linkSpan(client: webApi.WebClient, span: Span): Promise<Span> {
  if (span.kind !== 'place') return span;
  const href = await addressOf(client, span.place);
  return href ? { kind: 'link', text: span.text, href } : { kind: 'plain', text: span.text };
}

export async function addressOf(client: webApi.WebClient, { channel, thread }: Place): Promise<string | undefined> {
  try {
    const { permalink } = await client.chat.getPermalink({ channel, message_ts: thread });
    return permalink;
  } catch (error) {
    const fault = faultOf(error);
    // Worth another try with the whole delivery; a thread that is gone has no link.
    if (!fault || fault.kind === 'rate-limited' || fault.kind === 'unreachable') throw error;
    return undefined;
  }
}
