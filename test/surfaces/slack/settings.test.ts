// Which way of connecting to Slack the secrets in the environment choose, and what is said where they do not fit together.
import { describe, expect, it } from 'vitest';
import { readSlackSettings, type SlackVariable } from '../../../src/surfaces/slack/settings.ts';

type Env = Readonly<Partial<Record<SlackVariable | 'LOCKSMITH_ENCRYPTION_KEY', string>>>;

const BOT = { SLACK_BOT_TOKEN: 'xoxb-for-tests' };
const APP = { SLACK_APP_TOKEN: 'xapp-for-tests' };
const SIGNING = { SLACK_SIGNING_SECRET: 'a-signing-secret' };
const OAUTH = {
  SLACK_CLIENT_ID: '1.2',
  SLACK_CLIENT_SECRET: 'a-client-secret',
  SLACK_STATE_SECRET: 'a-long-enough-state',
  LOCKSMITH_ENCRYPTION_KEY: 'checked elsewhere',
};

const read = (env: Env) => readSlackSettings(name => env[name]);
const without = (env: Env, name: keyof Env): Env => ({ ...env, [name]: undefined });

describe('the secrets that are set', () => {
  it.each<readonly [string, Env, object]>([
    ['none: no Slack', {}, { kind: 'none' }],
    ['an encryption key alone: no Slack', { LOCKSMITH_ENCRYPTION_KEY: 'x' }, { kind: 'none' }],
    ['another API address alone: no Slack', { SLACK_API_URL: 'http://127.0.0.1/' }, { kind: 'none' }],
    [
      'one workspace over HTTP',
      { ...BOT, ...SIGNING },
      { botToken: 'xoxb-for-tests', signingSecret: 'a-signing-secret' },
    ],
    ['one workspace by Socket Mode', { ...BOT, ...APP }, { botToken: 'xoxb-for-tests', appToken: 'xapp-for-tests' }],
    [
      'one workspace with both: a socket is opened',
      { ...BOT, ...APP, ...SIGNING },
      { botToken: 'xoxb-for-tests', appToken: 'xapp-for-tests', signingSecret: 'a-signing-secret' },
    ],
    [
      'many workspaces over HTTP',
      { ...OAUTH, ...SIGNING },
      { oauth: { clientId: '1.2' }, signingSecret: 'a-signing-secret' },
    ],
    [
      'many workspaces by Socket Mode',
      { ...OAUTH, ...APP },
      { oauth: { clientId: '1.2' }, appToken: 'xapp-for-tests' },
    ],
  ])('choose: %s', (_, env, expected) => {
    const outcome = read(env);
    expect(outcome.kind === 'settings' ? outcome.settings : outcome).toMatchObject(expected);
  });
});

describe('half-set secrets', () => {
  const many = { ...OAUTH, ...SIGNING };

  it.each<readonly [string, Env, readonly string[]]>([
    ['only a bot token', BOT, ['SLACK_APP_TOKEN or SLACK_SIGNING_SECRET']],
    ['only a signing secret', SIGNING, ['SLACK_BOT_TOKEN']],
    ['only an app-level token', APP, ['SLACK_BOT_TOKEN']],
    ['only a client id', { SLACK_CLIENT_ID: '1.2' }, Object.keys(OAUTH).slice(1)],
    ['no client id', without(many, 'SLACK_CLIENT_ID'), ['SLACK_CLIENT_ID']],
    ['no client secret', without(many, 'SLACK_CLIENT_SECRET'), ['SLACK_CLIENT_SECRET']],
    ['no state secret', without(many, 'SLACK_STATE_SECRET'), ['SLACK_STATE_SECRET']],
    ['no encryption key', without(many, 'LOCKSMITH_ENCRYPTION_KEY'), ['LOCKSMITH_ENCRYPTION_KEY']],
    ['no way to meet', OAUTH, ['SLACK_APP_TOKEN or SLACK_SIGNING_SECRET']],
  ])('(%s) are one message that lists what is missing and where it comes from', (_, env, missing) => {
    const outcome = read(env);
    const problems = outcome.kind === 'problems' ? outcome.problems : [];
    expect(problems).toHaveLength(1);
    const list = problems[0]?.split('missing: ')[1] ?? '';
    for (const name of missing) expect(list).toMatch(new RegExp(`${name} \\([^)]{20,}\\)`));
    for (const name of Object.keys(env)) if (!missing.some(one => one.includes(name))) expect(list).not.toContain(name);
  });
});

describe('secrets that do not fit', () => {
  it.each<readonly [string, Env, string]>([
    ['one workspace and many at once', { ...BOT, ...OAUTH, ...SIGNING }, 'Unset one or the other'],
    ['a token of a person', { SLACK_BOT_TOKEN: 'xoxp-for-tests', ...SIGNING }, 'those begin with xoxb-'],
    ['a token that ends', { SLACK_BOT_TOKEN: 'xoxe.xoxb-for-tests', ...SIGNING }, 'token rotation'],
    ['a bot token for the app’s', { ...BOT, SLACK_APP_TOKEN: 'xoxb-for-tests' }, 'those begin with xapp-'],
    ['a state secret that can be guessed', { ...OAUTH, ...SIGNING, SLACK_STATE_SECRET: 'guess-me' }, 'openssl rand'],
  ])('are told with the remedy, and without their values: %s', (_, env, remedy) => {
    const outcome = read(env);
    expect(outcome).toEqual({ kind: 'problems', problems: [expect.stringContaining(remedy)] });
    const told = outcome.kind === 'problems' ? outcome.problems.join('\n') : '';
    expect(Object.values(env).filter(value => told.includes(value))).toEqual([]);
  });
});
