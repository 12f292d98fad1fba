// What the Web API throws, as a Fault: decided by class, status and code, never by reading a message.
import { webApi } from '@slack/bolt';
import type { Fault } from '../surface.ts';

const GONE = new Set(['message_not_found', 'thread_not_found', 'cant_update_message', 'edit_window_closed']);
/** Slack's own trouble: worth another try. https://docs.slack.dev/reference/methods/chat.postMessage#errors */
const PASSING = new Set([
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
  'team_added_to_org',
]);

/** Slack's codes look like this. What a proxy says in their place is kept and logged nowhere. */
const CODE = /^[a-z0-9_]{1,60}$/;

/** Undefined for what is no fault of the world but a bug of ours; that is to be thrown on. */
export function faultOf(error: unknown): Fault | undefined {
  if (error instanceof webApi.WebAPIRateLimitedError)
    return { kind: 'rate-limited', retryAfterMs: error.retryAfter * 1000 };
  if (error instanceof webApi.WebAPIRequestError) return { kind: 'unreachable', code: error.original.name };
  if (error instanceof webApi.WebAPIHTTPError)
    return error.statusCode >= 500
      ? { kind: 'unreachable', code: `http_${error.statusCode}` }
      : { kind: 'refused', code: `http_${error.statusCode}` };
  if (error instanceof webApi.WebAPIPlatformError)
    return platformFault(CODE.test(error.data.error) ? error.data.error : 'unknown_error');
  return undefined;
}

function platformFault(code: string): Fault {
  if (GONE.has(code)) return { kind: 'gone', code };
  return { kind: PASSING.has(code) ? 'unreachable' : 'refused', code };
}
