// The Teams surface: requests of the Bot Framework in, cards out. It is reached at POST /api/messages.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import type { Delivery, Receive, Surface } from '../surface.ts';
import { type Activity, kindOf, parseActivity, splitConversation, tenantOf } from './activity/activity.ts';
import { isUnreadable, readFiles, unreadableReply } from './activity/files.ts';
import { createViewers } from './card/viewers.ts';
import { deliver, type Post } from './deliver.ts';
import { type Answer, type Asked, handleInvoke } from './invoke.ts';
import { type Known, placeOf, receiveActivity, TEAMS } from './receive.ts';
import { createMemory, type References } from './references.ts';
import { appTypeOf, checkTeams, isLoopback, type TeamsSettings } from './settings.ts';
import { createWire } from './wire.ts';

export type TeamsOptions = TeamsSettings &
  Omit<Asked, 'receive'> & {
    readonly references: References;
    readonly log: TeamsLog;
    readonly now: () => number;
  };

/** Codes and counts only: no text of a person is ever logged from here. */
export type TeamsLog = { readonly warn: (message: string) => void; readonly error: (message: string) => void };

export type TeamsSurface = Surface & {
  readonly handle: (request: IncomingMessage, response: ServerResponse) => void;
};

/** Settings that `checkTeams` finds wrong are refused here as well: a bug of the caller, who should have asked. */
export function createTeams(options: TeamsOptions, receive: Receive): TeamsSurface {
  const problems = checkTeams(options);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  const wire = createWire(options);
  const memory = createMemory(options.references);
  const desk: Desk = { ...options, wire, memory, viewers: createViewers(), receive };
  return {
    name: TEAMS,
    deliver: async (place, reply, posted) => warned(await deliver(desk, place, reply, posted), options.log),
    /** Teams shows a bot no history, so what was posted is remembered by its turn. */
    find: async (place, turn) => {
      const message = await memory.turn(place, turn);
      return message === undefined ? undefined : { kind: 'posted', message };
    },
    start: async () => {},
    stop: async () => {},
    handle: (request, response) => {
      answerRequest(request, desk)
        .catch((error: unknown): Answer => {
          options.log.error(`Teams request not handled: ${error instanceof Error ? error.name : 'unknown'}`);
          return { status: 500 }; // the platform sends it again
        })
        .then(answer => write(response, answer));
    },
  };
}

type Desk = TeamsOptions & Post & Asked;

const TOO_LARGE = 'A card was too large, which it never should be: please report this';
const NO_MORE = 'That chat, thread or message was deleted, so nothing has to be done';

/** Most faults pass by themselves; for those that do not the operator is told what to do. */
const REMEDIES: Readonly<Record<string, string>> = {
  invalid_client:
    'The client secret is wrong or has run out. Make a new one: az ad app credential reset --id <MicrosoftAppId>',
  unauthorized_client: 'Check MicrosoftAppType and MicrosoftAppTenantId against the bot’s registration (az bot show)',
  AggregateAuthenticationError:
    'No managed identity answers on this host. Assign it to the host, or use a client secret',
  http_401: 'Check MicrosoftAppId, MicrosoftAppPassword and MicrosoftAppTenantId',
  BotNotInConversationRoster: 'Install the app in that team or chat, or for that person',
  BotDisabledByAdmin: 'Allow the app in the Teams admin center',
  MessageSizeTooBig: TOO_LARGE,
  http_413: TOO_LARGE,
  ConversationNotFound: NO_MORE,
  ActivityNotFoundInConversation: NO_MORE,
  http_404: NO_MORE,
  http_410: NO_MORE,
  unknown_conversation: 'Nothing was ever heard from that conversation. Install the app there, then write one message',
};

function warned(delivery: Delivery, log: TeamsLog): Delivery {
  if (delivery.kind !== 'fault' || !('code' in delivery.fault)) return delivery;
  const { kind, code } = delivery.fault;
  const remedy = REMEDIES[code] ?? (kind === 'refused' ? 'The app may have been removed there' : undefined);
  if (remedy) log.warn(`Teams took no message: ${code}. ${remedy}`);
  return delivery;
}

