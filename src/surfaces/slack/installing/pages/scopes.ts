// What a workspace is asked for when the bot is installed there: the same list as in manifest.json, which a test holds it to.

export const SCOPES = [
  'app_mentions:read',
  'channels:history',
  'chat:write',
  'commands',
  'files:read',
  'groups:history',
  'im:history',
  'im:write',
  'mpim:history',
  'users:read',
] as const;
