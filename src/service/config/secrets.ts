// Secrets: from the environment, each also as NAME_FILE, a mounted secret.
import { existsSync, readFileSync } from 'node:fs';
import { unescape as unescapePercent } from 'node:querystring';
import { type KeyRing, parseKeys } from '../../store/installations/sealing.ts';
import { SLACK_VARIABLES } from '../../surfaces/slack/settings.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** A secret of the environment, or of the file that NAME_FILE names. */
export function secret(env: Environment, name: string): string | undefined {
  const direct = env[name];
  if (direct) return direct;
  const path = env[`${name}_FILE`];
  return path && existsSync(path) ? readFileSync(path, 'utf8').trim() : undefined;
}

const SECRETS = [...SLACK_VARIABLES, 'LOCKSMITH_ENCRYPTION_KEY', 'MicrosoftAppPassword'] as const;

export function lostFiles(env: Environment): string[] {
  return SECRETS.filter(name => env[`${name}_FILE`] && !existsSync(env[`${name}_FILE`] ?? '')).map(
    name => `${name}_FILE: no such file. Mount the secret, or give ${name}`,
  );
}

const MAKE_KEY = 'Make one with: openssl rand -base64 32';

type Keys =
  | { readonly kind: 'none' }
  | { readonly kind: 'keys'; readonly keys: KeyRing }
  | { readonly kind: 'problem'; readonly problem: string };

export function readKeys(env: Environment): Keys {
  const text = secret(env, 'LOCKSMITH_ENCRYPTION_KEY');
  if (!text) return { kind: 'none' };
  const parsed = parseKeys(text);
  if (parsed.kind === 'keys') return parsed;
  const problem = `LOCKSMITH_ENCRYPTION_KEY: key ${parsed.nth} is not 32 bytes in base64. ${MAKE_KEY}; a new key goes in front of the old one, behind a comma`;
  return { kind: 'problem', problem };
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
