// The Slack surface: a Bolt app over HTTP or Socket Mode that hands on what happened and posts what is said.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { App, type Logger as BoltLogger, LogLevel, type webApi } from '@slack/bolt';
import type { ChatEvent } from '../../conversation/chat-event.ts';
import type { Receive, Surface } from '../surface.ts';
import { createReceiver, RequestReceiver } from './connection/receiver.ts';
import { SocketReceiver } from './connection/socket.ts';
import { type Care, createCare } from './delivery/care.ts';
import { deliver, findTurn, methodOf } from './delivery/deliver.ts';
import { createMarks } from './delivery/marks.ts';
import { faultOf } from './fault.ts';
import { createAdmission, workspaceOf } from './installing/admission.ts';
import { createAuthorize, speakingFor } from './installing/authorize.ts';
import { listenForFarewells } from './installing/farewell.ts';
import { connect, type OAuthOptions } from './installing/installing.ts';
import type { Workspaces } from './installing/workspaces.ts';
import { type Assistant, createAssistant, listenToMessagesTab } from './listeners/assistant.ts';
import { type ReactionNames, reactionsOf } from './listeners/emoji.ts';
import { createReading } from './listeners/files.ts';
import { listenToMessages } from './listeners/messages.ts';
import { listenToReactions } from './listeners/reactions.ts';
import { createNames } from './names.ts';
import { receiveAction } from './receiving/action.ts';
import { receiveCommand } from './receiving/command.ts';
import { parseAction, parseCommand } from './receiving/payloads.ts';
import { SLACK } from './receiving/place.ts';
import type { Asked } from './views/doing.ts';
import { listenToViews } from './views/listen.ts';

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
  /** Whether the channel's configuration names that bot, so that it is answered. */
  readonly allows?: (channel: string, bot: string) => boolean;
  readonly reactions?: ReactionNames;
  readonly log: SlackLog;
  readonly now: () => number;
  /** Without it nothing is answered by a view. */
  readonly asked?: Asked;
};

/** What Bolt wants to say, without the payloads that it would print at its debug level. */
export type SlackLog = { readonly warn: (message: string) => void; readonly error: (message: string) => void };

export type SlackSurface = Surface & {
  /** Events, commands and interactions come to /slack/events, who installs to two pages; false for anything else. */
  readonly handle: (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;
};

export async function createSlack(options: SlackOptions, receive: Receive): Promise<SlackSurface> {
  const logger = boltLogger(options.log);
  const clientOptions: webApi.WebClientOptions = {
    ...(options.apiUrl && { slackApiUrl: options.apiUrl }),
    // The queue decides when to try again; the client must not.
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: 10_000,
    logger,
  };
  const receiver = createReceiver({ ...options, clientOptions, logger });
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
  const { warn } = options.log;
  const care = createCare({ warn, now: options.now });
  const { emoji, marks } = reactionsOf(options.reactions ?? {});
  const assistant = createAssistant({ care });
  listen(app, { ...options, workspaces, care, assistant, emoji }, receive);
  listenForFarewells(app, { surface: SLACK, many, log: options.log });
  const setMark = createMarks({ names: marks, care, warn });
  const mark: Surface['mark'] = async (place, set) => {
    const access = await workspaces.access(place.workspace);
    return access.kind === 'fault' ? access : setMark(access.client, place, set);
  };
  return {
    name: SLACK,
    deliver: async (place, reply, posted) => {
      const access = await workspaces.access(place.workspace);
      if (access.kind === 'fault') return access;
      const { channel } = place;
      const called = { method: methodOf(reply, posted), channel };
      const delivery = await care(called, () => deliver(access.client, place, reply, posted));
      if (delivery.kind === 'posted') await assistant.entitle(access.client, place, reply);
      return delivery;
    },
    find: async (place, turn) => {
      const access = await workspaces.access(place.workspace);
      if (access.kind === 'fault') return access;
      const { channel } = place;
      return care({ method: 'conversations.replies', channel }, () => findTurn(access.client, place, turn));
    },
    ...(Object.keys(marks).length > 0 && { mark }),
    start: async () => {
      if (receiver instanceof SocketReceiver) await receiver.connect();
    },
    stop: async () => {
      if (receiver instanceof SocketReceiver) await receiver.stop();
    },
    handle: async (request, response) => {
      const isEvent = request.method === 'POST' && request.url?.split('?')[0] === '/slack/events';
      if (!isEvent || !(receiver instanceof RequestReceiver)) return (await pages?.(request, response)) ?? false;
      await receiver.answer(request, response);
      return true;
    },
  };
}

type Heard = {
  readonly workspaces: Workspaces;
  readonly care: Care;
  readonly assistant: Assistant;
  readonly emoji: string | undefined;
};

function listen(app: App, options: SlackOptions & Heard, receive: Receive): void {
  const { workspaces, assistant } = options;
  const nameOf = createNames(workspaces);
  const hand = async (event: ChatEvent | undefined): Promise<void> => {
    if (event) await receive(event);
  };
  const read = createReading(options);
  const listening = { ...options, hand, nameOf, read, working: assistant.working };
  listenToMessagesTab(app, assistant);
  listenToMessages(app, listening);
  if (options.emoji !== undefined) listenToReactions(app, { ...listening, emoji: options.emoji });
  const { asked } = options;
  const views = asked && listenToViews(app, { ...options, asked, receive, nameOf, read });
  app.command('/creds', async ({ body, ack, client, context }) => {
    const payload = parseCommand(body);
    const command = payload && receiveCommand({ ...payload, team_id: workspaceOf(context) }, options.now());
    if (command && !(await views?.answers(command, payload.trigger_id, { client, context }))) await receive(command);
    await ack();
  });
  app.action(/.*/, async ({ body, ack, client, context }) => {
    const action = (await views?.takes(body, { client, context })) ? undefined : parseAction(body);
    const workspace = workspaceOf(context);
    const team = { id: workspace };
    const event = action && receiveAction({ ...action, team }, await nameOf(workspace, action.user.id));
    if (event && !(await views?.answers(event, action.trigger_id, { client, context }))) await receive(event);
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
