// The Slack surface: a Bolt app over HTTP or Socket Mode that hands on what happened and posts what is said.
import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  App,
  type Logger as BoltLogger,
  type Context,
  HTTPReceiver,
  LogLevel,
  SocketModeReceiver,
  type webApi,
} from '@slack/bolt';
import type { ChatEvent } from '../../conversation/chat-event.ts';
import type { Receive, Surface } from '../surface.ts';
import { deliver, findTurn } from './delivery/deliver.ts';
import { faultOf } from './fault.ts';
import { readFile } from './files.ts';
import { createAdmission, workspaceOf } from './installing/admission.ts';
import { createAuthorize, speakingFor } from './installing/authorize.ts';
import { listenForFarewells } from './installing/farewell.ts';
import { connect, type OAuthOptions } from './installing/installing.ts';
import type { Workspaces } from './installing/workspaces.ts';
import { createNames } from './names.ts';
import { type MessagePayload, parseAction, parseCommand, parseMessage } from './payloads.ts';
import { receiveAction, receiveCommand, receiveMessage, SLACK } from './receive.ts';

/**
 * `botToken` is for one workspace, `oauth` for many. `appToken` chooses Socket Mode; otherwise `signingSecret` is needed and
 * requests come to `handle`.
 */
export type SlackOptions = {
  readonly botToken?: string;
  readonly oauth?: OAuthOptions;
  readonly signingSecret?: string;
  readonly appToken?: string;
  readonly apiUrl?: string;
  /** Whether members of other organisations are answered in a channel that is shared with them; nowhere unless told so. */
  readonly answersExternals?: (channel: string | undefined) => boolean;
  readonly skipped?: (why: 'external' | 'not-installed') => void;
  readonly log: SlackLog;
  readonly now: () => number;
};

/** What Bolt wants to say, without the payloads that it would print at its debug level. */
export type SlackLog = { readonly warn: (message: string) => void; readonly error: (message: string) => void };

export type SlackSurface = Surface & {
  /** Events, commands and interactions come to /slack/events, who installs to two pages; false for anything else. */
  readonly handle: (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;
};

export async function createSlack(options: SlackOptions, receive: Receive): Promise<SlackSurface> {
  const logger = boltLogger(options.log);
  const receiver = createReceiver(options, logger);
  const clientOptions: webApi.WebClientOptions = {
    ...(options.apiUrl && { slackApiUrl: options.apiUrl }),
    // The queue decides when to try again; the client must not.
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: 10_000,
    logger,
  };
  const { workspaces, many, pages } = await connect(options, clientOptions, logger);
  const app = new App({
    authorize: createAuthorize(workspaces),
    receiver,
    clientOptions: { ...clientOptions, fetch: speakingFor(workspaces) },
    convoStore: false,
    logger,
  });
  const { answersExternals = () => false, skipped = () => {} } = options;
  app.use(createAdmission({ workspaces, answersExternals, skipped }));
  listen(app, { ...options, workspaces }, receive);
  listenForFarewells(app, { surface: SLACK, many, log: options.log });
  return {
    name: SLACK,
    deliver: async (place, reply, posted) => {
      const access = await workspaces.access(place.workspace);
      return access.kind === 'fault' ? access : deliver(access.client, place, reply, posted);
    },
    find: async (place, turn) => {
      const access = await workspaces.access(place.workspace);
      return access.kind === 'fault' ? undefined : findTurn(access.client, place, turn);
    },
    start: async () => {
      if (receiver instanceof SocketModeReceiver) await receiver.start();
    },
    stop: async () => {
      if (receiver instanceof SocketModeReceiver) await receiver.stop();
    },
    handle: async (request, response) => {
      // Bolt throws at anything else, and that would be logged as a bug of ours.
      const isEvent = request.method === 'POST' && request.url?.split('?')[0] === '/slack/events';
      if (!isEvent || !(receiver instanceof HTTPReceiver)) return (await pages?.(request, response)) ?? false;
      receiver.requestListener(request, response);
      return true;
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
    bodyLimit: 2_000_000,
    unhandledRequestTimeoutMillis: 3_001,
  });
}

function listen(app: App, options: SlackOptions & { readonly workspaces: Workspaces }, receive: Receive): void {
  const { workspaces } = options;
  const nameOf = createNames(workspaces);
  const hand = async (event: ChatEvent | undefined): Promise<void> => {
    if (event) await receive(event);
  };
  const onMessage = async ({ event, body, context }: Happened): Promise<void> => {
    const message = parseMessage(event);
    if (!message) return;
    const workspace = workspaceOf(context);
    const whole = await withFiles(message, workspaces, workspace);
    const known = {
      team: workspace,
      botUser: context.botUserId ?? '',
      // Names sign ticks, and those are written in threads; an opening need not wait for one.
      nameOf: await nameOf(workspace, message.thread_ts === undefined ? undefined : message.user),
      eventId: body.event_id ?? '',
    };
    await hand(receiveMessage(whole, known));
  };
  app.event('message', onMessage);
  app.event('app_mention', onMessage);
  app.command('/creds', async ({ body, context, ack }) => {
    const command = parseCommand(body);
    await hand(command && receiveCommand({ ...command, team_id: workspaceOf(context) }, options.now()));
    await ack();
  });
  app.action(/.*/, async ({ body, context, ack }) => {
    const action = parseAction(body);
    const workspace = workspaceOf(context);
    const where = { team: { id: workspace } };
    await hand(action && receiveAction({ ...action, ...where }, await nameOf(workspace, action.user.id)));
    await ack();
  });
  app.error(async error => {
    options.log.error(`Slack event not handled: ${faultOf(error)?.kind ?? error.code}`);
    throw error; // answered with 500: Slack delivers the event again
  });
}

type Happened = { readonly event: unknown; readonly body: { readonly event_id?: string }; readonly context: Context };

async function withFiles(message: MessagePayload, workspaces: Workspaces, workspace: string): Promise<MessagePayload> {
  if (!message.files || message.files.length === 0) return message;
  const access = await workspaces.access(workspace);
  if (access.kind === 'fault') return message;
  const texts = await Promise.all(message.files.slice(0, 3).map(file => readFile(file, access.token)));
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
