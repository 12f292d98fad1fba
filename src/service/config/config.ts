// Configuration: secrets from the environment, the rest from locksmith.yaml; everything checked, all problems reported at once.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { unescape as unescapePercent } from 'node:querystring';
import { isScalar, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { DAYS } from '../../conversation/moves/hours.ts';
import { THRESHOLDS } from '../../matching/decide.ts';
import { type KeyRing, parseKeys } from '../../store/installations/sealing.ts';
import { readSlackSettings, SLACK_VARIABLES, type SlackSettings } from '../../surfaces/slack/settings.ts';
import { checkTeams, type TeamsSettings } from '../../surfaces/teams/settings.ts';

const share = z.number().min(0).max(1);
const thresholds = z.strictObject({ answer: share, ask: share });

const timeOfDay = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'is no time of day. Write 09:00');
const zone = z.string().refine(isZone, 'is no time zone. Write an IANA name, such as Europe/Berlin');

/** When `escalate_to` may be called without asking first. */
const hours = z.strictObject({
  from: timeOfDay,
  to: timeOfDay,
  zone: zone.default('UTC'),
  days: z.array(z.enum(DAYS)).min(1).default(['mon', 'tue', 'wed', 'thu', 'fri']),
});

/** `errors`: answer credential errors (the default); `mention`: only when called; `off`: never. */
const channel = z.strictObject({
  listen: z.enum(['errors', 'mention', 'off']).default('errors'),
  escalate_to: z.string().optional(),
  helpers: z.array(z.string()).default([]),
  /** Bots whose messages are read as a person's, by the platform's id: reporters of build failures, say. */
  bots: z.array(z.string()).optional(),
  hours: hours.optional(),
  /** In a channel shared with another company: whether its members are answered as well. */
  answer_external_members: z
    .boolean('must be true or false. true answers members of other companies in a shared channel too')
    .optional(),
});

/** As Slack names it; `off`: none. */
const emoji = z.string().regex(/^[\w+'-]+$/, 'is no emoji’s name. Write it without colons, such as key, or write off');

const file = z.strictObject({
  /** On a message it calls the bot to it. */
  emoji: emoji.exactOptional(),
  /** Set on the message that opened a thread. */
  marks: z.strictObject({ seen: emoji.exactOptional(), solved: emoji.exactOptional() }).optional(),
  channels: z.record(z.string(), channel).default({}),
  /** Who may install the bot, where many may; absent: whoever finds the page. */
  slack_workspaces: z
    .array(z.string().regex(/^[TE][A-Z0-9]+$/, 'is no id of a workspace (T…) or an organisation (E…)'))
    .optional(),
  thresholds: z.strictObject({ unaddressed: thresholds, addressed: thresholds }).default(THRESHOLDS),
  knowledge: z.array(z.string()).default([]),
  /** People's ids on their platform: their home tab shows the configuration in force and its problems. */
  maintainers: z.array(z.string().min(1)).optional(),
  /** Maintainers are told when somebody pastes a secret: its kind and the place. */
  report_secrets: z.boolean().optional(),
  /** Threads are forgotten so long after their last change; 180 where nothing is said. */
  retention_days: z.number().int().min(1).optional(),
  log: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  host: z.string().optional(),
  /** Where people and platforms reach this server from outside. */
  public_url: z
    .url({ protocol: /^https?$/, error: 'is no address. Write https://locksmith.example.com' })
    .transform(url => url.replace(/\/+$/, ''))
    .optional(),
  port: z.number().int().min(0).max(65_535).optional(),
});

export type ChannelConfig = z.infer<typeof channel>;

export type Config = z.infer<typeof file> & {
  readonly host: string;
  readonly port: number;
  readonly dataFolder: string;
  readonly slack?: SlackSettings;
  /** What installations are sealed with; there when many workspaces may install. */
  readonly encryptionKeys?: KeyRing;
  readonly teams?: TeamsSettings;
};

export type ConfigOutcome =
  | { readonly kind: 'config'; readonly config: Config }
  | { readonly kind: 'problems'; readonly problems: readonly string[] };

type Environment = Readonly<Record<string, string | undefined>>;

const DEFAULT_PORT = 3000;

/** Reads `env` (each name also as NAME_FILE, a mounted secret) and the file it names. */
export function readConfig(env: Environment = process.env): ConfigOutcome {
  const path = env['LOCKSMITH_CONFIG'] ?? 'locksmith.yaml';
  const parsed = existsSync(path) ? parseConfig(path, readFileSync(path, 'utf8')) : missingFile(path, env);
  const slack = readSlack(env);
  const keys = readKeys(env);
  const host =
    env['HOST'] ?? parsed.file?.host ?? (slack.kind !== 'none' || env['MicrosoftAppId'] ? '0.0.0.0' : '127.0.0.1');
  const teams = readTeams(env, host);
  const problems = [
    ...parsed.problems,
    ...(parsed.file ? checkReports(path, parsed.file) : []),
    ...lostFiles(env),
    ...(slack.kind === 'problems' ? slack.problems : []),
    ...(keys.kind === 'problem' ? [keys.problem] : []),
    ...checkPort(env),
    ...(teams ? checkTeams(teams) : []),
  ];
  if (problems.length > 0 || !parsed.file) return { kind: 'problems', problems };
  return {
    kind: 'config',
    config: {
      ...parsed.file,
      knowledge: parsed.file.knowledge.map(folder => resolve(dirname(path), folder)),
      host,
      port: Number(env['PORT'] ?? parsed.file.port ?? DEFAULT_PORT),
      dataFolder: env['LOCKSMITH_DATA'] ?? 'data',
      ...(slack.kind === 'settings' && { slack: slack.settings }),
      ...(keys.kind === 'keys' && { encryptionKeys: keys.keys }),
      ...(teams && { teams }),
    },
  };
}

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false; // Intl throws a RangeError at names that it does not know
  }
}

