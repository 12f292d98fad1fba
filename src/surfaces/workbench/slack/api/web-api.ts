// The doors the app knocks at: Web API methods, response URLs and files, under /workbench/slack/.
import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import {
  addressOf,
  html,
  isRecord,
  json,
  mediaTypeOf,
  parseJson,
  pathOf,
  type Reply,
  readBody,
  text,
} from '../../exchange.ts';
import { answerHere } from '../replying.ts';
import type { Workspace } from '../workspace.ts';
import { assistantMethods } from './assistant.ts';
import { type Answer, type Arguments, failed, textArgument } from './call.ts';
import { chatMethods } from './chat.ts';
import { conversationMethods, FORM_ONLY } from './conversations.ts';
import type { Failure, Failures } from './failures.ts';
import { otherMethods } from './others.ts';
import { viewMethods } from './views.ts';

const METHODS = new Map(
  Object.entries({ ...chatMethods, ...conversationMethods, ...viewMethods, ...assistantMethods, ...otherMethods }),
);
const API = '/workbench/slack/api/';
const RESPONSE = '/workbench/slack/response/';
const FILE = /^\/workbench\/slack\/files\/([^/]+)\//;

/** Nothing when the connection was cut, as a test may ask for. */
export async function answerApp(
  workspace: Workspace,
  failures: Failures,
  request: IncomingMessage,
): Promise<Reply | undefined> {
  const path = pathOf(request);
  const body = await readBody(request);
  if (body === undefined) return json(413, failed('request_too_large'));
  if (path.startsWith(RESPONSE)) return answerResponseUrl(workspace, path.slice(RESPONSE.length), body);
  if (!path.startsWith(API)) return answerFile(workspace, FILE.exec(path)?.[1] ?? '', request);
  const call = { method: path.slice(API.length), request, body };
  const failure = failures.meet(call.method);
  return failure ? replyOfFailure(call, failure) : json(200, answerTo(workspace, call));
}

type Call = { readonly method: string; readonly request: IncomingMessage; readonly body: string };

function answerTo(workspace: Workspace, call: Call): Answer {
  const given = argumentsOf(call);
  const token = bearerOf(call.request) ?? textArgument(given, 'token');
  if (!token) return failed('not_authed');
  if (!isSame(token, workspace.app.botToken)) return failed('invalid_auth');
  const method = METHODS.get(call.method);
  return method ? method(workspace, given) : failed('unknown_method');
}

function replyOfFailure({ request }: Call, failure: Failure): Reply | undefined {
  switch (failure.kind) {
    case 'rate-limited':
      return json(429, failed('ratelimited'), { 'retry-after': String(failure.retryAfterSeconds) });
    case 'server-error':
      return html(failure.status, '<html><body>Server Error</body></html>');
    case 'refused':
      return json(200, failed(failure.error));
    case 'dropped':
      request.socket.destroy();
      return undefined;
  }
}

function argumentsOf({ method, request, body }: Call): Arguments {
  const query = Object.fromEntries(addressOf(request).searchParams);
  if (mediaTypeOf(request) !== 'application/json')
    return { ...query, ...Object.fromEntries(new URLSearchParams(body)) };
  const parsed = FORM_ONLY.has(method) ? undefined : parseJson(body);
  return isRecord(parsed) ? { ...query, ...parsed } : query;
}

const bearerOf = (request: IncomingMessage): string | undefined =>
  /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1];

function isSame(given: string, expected: string): boolean {
  const one = Buffer.from(given);
  const other = Buffer.from(expected);
  return one.length === other.length && timingSafeEqual(one, other);
}

const URL_PROBLEMS = { unknown: 'invalid_url', used: 'used_url', expired: 'expired_url' } as const;

/** No token here: knowing the address is the right to use it, five times. */
function answerResponseUrl(workspace: Workspace, id: string, body: string): Reply {
  const taken = workspace.loans.takeReturnPath(id);
  if (taken.kind !== 'good') return json(404, failed(URL_PROBLEMS[taken.kind]));
  const replied = answerHere(workspace, taken.value, parseJson(body));
  if (replied.kind === 'refused') return json(400, failed(replied.error, replied.problems));
  if (replied.kind === 'placed') workspace.loans.moveReturnPath(id, replied.ts);
  return json(200, { ok: true });
}

/** Without the token the real platform answers with its sign-in page, and status 200. */
function answerFile(workspace: Workspace, id: string, request: IncomingMessage): Reply {
  const content = workspace.files.read(id);
  if (!isSame(bearerOf(request) ?? '', workspace.app.botToken)) return html(200, '<html><body>Sign in</body></html>');
  return content === undefined ? text(404, 'File not found') : text(200, content);
}
