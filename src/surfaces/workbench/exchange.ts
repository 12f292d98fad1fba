// Reading requests and sending replies, the little that the workbench needs of HTTP.
import type { IncomingMessage, ServerResponse } from 'node:http';

/** Room for the longest paste that is read (1 MB), escaped as JSON. */
const LARGEST_BODY_BYTES = 4 * 1024 * 1024;

type Headers = Readonly<Record<string, string>>;
export type Reply = {
  readonly status: number;
  readonly type: string;
  readonly body: string | Buffer;
  readonly headers?: Headers;
};

export const json = (status: number, value: unknown, headers: Headers = {}): Reply => ({
  status,
  type: 'application/json; charset=utf-8',
  body: JSON.stringify(value),
  headers,
});

export const text = (status: number, body: string): Reply => ({ status, type: 'text/plain; charset=utf-8', body });
export const html = (status: number, body: string): Reply => ({ status, type: 'text/html; charset=utf-8', body });

export function send(response: ServerResponse, { status, type, body, headers }: Reply): void {
  response.writeHead(status, {
    'content-type': type,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    ...headers,
  });
  response.end(body);
}

/** Nothing when the body is larger than anybody needs. */
export async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > LARGEST_BODY_BYTES) return undefined;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** An address that cannot be read counts as one that is not there. */
export function addressOf(request: IncomingMessage): URL {
  const asked = `http://workbench${request.url ?? '/'}`;
  return URL.canParse(asked) ? new URL(asked) : new URL('http://workbench/nowhere');
}

export const pathOf = (request: IncomingMessage): string => addressOf(request).pathname;

/** Without parameters such as the charset. */
export const mediaTypeOf = (request: IncomingMessage): string =>
  (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';

/** Only what an object literal in JSON is: no list, no null. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Nothing when the text is no JSON. */
export function parseJson(given: string): unknown {
  try {
    return JSON.parse(given);
  } catch {
    return undefined;
  }
}
