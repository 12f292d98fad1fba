// Live updates: one server-sent event stream for each open page, beginning with everything there is.
import type { ServerResponse } from 'node:http';

/** Keeps idle connections alive through proxies, which tend to cut them after a minute. */
const HEARTBEAT_MS = 20_000;
/** How long a page waits before it connects again. */
const RECONNECT_MS = 1_000;

/** `Told` is what the pages of one view are told. */
export type Stream<Told> = {
  readonly open: (response: ServerResponse, first: Told) => void;
  readonly tell: (told: Told) => void;
  readonly stop: () => void;
};

export function createStream<Told>(): Stream<Told> {
  const pages = new Set<ServerResponse>();
  const toAll = (text: string): void => {
    for (const page of pages) page.write(text);
  };
  const heartbeat = setInterval(() => toAll(': still here\n\n'), HEARTBEAT_MS).unref();
  return {
    open: (response, first) => {
      response.writeHead(200, {
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      });
      response.write(`retry: ${RECONNECT_MS}\n\n${eventOf(first)}`);
      pages.add(response);
      response.on('close', () => pages.delete(response));
    },
    tell: told => toAll(eventOf(told)),
    stop: () => {
      clearInterval(heartbeat);
      for (const page of pages) page.end();
      pages.clear();
    },
  };
}

const eventOf = (told: unknown): string => `data: ${JSON.stringify(told)}\n\n`;
