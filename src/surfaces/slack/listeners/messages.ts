// Messages and mentions: checked, made an event, and read together with the files that came with them.
import type { App, Context, webApi } from '@slack/bolt';
import type { ChatEvent, Place } from '../../../conversation/chat-event.ts';
import { workspaceOf } from '../installing/admission.ts';
import type { Names } from '../names.ts';
import { receiveMessage } from '../receiving/message.ts';
import { parseMessage, type WrittenPayload } from '../receiving/payloads.ts';
import type { ReadOf } from './files.ts';

/** What every listener needs. `hand` resolves when the event is stored. */
export type Listening = {
  readonly hand: (event: ChatEvent | undefined) => Promise<void>;
  readonly nameOf: Names;
  readonly read: ReadOf;
  /** Shows that an answer is on its way, where the conversation is with us alone. */
  readonly working: (client: webApi.WebClient, place: Place) => Promise<void>;
  /** Whether the channel's configuration names that bot. */
  readonly allows?: (channel: string, bot: string) => boolean;
};

export type Happened = {
  readonly event: unknown;
  readonly body: { readonly event_id?: unknown };
  readonly context: Context;
  readonly client: webApi.WebClient;
};

export function listenToMessages(app: App, listening: Listening): void {
  const listener = async (happened: Happened): Promise<void> => {
    const { event, client } = happened;
    const message = parseMessage(event);
    if (!message) return;
    // Names sign ticks, and those are written in threads; an opening need not wait for one.
    const known = await knownOf(happened, message.thread_ts === undefined ? undefined : message.user, listening);
    const received = receiveMessage(message, known);
    if (!received) return;
    const isAlone = message.channel_type === 'im' && message.subtype !== 'message_changed';
    const [whole] = await Promise.all([
      withFiles(received, message.message ?? message, listening),
      isAlone ? listening.working(client, received.place) : undefined,
    ]);
    await listening.hand(whole);
  };
  app.event('message', listener);
  app.event('app_mention', listener);
}

export async function knownOf({ body, context }: Happened, user: string | undefined, listening: Listening) {
  const team = workspaceOf(context);
  return {
    team,
    eventId: typeof body.event_id === 'string' ? body.event_id : '',
    botUser: context.botUserId ?? '',
    nameOf: await listening.nameOf(team, user),
    ...(listening.allows && { allows: listening.allows }),
  };
}

/** A long paste is a file to Slack; its text belongs to the message. */
export async function withFiles(
  event: ChatEvent,
  { files = [] }: Pick<WrittenPayload, 'files'>,
  { read }: Listening,
): Promise<ChatEvent> {
  if (files.length === 0 || (event.kind !== 'message-pasted' && event.kind !== 'follow-up-written')) return event;
  const { texts, unread } = await read(event.place.workspace, files);
  return { ...event, text: [event.text, ...texts].join('\n').trim(), ...(unread > 0 && { unread }) };
}
