// How Slack reaches us: requests that it signs, or the web socket that we open.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { App, Logger, Receiver, webApi } from '@slack/bolt';
import { acknowledgingLast } from './acknowledging.ts';
import { type Body, isCertificateCheck, isForm, parseBody, readBody } from './body.ts';
import { createOriginOf, type Origin, type OriginOf } from './signature.ts';
import { SocketReceiver } from './socket.ts';

/** `appToken` chooses Socket Mode; otherwise `signingSecret` is needed. */
export type Connecting = {
  readonly signingSecret?: string;
  readonly appToken?: string;
  readonly clientOptions: webApi.WebClientOptions;
  readonly logger: Logger;
  readonly now: () => number;
};

export function createReceiver(connecting: Connecting): RequestReceiver | SocketReceiver {
  const { appToken } = connecting;
  return appToken ? new SocketReceiver({ ...connecting, appToken }) : new RequestReceiver(connecting);
}

const REFUSED: Readonly<Record<Exclude<Origin, 'slack'>, string>> = {
  stale: 'it was signed more than five minutes ago, or this machine’s clock is wrong',
  forged: 'it was not signed with SLACK_SIGNING_SECRET. Is that the Signing Secret of Basic Information?',
};

/** Reads, checks and parses each request once, where Bolt's own receiver takes twice as long; no server of its own. */
export class RequestReceiver implements Receiver {
  readonly #originOf: OriginOf;
  readonly #logger: Logger;
  readonly #now: () => number;
  #app: App | undefined;

  constructor({ signingSecret = '', logger, now }: Connecting) {
    this.#originOf = createOriginOf(signingSecret);
    this.#logger = logger;
    this.#now = now;
  }

  init(app: App): void {
    this.#app = acknowledgingLast(app, this.#logger);
  }

  async start(): Promise<void> {}
  async stop(): Promise<void> {}

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const raw = await readBody(request);
    // What was left unread would be taken for the next request.
    if (raw === undefined) return end(response, 413, { connection: 'close' });
    const form = isForm(request);
    if (form && isCertificateCheck(raw)) return end(response, 200);
    const origin = this.#originOf(request.headers, raw, this.#now());
    if (origin !== 'slack') {
      this.#logger.warn(`A request to /slack/events was refused: ${REFUSED[origin]}`);
      return end(response, 401);
    }
    const body = parseBody(raw, form);
    if (body === undefined) return end(response, 400);
    if (body['type'] === 'url_verification') return say(response, { challenge: body['challenge'] });
    await this.#process(body, response);
  }

  async #process(body: Body, response: ServerResponse): Promise<void> {
    try {
      await this.#app?.processEvent({ body, ack: async (answer: unknown) => say(response, answer) });
    } catch {
      end(response, 500); // it is in the log already, and Slack delivers it again
    }
  }
}

/** What Slack is told: mostly nothing, else what a form is to show. */
function say(response: ServerResponse, answer: unknown): void {
  if (answer === undefined || answer === '') end(response, 200);
  else response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
}

function end(response: ServerResponse, status: number, headers: Readonly<Record<string, string>> = {}): void {
  response.writeHead(status, { 'content-length': 0, ...headers }).end();
}
