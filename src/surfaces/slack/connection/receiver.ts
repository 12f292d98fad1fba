// How Slack reaches us: requests that it signs, or the web socket that we open. Bolt's receivers, with our answers.
import { HTTPModuleFunctions, HTTPReceiver, type Logger, type webApi } from '@slack/bolt';
import { isMalformed } from './malformed.ts';
import { SocketReceiver } from './socket.ts';

/** `appToken` chooses Socket Mode; otherwise `signingSecret` is needed. */
export type Connecting = {
  readonly signingSecret?: string;
  readonly appToken?: string;
  readonly clientOptions: webApi.WebClientOptions;
  readonly logger: Logger;
  readonly now: () => number;
};

export function createReceiver(connecting: Connecting): HTTPReceiver | SocketReceiver {
  const { appToken, signingSecret, logger } = connecting;
  if (appToken) return new SocketReceiver({ ...connecting, appToken });
  return new HTTPReceiver({
    signingSecret: signingSecret ?? '',
    logger,
    // The answer waits for the listener: Slack is told that an event is safe only when it is stored.
    processBeforeResponse: true,
    bodyLimit: 2_000_000,
    unhandledRequestTimeoutMillis: 3_001,
    processEventErrorHandler: async failed =>
      isMalformed(failed.error, failed.logger) || HTTPModuleFunctions.defaultProcessEventErrorHandler(failed),
  });
}
