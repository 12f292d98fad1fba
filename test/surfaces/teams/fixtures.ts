// Activities as the platform sends them, and a connector that writes down what it is asked to post.
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type Activity, parseActivity } from '../../../src/surfaces/teams/activity/activity.ts';

const FOLDER = join(import.meta.dirname, '../../fixtures/teams');

export type Json = Readonly<Record<string, unknown>>;

/** One captured activity, with parts of it replaced. */
export const fixture = (name: string, more: Json = {}): Json => ({
  ...JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8')),
  ...more,
});

export function activity(name: string, more: Json = {}): Activity {
  const parsed = parseActivity(fixture(name, more));
  if (!parsed) throw new Error(`fixture ${name} is no activity`);
  return parsed;
}

export type Call = {
  readonly method: string;
  readonly path: string;
  readonly authorization?: string;
  readonly body: Json;
};
export type Failing = { readonly status: number; readonly headers?: Record<string, string>; readonly body?: unknown };

/** What a conversation's service does: takes posts and changes, gives ids, opens personal chats; `fail` is for the next call. */
export async function createConnector() {
  const calls: Call[] = [];
  const failing: Failing[] = [];
  let arrived: () => void = () => {};
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { authorization } = request.headers;
    const path = decodeURIComponent(request.url ?? '');
    calls.push({
      method: request.method ?? '',
      path,
      ...(authorization && { authorization }),
      body: JSON.parse(Buffer.concat(chunks).toString()),
    });
    const failure = failing.shift();
    const id =
      path === '/v3/conversations' ? `a:personal-${calls.length}` : `16110607${String(calls.length).padStart(5, '0')}`;
    response
      .writeHead(failure?.status ?? 200, { 'content-type': 'application/json', ...failure?.headers })
      .end(JSON.stringify(failure ? (failure.body ?? {}) : { id }));
    arrived();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    calls,
    fail: (...failures: Failing[]) => failing.push(...failures),
    /** The nth call, as soon as it was made. */
    call: async (nth: number): Promise<Call> => {
      for (;;) {
        const found = calls[nth - 1];
        if (found) return found;
        await new Promise<void>(resolve => {
          arrived = resolve;
        });
      }
    },
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
