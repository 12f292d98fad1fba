// What must hold of a request's body before Bolt sees it: not too long, and an object. Bolt takes it for one unasked, outside
// of any `try`: a signed `null` would end the process; and what it cannot parse it quotes in its log.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { parse } from 'node:querystring';

/** Slack's largest events hold 40,000 characters of text, several times over in blocks; files come by another way. */
const MOST_BYTES = 2_000_000;

type Handle = (request: IncomingMessage, response: ServerResponse) => void;

/** Hands on, with its body read, what Bolt can work with; it uses a `rawBody` where there is one. */
export async function guard(request: IncomingMessage, response: ServerResponse, next: Handle): Promise<void> {
  const rawBody = await read(request);
  if (rawBody === undefined) refuse(response, 413);
  else if (!isObject(rawBody.toString(), request.headers['content-type'])) refuse(response, 400);
  else next(Object.assign(request, { rawBody }), response);
}

function refuse(response: ServerResponse, status: 400 | 413): void {
  // What was left unread would be taken for the next request.
  response.writeHead(status, status === 413 ? { connection: 'close' } : {}).end();
}

async function read(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    if (!(chunk instanceof Uint8Array)) continue;
    bytes += chunk.length;
    if (bytes > MOST_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Interactions are JSON inside a form, commands a form, events JSON; told apart and read as Bolt does. */
function isObject(body: string, type: string | undefined): boolean {
  if (type !== 'application/x-www-form-urlencoded') return isJsonObject(body);
  const { payload } = parse(body);
  return typeof payload !== 'string' || isJsonObject(payload);
}

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false; // the same as JSON of another shape: 400
  }
}
