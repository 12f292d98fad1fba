// What the Web API throws, as a Fault: decided by class, status and code, never by reading a message.
import { webApi } from '@slack/bolt';
import type { Fault } from '../surface.ts';

type Known = { readonly kind: 'unreachable' | 'refused' | 'gone'; readonly remedy?: string };

const PASSING: Known = { kind: 'unreachable' };
const GONE: Known = { kind: 'gone' };
const TOKEN: Known = {
  kind: 'refused',
  remedy: 'The bot’s token is no longer valid. Install the app again and give the new SLACK_BOT_TOKEN',
};
const POSTING: Known = {
  kind: 'refused',
  remedy:
    'The channel’s posting permissions keep apps out. Let an admin allow it, or set `listen: off` for the channel',
};
const TOO_LARGE: Known = {
  kind: 'refused',
  remedy: 'A reply was too large for Slack, which is a bug of ours. Please report it with the entry’s id',
};

/**
 * The codes that mean something to us, with what an operator can do about them; any other is `refused` as it stands.
 * From the lists of errors at docs.slack.dev/reference/methods of each method that is called here.
 */
export const CODES: Readonly<Record<string, Known>> = {
  internal_error: PASSING,
  fatal_error: PASSING,
  service_unavailable: PASSING,
  request_timeout: PASSING,
  team_added_to_org: PASSING,

  message_not_found: GONE,
  thread_not_found: GONE,
  cant_update_message: GONE,
  edit_window_closed: GONE,

  invalid_auth: TOKEN,
  not_authed: TOKEN,
  account_inactive: TOKEN,
  token_revoked: TOKEN,
  token_expired: TOKEN,
  org_login_required: {
    kind: 'refused',
    remedy: 'The workspace moves to an Enterprise organisation. Wait until it has',
  },
  missing_scope: {
    kind: 'refused',
    remedy: 'Add the scope under OAuth & Permissions (manifest.json has them all), and install the app again',
  },

  not_in_channel: { kind: 'refused', remedy: 'Invite the bot to the channel: /invite @Locksmith' },
  channel_not_found: {
    kind: 'refused',
    remedy: 'The channel is gone, or is private and the bot is not in it: /invite @Locksmith',
  },
  is_archived: { kind: 'refused', remedy: 'The channel is archived. Unarchive it, or take it out of locksmith.yaml' },
  restricted_action: POSTING,
  restricted_action_read_only_channel: POSTING,
  restricted_action_thread_only_channel: POSTING,
  restricted_action_non_threadable_channel: POSTING,
  no_permission: POSTING,
  ekm_access_denied: { kind: 'refused', remedy: 'The workspace’s key management has stopped access to the channel' },
  messages_tab_disabled: { kind: 'refused', remedy: 'Switch on the Messages Tab under App Home' },

  msg_too_long: TOO_LARGE,
  msg_blocks_too_long: TOO_LARGE,
  invalid_blocks: TOO_LARGE,
  invalid_blocks_format: TOO_LARGE,
};

/** Slack's codes look like this. What a proxy says in their place is kept and logged nowhere. */
const CODE = /^[a-z0-9_]{1,60}$/;

/** Undefined for what is no fault of the world but a bug of ours; that is to be thrown on. */
export function faultOf(error: unknown): Fault | undefined {
  if (error instanceof webApi.WebAPIRateLimitedError)
    return { kind: 'rate-limited', retryAfterMs: error.retryAfter * 1000 };
  if (error instanceof webApi.WebAPIRequestError) return { kind: 'unreachable', code: reasonOf(error.original) };
  if (error instanceof webApi.WebAPIHTTPError)
    return error.statusCode >= 500
      ? { kind: 'unreachable', code: `http_${error.statusCode}` }
      : { kind: 'refused', code: `http_${error.statusCode}` };
  if (error instanceof webApi.WebAPIPlatformError) {
    const code = CODE.test(error.data.error) ? error.data.error : 'unknown_error';
    return { code, ...knownOf(code) };
  }
  return undefined;
}

/** What fetch throws is a TypeError for everything; why stands in its cause, such as ECONNREFUSED. */
function reasonOf({ name, cause }: Error): string {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  return typeof code === 'string' ? code : name;
}

const knownOf = (code: string): Known => (Object.hasOwn(CODES, code) ? CODES[code] : undefined) ?? { kind: 'refused' };

/** Refused only for its size or shape: the same said in plain words may pass. */
export const isTooLarge = (error: unknown): boolean => {
  const fault = faultOf(error);
  return fault !== undefined && 'code' in fault && knownOf(fault.code) === TOO_LARGE;
};
