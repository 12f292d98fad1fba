// The Slack surface: a Bolt app over HTTP or Socket Mode that hands on what happened and posts what is said.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { App, type Logger as BoltLogger, HTTPReceiver, LogLevel, SocketModeReceiver, webApi } from '@slack/bolt';
import type { ChatEvent } from '../../conversation/chat-event.ts';
import type { Receive, Surface } from '../surface.ts';
import { deliver, findTurn } from './delivery/deliver.ts';
import { faultOf } from './fault.ts';
import { readFile } from './files.ts';
import { guard } from './guard.ts';
import { createNames } from './names.ts';
import { type MessagePayload, parseAction, parseCommand, parseEnvelope, parseMessage } from './payloads.ts';
import { receiveAction, receiveCommand, receiveMessage, SLACK } from './receive.ts';

/** `appToken` chooses Socket Mode; otherwise `signingSecret` is needed and requests come to `handle`. */
export type SlackOptions = {
  readonly botToken: string;
  readonly signingSecret?: string;
  readonly appToken?: string;
  readonly apiUrl?: string;
  readonly log: SlackLog;
  readonly now: () => number;
};

/** What Bolt wants to say, without the payloads that it would print at its debug level. */
export type SlackLog = { readonly warn: (message: string) => void; readonly error: (message: string) => void };

export type SlackSurface = Surface & {
  /** Slack's requests in HTTP mode: events, commands and interactions all come to /slack/events. */
  readonly handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
};

/** Calls auth.test once: with the ids known, Bolt asks nobody who it is. */
export async function createSlack(options: SlackOptions, receive: Receive): Promise<SlackSurface> {
  const logger = boltLogger(options.log);
  const receiver = createReceiver(options, logger);
  const clientOptions = {
    ...(options.apiUrl && { slackApiUrl: options.apiUrl }),
    // The queue decides when to try again; the client must not.
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: 10_000,
    logger,
  };
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
  listen(app, { ...options, ...identity }, receive);
  return {
    name: SLACK,
    deliver: (place, reply, posted) => deliver(app.client, place, reply, posted),
    find: (place, turn) => findTurn(app.client, place, turn),
    start: async () => {
      if (receiver instanceof SocketModeReceiver) await receiver.start();
    },
    stop: async () => {
      if (receiver instanceof SocketModeReceiver) await receiver.stop();
    },
    handle: async (request, response) => {
      if (receiver instanceof HTTPReceiver) await guard(request, response, receiver.requestListener);
      else response.writeHead(404).end();
    },
  };
}

function createReceiver(
  { appToken, signingSecret }: SlackOptions,
  logger: BoltLogger,
): HTTPReceiver | SocketModeReceiver {
  if (appToken) return new SocketModeReceiver({ appToken, logger });
  return new HTTPReceiver({
    signingSecret: signingSecret ?? '',
    logger,
    // The answer waits for the listener: Slack is told that an event is safe only when it is stored.
    processBeforeResponse: true,
    unhandledRequestTimeoutMillis: 3_001,
  });
}

type Identity = { readonly team: string; readonly botUserId: string };

function listen(app: App, options: SlackOptions & Identity, receive: Receive): void {
  const nameOf = createNames(app.client);
  const hand = async (event: ChatEvent | undefined): Promise<void> => {
    if (event) await receive(event);
  };
  const onMessage = async (payload: unknown, body: unknown): Promise<void> => {
    const message = parseMessage(payload);
    const envelope = parseEnvelope(body);
    if (!message || !envelope) return;
    const whole = await withFiles(message, options);
    // Names sign ticks, and those are written in threads; an opening need not wait for one.
    const names = await nameOf(message.thread_ts === undefined ? undefined : message.user);
    const known = {
      team: envelope.team_id ?? options.team,
      botUser: options.botUserId,
      nameOf: names,
      eventId: envelope.event_id ?? '',
    };
    await hand(receiveMessage(whole, known));
  };
  app.event('message', async ({ event, body }) => onMessage(event, body));
  app.event('app_mention', async ({ event, body }) => onMessage(event, body));
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

async function withFiles(message: MessagePayload, { botToken, apiUrl }: SlackOptions): Promise<MessagePayload> {
  if (!message.files || message.files.length === 0) return message;
  const texts = await Promise.all(message.files.slice(0, 3).map(file => readFile(file, botToken, apiUrl)));
  return { ...message, text: [message.text ?? '', ...texts.filter(text => text !== undefined)].join('\n') };
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
