// Configuration: secrets from the environment, the rest from locksmith.yaml; everything checked, all problems reported at once.
import { dirname, resolve } from 'node:path';
import type { KeyRing } from '../../store/installations/sealing.ts';
import { readSlackSettings, type SlackSettings } from '../../surfaces/slack/settings.ts';
import { checkTeams, type TeamsSettings } from '../../surfaces/teams/settings.ts';
import { type ConfigFile, readConfigFile } from './file.ts';
import { type Environment, lostFiles, readKeys, secret } from './secrets.ts';

export type Config = ConfigFile & {
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

const DEFAULT_PORT = 3000;

/** Reads `env` (each name also as NAME_FILE, a mounted secret) and the file it names. */
export function readConfig(env: Environment = process.env): ConfigOutcome {
  const path = env['LOCKSMITH_CONFIG'] ?? 'locksmith.yaml';
  const parsed = readConfigFile(path, env);
  const slack = readSlack(env);
  const keys = readKeys(env);
  const host =
    env['HOST'] ?? parsed.file?.host ?? (slack.kind !== 'none' || env['MicrosoftAppId'] ? '0.0.0.0' : '127.0.0.1');
  const teams = readTeams(env, host);
  const problems = [
    ...parsed.problems,
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

/** A file that is lost is one problem; that its secret is missing is no second one. */
const readSlack = (env: Environment): ReturnType<typeof readSlackSettings> =>
  lostFiles(env).length > 0 ? { kind: 'problems', problems: [] } : readSlackSettings(name => secret(env, name));

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
