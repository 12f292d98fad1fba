// When Slack is told that something arrived: after the listeners are through, and also of what Bolt cannot read.
import type { App, Logger } from '@slack/bolt';
import { z } from 'zod';

/** What Bolt's own middleware takes for granted. It would fail there as if a listener of ours had. */
const readable = z.looseObject({
  event: z.looseObject({ type: z.string() }).optional(),
  actions: z
    .array(z.looseObject({ action_id: z.string(), block_id: z.string() }))
    .min(1)
    .optional(),
  view: z.looseObject({}).optional(),
});

/** Above 30,000 events in a workspace within a minute Slack sends this instead (docs:apis/events-api). */
const HELD_BACK = 'Slack holds events back: there were too many. Take the bot out of channels where nobody needs it';

/**
 * The same app, except that it acknowledges last, and only when no listener failed: Bolt does that first. What it cannot read
 * it acknowledges as well, for Slack would only send that again.
 */
export function acknowledgingLast(app: App, logger: Logger): App {
  const patient: App = Object.create(app);
  patient.processEvent = async event => {
    let answer: unknown;
    const ack = async (response: unknown): Promise<void> => {
      answer = response;
    };
    if (event.body['type'] === 'app_rate_limited') logger.warn(HELD_BACK);
    try {
      if (readable.safeParse(event.body).success) await app.processEvent({ ...event, ack });
      else tell(logger, 'shape');
    } catch (error) {
      if (!isMalformed(error, logger)) throw error;
    }
    await event.ack(answer);
  };
  return patient;
}

/** Whatever a listener throws comes with a code; without one, Bolt fell over the payload before it called any. */
export function isMalformed(error: unknown, logger: Logger): boolean {
  if (!(error instanceof Error) || 'code' in error) return false;
  tell(logger, error.name);
  return true;
}

const tell = (logger: Logger, what: string): void =>
  logger.warn(`A payload of Slack’s was not understood (${what}). It was acknowledged and dropped`);
