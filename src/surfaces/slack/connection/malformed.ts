// Payloads of a shape that Bolt itself cannot read: acknowledged and dropped, since Slack would only send them again.
import type { Logger } from '@slack/bolt';

/** Whatever a listener throws comes with a code; without one, Bolt fell over the payload before it called any. */
export function isMalformed(error: Error, logger: Logger): boolean {
  if ('code' in error) return false;
  logger.warn(`A payload of Slack’s was not understood (${error.name}). It was acknowledged and dropped`);
  return true;
}
