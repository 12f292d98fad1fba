// One HTTP server: health, metrics, and whatever each surface answers itself.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Metrics } from './report/metrics.ts';

/** Answers a request, or says that the path is not its own. */
export type Route = (request: IncomingMessage, response: ServerResponse) => boolean | Promise<boolean>;

/** In milliseconds; what is slower is answered with 408. `check` is how often that is looked at. */
export type Patience = { readonly request: number; readonly headers: number; readonly check: number };

/** A client that sends its request slower than this is not Slack (it allows three seconds in all) and no browser. */
const PATIENCE: Patience = { request: 15_000, headers: 10_000, check: 1_000 };

export type HttpOptions = {
  readonly routes: readonly Route[];
  readonly metrics: Metrics;
  readonly isReady: () => boolean;
  readonly onError: (error: unknown) => void;
  readonly patience?: Patience;
};

export function createHttp({ routes, metrics, isReady, onError, patience = PATIENCE }: HttpOptions): Server {
  const own: Route = async (request, response) => {
    switch (request.url) {
      case '/healthz':
        return text(response, 200, 'alive');
      case '/readyz':
        return isReady() ? text(response, 200, 'ready') : text(response, 503, 'starting or stopping');
      case '/metrics': {
        const { type, body } = await metrics.text();
        return text(response, 200, body, type);
      }
      default:
        return false;
    }
  };
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    for (const route of [own, ...routes]) if (await route(request, response)) return;
    text(response, 404, 'There is nothing here.');
  };
  const { request: requestTimeout, headers: headersTimeout, check: connectionsCheckingInterval } = patience;
  return createServer({ requestTimeout, headersTimeout, connectionsCheckingInterval }, (request, response) => {
    answer(request, response).catch((error: unknown) => {
      // Who asked has gone before all was said: no fault of ours, and nobody to answer.
      if (request.destroyed && !request.complete) return;
      onError(error);
      if (!response.headersSent) text(response, 500, 'Something went wrong here. It is in the log.');
      else response.destroy();
    });
  });
}

function text(response: ServerResponse, status: number, body: string, type = 'text/plain; charset=utf-8'): true {
  response
    .writeHead(status, { 'content-type': type, 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' })
    .end(body);
  return true;
}
