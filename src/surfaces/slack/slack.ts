// The Slack surface: a Bolt app over HTTP or Socket Mode that hands on what happened and posts what is said.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { App, type Logger as BoltLogger, LogLevel, webApi } from '@slack/bolt';
import type { ChatEvent } from '../../conversation/chat-event.ts';
import type { Receive, Surface } from '../surface.ts';
import { createReceiver, RequestReceiver } from './connection/receiver.ts';
import { lacking } from './connection/scopes.ts';
import { SocketReceiver } from './connection/socket.ts';
import { type Care, createCare } from './delivery/care.ts';
import { deliver, findTurn, methodOf } from './delivery/deliver.ts';
import { createMarks } from './delivery/marks.ts';
import { faultOf } from './fault.ts';
import { createAssistant, listenToMessagesTab } from './listeners/assistant.ts';
import { type ReactionNames, reactionsOf } from './listeners/emoji.ts';
import { listenToMessages } from './listeners/messages.ts';
import { listenToReactions } from './listeners/reactions.ts';
import { createNames } from './names.ts';
import { parseAction, parseCommand } from './payloads.ts';
import { receiveAction, receiveCommand, SLACK } from './receive.ts';

/** `appToken` chooses Socket Mode; otherwise `signingSecret` is needed and requests come to `handle`. */
export type SlackOptions = {
  readonly botToken: string;
  readonly signingSecret?: string;
  readonly appToken?: string;
  readonly apiUrl?: string;
  /** Whether the channel's configuration names that bot, so that it is answered. */
  readonly allows?: (channel: string, bot: string) => boolean;
  readonly reactions?: ReactionNames;
  readonly log: SlackLog;
  readonly now: () => number;
};

/** What Bolt wants to say, without the payloads that it would print at its debug level. */
export type SlackLog = { readonly warn: (message: string) => void; readonly error: (message: string) => void };

export type SlackSurface = Surface & {
  /** Slack's requests in HTTP mode: events, commands and interactions all come to /slack/events. */
  readonly handle: (request: IncomingMessage, response: ServerResponse) => void;
};

/** Calls auth.test once: with the ids known, Bolt asks nobody who it is. */
export async function createSlack(options: SlackOptions, receive: Receive): Promise<SlackSurface> {
  const logger = boltLogger(options.log);
  const clientOptions = {
    ...(options.apiUrl && { slackApiUrl: options.apiUrl }),
    // The queue decides when to try again; the client must not.
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: 10_000,
    logger,
  };
  const receiver = createReceiver({ ...options, clientOptions, logger });
  const me = await new webApi.WebClient(options.botToken, clientOptions).auth.test();
  const identity = { botId: me.bot_id ?? '', botUserId: me.user_id ?? '', team: me.team_id ?? '' };
  const app = new App({
    token: options.botToken,
    botId: identity.botId,
    botUserId: identity.botUserId,
    receiver,
    clientOptions,
    tokenVerificationEnabled: false,
    convoStore: false,
    logger,
  });
  for (const line of lacking(me.response_metadata?.scopes)) options.log.warn(line);
  const { warn } = options.log;
  const care = createCare({ warn, now: options.now });
  const { emoji, marks } = reactionsOf(options.reactions ?? {});
  listen(app, { ...options, ...identity, care, emoji }, receive);
  const mark = createMarks({ names: marks, care, warn });
  return {
    name: SLACK,
    deliver: (place, reply, posted) =>
      care({ method: methodOf(reply, posted), channel: place.channel }, () =>
        deliver(app.client, place, reply, posted),
      ),
    find: (place, turn) =>
      care({ method: 'conversations.replies', channel: place.channel }, () => findTurn(app.client, place, turn)),
    ...(Object.keys(marks).length > 0 && { mark: (place, set) => mark(app.client, place, set) }),
    start: async () => {
      if (receiver instanceof SocketReceiver) await receiver.connect();
    },
    stop: async () => {
      if (receiver instanceof SocketReceiver) await receiver.stop();
    },
    handle: (request, response) => {
      if (receiver instanceof RequestReceiver) receiver.requestListener(request, response);
      else response.writeHead(404).end();
    },
  };
}

type Heard = {
  readonly team: string;
  readonly botUserId: string;
  readonly care: Care;
  readonly emoji: string | undefined;
};

function listen(app: App, options: SlackOptions & Heard, receive: Receive): void {
  const nameOf = createNames(app.client);
  const hand = async (event: ChatEvent | undefined): Promise<void> => {
    if (event) await receive(event);
  };
  const assistant = createAssistant(options);
  const listening = { ...options, hand, nameOf, working: assistant.working };
  listenToMessagesTab(app, assistant, options.team);
  listenToMessages(app, listening);
  if (options.emoji !== undefined) listenToReactions(app, { ...listening, emoji: options.emoji });
  app.command('/creds', async ({ body, ack }) => {
    const command = parseCommand(body);
    await hand(command && receiveCommand(command, options.now()));
    await ack();
  });
  app.action(/.*/, async ({ body, ack }) => {
    const action = parseAction(body);
    await hand(action && receiveAction(action, await nameOf(action.user.id)));
    await ack();
  });
  app.error(async error => {
    options.log.error(`Slack event not handled: ${faultOf(error)?.kind ?? error.code}`);
    throw error; // answered with 500: Slack delivers the event again
  });
}

/** Debug and info lines can hold whole payloads, and people paste keys: only warnings and errors pass. */
function boltLogger(log: SlackLog): BoltLogger {
  const shown = (parts: readonly unknown[]): string =>
    parts.map(part => (part instanceof Error ? part.message : String(part))).join(' ');
  return {
    debug: () => {},
    info: () => {},
    warn: (...parts) => log.warn(shown(parts)),
    error: (...parts) => log.error(shown(parts)),
    setLevel: () => {},
    getLevel: () => LogLevel.WARN,
    setName: () => {},
  };
}
