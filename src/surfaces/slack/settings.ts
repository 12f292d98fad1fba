// What the Slack surface is told by its configuration, and what is wrong with it. Loads no SDK, so that a check costs nothing.

/** Where Slack is met: over a socket that we open (`appToken`), or over HTTP (`signingSecret`). */
type Meeting = { readonly signingSecret?: string; readonly appToken?: string; readonly apiUrl?: string };

/** One workspace with its token, or many that install the app by OAuth. */
export type SlackSettings = Meeting &
  (
    | { readonly botToken: string; readonly oauth?: never }
    | { readonly oauth: OAuthSettings; readonly botToken?: never }
  );

export type OAuthSettings = { readonly clientId: string; readonly clientSecret: string; readonly stateSecret: string };

/** What the environment gives, by name; undefined where it gives nothing. */
export type Given = (name: SlackVariable | 'LOCKSMITH_ENCRYPTION_KEY') => string | undefined;

export const SLACK_VARIABLES = [
  'SLACK_BOT_TOKEN',
  'SLACK_SIGNING_SECRET',
  'SLACK_APP_TOKEN',
  'SLACK_CLIENT_ID',
  'SLACK_CLIENT_SECRET',
  'SLACK_STATE_SECRET',
  'SLACK_API_URL',
] as const;
export type SlackVariable = (typeof SLACK_VARIABLES)[number];

export type SlackOutcome =
  | { readonly kind: 'none' }
  | { readonly kind: 'settings'; readonly settings: SlackSettings }
  | { readonly kind: 'problems'; readonly problems: readonly string[] };

const OAUTH = ['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET', 'SLACK_STATE_SECRET'] as const;

/** Where each is found or how it is made. All pages are those of the app at https://api.slack.com/apps */
const SOURCES = {
  SLACK_BOT_TOKEN: 'OAuth & Permissions, Bot User OAuth Token',
  SLACK_CLIENT_ID: 'Basic Information, App Credentials',
  SLACK_CLIENT_SECRET: 'Basic Information, App Credentials',
  SLACK_STATE_SECRET: 'make one: openssl rand -base64 32',
  LOCKSMITH_ENCRYPTION_KEY: 'make one: openssl rand -base64 32',
  'SLACK_APP_TOKEN or SLACK_SIGNING_SECRET':
    'Basic Information: an App-Level Token with connections:write for Socket Mode, or the Signing Secret for HTTP',
} as const;

/** Shorter ones could be guessed, and with them a state be forged. */
const SHORTEST_STATE_SECRET = 16;

/** Decides by which secrets are set; everything that is missing or wrong is told at once. */
export function readSlackSettings(given: Given): SlackOutcome {
  const isMany = OAUTH.some(name => given(name));
  if (!isMany && !given('SLACK_BOT_TOKEN') && !given('SLACK_SIGNING_SECRET') && !given('SLACK_APP_TOKEN'))
    return { kind: 'none' };
  const problems = [...missing(given, isMany), ...contradictions(given, isMany), ...malformed(given)];
  return problems.length > 0 ? { kind: 'problems', problems } : { kind: 'settings', settings: toSettings(given) };
}

function missing(given: Given, isMany: boolean): string[] {
  const needed = isMany ? [...OAUTH, 'LOCKSMITH_ENCRYPTION_KEY' as const] : ['SLACK_BOT_TOKEN' as const];
  const lacking: (keyof typeof SOURCES)[] = needed.filter(name => !given(name));
  if (!given('SLACK_APP_TOKEN') && !given('SLACK_SIGNING_SECRET'))
    lacking.push('SLACK_APP_TOKEN or SLACK_SIGNING_SECRET');
  if (lacking.length === 0) return [];
  const set = [...SLACK_VARIABLES, 'LOCKSMITH_ENCRYPTION_KEY' as const].filter(name => given(name));
  const what = isMany ? 'many Slack workspaces (OAuth)' : 'one Slack workspace';
  const list = lacking.map(name => `${name} (${SOURCES[name]})`).join('; ');
  return [
    `Slack: for ${what} there is ${set.join(', ')}; missing: ${list}. Each may also be a file, named by NAME_FILE`,
  ];
}

function contradictions(given: Given, isMany: boolean): string[] {
  if (!isMany || !given('SLACK_BOT_TOKEN')) return [];
  const both = OAUTH.filter(name => given(name)).join(', ');
  return [
    `SLACK_BOT_TOKEN is for one workspace, ${both} for many, where every workspace gives a token of its own. Unset one or the other`,
  ];
}

function malformed(given: Given): string[] {
  const [bot, app, state] = [given('SLACK_BOT_TOKEN'), given('SLACK_APP_TOKEN'), given('SLACK_STATE_SECRET')];
  const rotates = bot?.startsWith('xoxe.');
  return [
    ...(rotates
      ? [
          'SLACK_BOT_TOKEN: ends after twelve hours, because the app has token rotation. Locksmith renews tokens of workspaces that install it by OAuth (SLACK_CLIENT_ID); for one workspace make an app without token rotation',
        ]
      : []),
    ...(bot && !rotates && !bot.startsWith('xoxb-')
      ? ['SLACK_BOT_TOKEN: is no bot token (those begin with xoxb-). Copy the Bot User OAuth Token']
      : []),
    ...(app && !app.startsWith('xapp-')
      ? ['SLACK_APP_TOKEN: is no app-level token (those begin with xapp-). Make one with connections:write']
      : []),
    ...(state && state.length < SHORTEST_STATE_SECRET
      ? [`SLACK_STATE_SECRET: is shorter than ${SHORTEST_STATE_SECRET} characters. Make one: openssl rand -base64 32`]
      : []),
  ];
}

function toSettings(given: Given): SlackSettings {
  const [signingSecret, appToken, apiUrl] = [
    given('SLACK_SIGNING_SECRET'),
    given('SLACK_APP_TOKEN'),
    given('SLACK_API_URL'),
  ];
  const meeting = {
    ...(signingSecret && { signingSecret }),
    ...(appToken && { appToken }),
    ...(apiUrl && { apiUrl }),
  };
  const [clientId = '', clientSecret = '', stateSecret = ''] = OAUTH.map(given);
  if (clientId) return { ...meeting, oauth: { clientId, clientSecret, stateSecret } };
  return { ...meeting, botToken: given('SLACK_BOT_TOKEN') ?? '' };
}