type ParsedFile = { readonly file?: z.infer<typeof file>; readonly problems: readonly string[] };

/** Every key is optional, and so is the file: unless somebody named one that is not there. */
function missingFile(path: string, env: Environment): ParsedFile {
  if (env['LOCKSMITH_CONFIG'] === undefined) return { file: file.parse({}), problems: [] };
  return { problems: [`${path}: not found. Correct LOCKSMITH_CONFIG, or unset it to go without a configuration file`] };
}

function parseConfig(path: string, text: string): ParsedFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0)
    return {
      problems: document.errors.map(
        error => `${path}:${lines.linePos(error.pos[0]).line} is not YAML: ${error.message}`,
      ),
    };
  const result = file.safeParse(document.toJS() ?? {});
  if (result.success) return { file: result.data, problems: [] };
  return {
    problems: result.error.issues.map(issue => {
      const node: unknown = document.getIn(issue.path, true);
      const line = isScalar(node) && node.range ? lines.linePos(node.range[0]).line : 1;
      return `${path}:${line} ${issue.path.join('.')}: ${issue.message}. The README lists every key`;
    }),
  };
}

const checkReports = (path: string, { report_secrets: isOn, maintainers = [] }: z.infer<typeof file>): string[] =>
  isOn && maintainers.length === 0 ? [`${path} report_secrets: there is nobody to tell. Name maintainers`] : [];

/** A secret of the environment, or of the file that NAME_FILE names. */
function secret(env: Environment, name: string): string | undefined {
  const direct = env[name];
  if (direct) return direct;
  const path = env[`${name}_FILE`];
  return path && existsSync(path) ? readFileSync(path, 'utf8').trim() : undefined;
}

const SECRETS = [...SLACK_VARIABLES, 'LOCKSMITH_ENCRYPTION_KEY', 'MicrosoftAppPassword'] as const;

function lostFiles(env: Environment): string[] {
  return SECRETS.filter(name => env[`${name}_FILE`] && !existsSync(env[`${name}_FILE`] ?? '')).map(
    name => `${name}_FILE: no such file. Mount the secret, or give ${name}`,
  );
}

/** A file that is lost is one problem; that its secret is missing is no second one. */
const readSlack = (env: Environment): ReturnType<typeof readSlackSettings> =>
  lostFiles(env).length > 0 ? { kind: 'problems', problems: [] } : readSlackSettings(name => secret(env, name));

const MAKE_KEY = 'Make one with: openssl rand -base64 32';

type Keys =
  | { readonly kind: 'none' }
  | { readonly kind: 'keys'; readonly keys: KeyRing }
  | { readonly kind: 'problem'; readonly problem: string };

function readKeys(env: Environment): Keys {
  const text = secret(env, 'LOCKSMITH_ENCRYPTION_KEY');
  if (!text) return { kind: 'none' };
  const parsed = parseKeys(text);
  if (parsed.kind === 'keys') return parsed;
  const problem = `LOCKSMITH_ENCRYPTION_KEY: key ${parsed.nth} is not 32 bytes in base64. ${MAKE_KEY}; a new key goes in front of the old one, behind a comma`;
  return { kind: 'problem', problem };
}

function checkPort(env: Environment): string[] {
  const port = env['PORT'];
  return port === undefined || /^\d{1,5}$/.test(port) ? [] : [`PORT: ${port} is no port number`];
}

/** Named as every Bot Framework app names them. */
function readTeams(env: Environment, host: string): TeamsSettings | undefined {
  const anonymous = env['LOCKSMITH_TEAMS_ANONYMOUS'] === '1';
  const appId = env['MicrosoftAppId'];
  if (!appId && !anonymous) return undefined;
  const appPassword = secret(env, 'MicrosoftAppPassword');
  return {
    host,
    anonymous,
    ...(appId && { appId }),
    ...(appPassword && { appPassword }),
    ...(env['MicrosoftAppType'] && { appType: env['MicrosoftAppType'] }),
    ...(env['MicrosoftAppTenantId'] && { tenantId: env['MicrosoftAppTenantId'] }),
  };
}

/** Every secret that the process may be given, for whoever must not show them. */
const OWN_SECRETS = [
  'SLACK_BOT_TOKEN',
  'SLACK_SIGNING_SECRET',
  'SLACK_APP_TOKEN',
  'SLACK_CLIENT_SECRET',
  'SLACK_STATE_SECRET',
  'MicrosoftAppPassword',
  'DATABASE_URL',
  'LOCKSMITH_ENCRYPTION_KEY',
];

/** Their values; the password of an address, and each of several keys, by itself. */
export const ownSecrets = (env: Environment = process.env): readonly string[] =>
  OWN_SECRETS.map(name => secret(env, name))
    .filter(value => value !== undefined)
    .flatMap(value => [
      value,
      ...value.split(/[\s,]+/),
      ...(URL.canParse(value) ? [unescapePercent(new URL(value).password)] : []),
    ]);
