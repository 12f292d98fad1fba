// One emoji on a message calls us to it: the message is read, and answered in its thread, once however many add it.
import type { App, webApi } from '@slack/bolt';
import type { Care } from '../delivery/care.ts';
import { receiveReaction } from '../receiving/message.ts';
import { type MessagePayload, parseMessage, parseReaction, type ReactionPayload } from '../receiving/payloads.ts';
import { type Happened, knownOf, type Listening, withFiles } from './messages.ts';

type Reacting = Listening & { readonly emoji: string; readonly care: Care };

export function listenToReactions(app: App, reacting: Reacting): void {
  app.event('reaction_added', async (happened: Happened) => {
    const reaction = parseReaction(happened.event);
    if (!reaction || !isCall(reaction, happened.context.botUserId, reacting)) return;
    const message = await readMessage(happened.client, reaction, reacting.care);
    if (!message) return;
    const known = await knownOf(happened, message.bot_id === undefined ? message.user : reaction.user, reacting);
    const received = receiveReaction(message, reaction, { ...known, allows: () => true });
    await reacting.hand(received && (await withFiles(received, message, reacting)));
  });
}

/** The name of an emoji may carry the tone of a skin: `wave::skin-tone-2`. */
const isCall = ({ reaction, user }: ReactionPayload, me: string | undefined, { emoji }: Reacting): boolean =>
  reaction.split('::')[0] === emoji && user !== me;

type Found = { readonly kind: 'found'; readonly message: MessagePayload };

/** The event holds no text. What may pass is thrown: Slack then delivers the event again. */
async function readMessage(
  client: webApi.WebClient,
  { item: { channel, ts } }: ReactionPayload,
  care: Care,
): Promise<MessagePayload | undefined> {
  const found = await care({ method: 'conversations.history', channel }, async (): Promise<Found | undefined> => {
    const inChannel = await client.conversations.history({
      channel,
      latest: ts,
      oldest: ts,
      inclusive: true,
      limit: 1,
    });
    const message = inChannel.messages?.find(one => one.ts === ts) ?? (await readReply(client, channel, ts));
    const parsed = parseMessage({ ...message, channel });
    return message && parsed && { kind: 'found', message: parsed };
  });
  if (found?.kind !== 'fault') return found?.message;
  if (found.fault.kind === 'refused' || found.fault.kind === 'gone') return undefined;
  throw new Error(`the message of a reaction could not be read: ${found.fault.kind}`);
}

/** A message in a thread is not in the channel's history; asked for by its own ts it comes alone. */
async function readReply(client: webApi.WebClient, channel: string, ts: string) {
  const { messages } = await client.conversations.replies({ channel, ts, latest: ts, inclusive: true, limit: 1 });
  return messages?.find(one => one.ts === ts);
}
