// Socket Mode: an envelope is acknowledged when what it brought is stored, and a lost connection is opened again.
import { type App, type Logger, SocketModeReceiver, type webApi } from '@slack/bolt';
import { z } from 'zod';
import { faultOf } from '../fault.ts';
import { acknowledgingLast, isMalformed } from './acknowledging.ts';

type Opening = {
  readonly appToken: string;
  readonly clientOptions: webApi.WebClientOptions;
  readonly logger: Logger;
  readonly now: () => number;
};

/** Each attempt that fails doubles the wait, from one second up to this. apps.connections.open allows one a minute at least. */
const LONGEST_WAIT_MS = 60_000;

/** A connection that lasted so long was a good one: Slack renews them by itself every few hours. */
const GOOD_MS = 10_000;

/** For Slack's hello at the start, and for the farewell at the end: neither may hold up the process. */
const GREETING_MS = 5_000;

const REMEDY = 'SLACK_APP_TOKEN must be an app-level token with connections:write, and Socket Mode be switched on';

/** Bolt's own, which acknowledges first, and whose way of connecting again ends the process when Slack refuses. */
export class SocketReceiver extends SocketModeReceiver {
  readonly #logger: Logger;
  readonly #now: () => number;
  #stopped = true;
  #openedAt = 0;
  #failures = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor({ appToken, clientOptions, logger, now }: Opening) {
    super({
      appToken,
      logger,
      autoReconnectEnabled: false,
      installerOptions: { clientOptions },
      processEventErrorHandler: async () => false, // logged already; Slack delivers it again
    });
    this.#logger = logger;
    this.#now = now;
    this.client.on('disconnected', () => this.#lost());
    guardParsing(this.client, logger);
  }

  override init(app: App): void {
    super.init(acknowledgingLast(app, this.#logger));
  }

  /** Resolves after the first attempt, also when it failed: it goes on trying. */
  async connect(): Promise<void> {
    this.#stopped = false;
    await Promise.race([this.#open(), elapsed(GREETING_MS)]);
  }

  override async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await Promise.race([this.client.disconnect(), elapsed(GREETING_MS)]);
  }

  async #open(): Promise<void> {
    try {
      this.#openedAt = this.#now();
      await this.client.start();
    } catch (error) {
      // Without an error the socket closed before Slack said hello: `disconnected` has told already.
      if (error !== undefined) this.#refused(error);
    }
  }

  #refused(error: unknown): void {
    const fault = faultOf(error);
    if (fault?.kind === 'refused') this.#logger.error(`Slack refuses the connection (${fault.code}). ${REMEDY}`);
    this.#again(fault?.kind === 'rate-limited' ? fault.retryAfterMs : 0);
  }

  #lost(): void {
    if (this.#now() - this.#openedAt >= GOOD_MS) this.#failures = 0;
    this.#again(0);
  }

  /** At once the first time; a connection that is refused or lost again and again waits longer each time. */
  #again(leastMs: number): void {
    if (this.#stopped) return;
    const waitMs = this.#failures === 0 ? 0 : Math.min(1_000 * 2 ** (this.#failures - 1), LONGEST_WAIT_MS);
    this.#failures += 1;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#open(), Math.max(waitMs, leastMs));
    this.#timer.unref();
  }
}

const elapsed = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms).unref());

/** The client reads an envelope in a promise that nobody waits for: one of another shape would end the process. */
function guardParsing(client: SocketModeReceiver['client'], logger: Logger): void {
  const [parse] = client.listeners('ws_message');
  client.removeAllListeners('ws_message');
  client.on('ws_message', async (text, ...more) => {
    try {
      await parse?.(text, ...more);
    } catch (error) {
      if (!isMalformed(error, logger)) throw error;
      const id = envelopeOf(text);
      if (id !== undefined) client.websocket?.send(JSON.stringify({ envelope_id: id }), () => undefined);
    }
  });
}

const envelope = z.object({ envelope_id: z.string() });

function envelopeOf(text: unknown): string | undefined {
  try {
    return envelope.safeParse(JSON.parse(String(text))).data?.envelope_id;
  } catch {
    return undefined; // no JSON: there is nothing to acknowledge
  }
}
