// How Slack reaches us: requests that it signs, or the web socket that we open. Bolt's receivers, with our acknowledgements.
import { type App, HTTPReceiver, type Logger, type webApi } from '@slack/bolt';
import { forgiving } from './acknowledging.ts';
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
  const { appToken, signingSecret = '', logger } = connecting;
  return appToken ? new SocketReceiver({ ...connecting, appToken }) : new RequestReceiver(signingSecret, logger);
}

export class RequestReceiver extends HTTPReceiver {
  readonly #logger: Logger;

  constructor(signingSecret: string, logger: Logger) {
    super({
      signingSecret,
      logger,
      // The answer waits for the listener: Slack is told that an event is safe only when it is stored.
      processBeforeResponse: true,
      bodyLimit: 2_000_000,
      unhandledRequestTimeoutMillis: 3_001,
    });
    this.#logger = logger;
  }

  override init(app: App): void {
    super.init(forgiving(app, this.#logger));
  }
}