/** Teams’ messages have at most about 100 KB; with their HTML copy and all ids a request stays below this. */
const MOST_BYTES = 1_000_000;
/** What the SDK takes for text unasked, before it looks who sent it. */
const anyActivity = z.looseObject({ type: z.string().min(1), serviceUrl: z.string().optional() });

async function answerRequest(request: IncomingMessage, desk: Desk): Promise<Answer> {
  if (request.method !== 'POST') return { status: 405 };
  // Also keeps out web pages that post to a local bot: their browser asks first, and nobody here answers.
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) return { status: 415 };
  if (desk.anonymous && !isLocalProcess(request)) return { status: 403 };
  const text = await readText(request);
  if (text === undefined) return { status: 413 };
  const body = anyActivity.safeParse(parseJson(text)).data;
  if (!body) return { status: 400 };
  const verdict = await desk.wire.verify(request.headers.authorization ?? '', body, () => work(body, desk));
  return verdict.kind === 'worked' ? verdict.answer : { status: 401 };
}

/** Where no token is asked for: this machine's own processes, and no web page, which its browser marks by its origin. */
const isLocalProcess = ({ socket, headers }: IncomingMessage): boolean =>
  isLoopback(socket.remoteAddress ?? '') && headers.origin === undefined && headers['sec-fetch-site'] === undefined;

/** Undefined when it is too large; the rest is then left unread. */
async function readText(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    if (!(chunk instanceof Uint8Array)) continue;
    bytes += chunk.length;
    if (bytes > MOST_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The same as JSON of another shape: 400.
    return undefined;
  }
}

/** Only what the platform sent gets here. Web Chat and the like are switched on at a registration without being asked for. */
async function work(body: unknown, desk: Desk): Promise<Answer> {
  const activity = parseActivity(body);
  if (!activity || (activity.channelId !== 'msteams' && !desk.anonymous)) return { status: 200 };
  if (isForeign(activity, desk)) return { status: 403 };
  await desk.memory.meet(activity);
  if (activity.from.role !== 'bot')
    desk.viewers.saw(splitConversation(activity.conversation.id).channel, activity.from.id);
  const known = await knownAbout(activity, desk);
  if (activity.type === 'invoke') return await handleInvoke(activity, known, desk);
  for (const event of receiveActivity(activity, known)) {
    await desk.receive(event);
    if ('addressed' in event && event.addressed && kindOf(activity) !== 'channel')
      await desk.memory.touchChat(event.place, event.at);
  }
  // Said at once and without the queue: there is nothing to remember, and nothing is lost if it is not heard.
  if (isUnreadable(activity, known.files))
    warned(await deliver(desk, placeOf(activity, known), unreadableReply(activity)), desk.log);
  return { status: 200 };
}

/**
 * A bot of one organisation serves that one, whoever uploaded its app elsewhere: the platform's token says which bot is meant,
 * not from which organisation somebody writes.
 */
function isForeign(activity: Activity, settings: TeamsSettings): boolean {
  const { anonymous, tenantId } = settings;
  if (anonymous || tenantId === undefined || appTypeOf(settings) === 'MultiTenant') return false;
  return tenantOf(activity).toLowerCase() !== tenantId.toLowerCase();
}

/** Channels have threads in their conversations' ids; what belongs together in a chat is remembered. */
async function knownAbout(activity: Activity, { memory, viewers, now, ...settings }: Desk): Promise<Known> {
  const at = now();
  const files = await readFiles(activity, settings);
  const { channel } = splitConversation(activity.conversation.id);
  const common = { now: at, files, viewers: viewers.of(channel) };
  if (kindOf(activity) === 'channel') return common;
  const tenant = tenantOf(activity);
  const thread = await memory.chatThread(tenant, channel, at);
  const card = activity.replyToId ? await memory.card(tenant, channel, activity.replyToId) : undefined;
  return { ...common, ...(thread !== undefined && { thread }), ...(card && { card }) };
}

function write(response: ServerResponse, { status, body }: Answer): void {
  const headers: Record<string, string> = {
    'cache-control': 'no-store',
    ...(status === 401 && { 'www-authenticate': 'Bearer' }),
    ...(status === 405 && { allow: 'POST' }),
    ...(status === 413 && { connection: 'close' }),
  };
  if (body === undefined) response.writeHead(status, headers).end();
  else response.writeHead(status, { ...headers, 'content-type': 'application/json' }).end(JSON.stringify(body));
}
