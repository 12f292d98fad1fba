import { describe, expect, it } from 'vitest';
import { createReferences } from '../../../src/surfaces/teams/references.ts';
import {
  appTypeOf,
  checkTeams,
  isLoopback,
  isLoopbackUrl,
  type TeamsSettings,
} from '../../../src/surfaces/teams/settings.ts';
import { createTeams } from '../../../src/surfaces/teams/teams.ts';

const appId = '11111111-1111-4111-8111-111111111111';
const tenantId = '0d9b645f-597b-41f0-a2a3-ef103fbd91bb';
const host = '0.0.0.0';
const appPassword = 'a-client-secret';

describe('what is wrong with the settings', () => {
  const fine: readonly (readonly [string, TeamsSettings])[] = [
    ['a bot of one tenant', { host, appId, appPassword, tenantId, appType: 'SingleTenant' }],
    ['the same, with its type left out', { host, appId, appPassword, tenantId }],
    ['a managed identity', { host, appId, tenantId, appType: 'UserAssignedMSI' }],
    ['an old bot of many tenants', { host, appId, appPassword }],
    ['nobody’s bot, on this machine', { host: '127.0.0.1', anonymous: true }],
  ];
  it.each(fine)('nothing: %s', (_, settings) => {
    expect(checkTeams(settings)).toEqual([]);
  });

  const wrong: readonly (readonly [string, TeamsSettings, RegExp])[] = [
    ['no id', { host }, /^MicrosoftAppId: missing/],
    ['an id that is a name', { host, appId: 'locksmith', appPassword }, /^MicrosoftAppId: is no app id/],
    [
      'a tenant that is a name',
      { host, appId, appPassword, tenantId: 'contoso' },
      /^MicrosoftAppTenantId: is no tenant id/,
    ],
    ['an unknown type', { host, appId, appPassword, tenantId, appType: 'Solo' }, /^MicrosoftAppType: Solo is unknown/],
    ['one tenant, but which', { host, appId, appPassword, appType: 'SingleTenant' }, /^MicrosoftAppTenantId: missing/],
    ['no secret', { host, appId, tenantId }, /^MicrosoftAppPassword: missing/],
    [
      'a managed identity with a secret',
      { host, appId, appPassword, tenantId, appType: 'UserAssignedMSI' },
      /has none/,
    ],
    ['nobody’s bot, open to all', { host, anonymous: true }, /listens on 0\.0\.0\.0/],
    ['nobody’s bot with an id', { host: '::1', anonymous: true, appId }, /stands beside MicrosoftAppId/],
  ];
  it.each(wrong)('%s', (_, settings, problem) => {
    expect(checkTeams(settings)).toEqual([expect.stringMatching(problem)]);
  });

  it('comes all at once', () => {
    expect(checkTeams({ host, appId: 'x', tenantId: 'y', appType: 'Solo' })).toHaveLength(4);
  });

  it('keeps the surface from being made', () => {
    const rest = {
      references: createReferences(),
      log: { warn: () => {}, error: () => {} },
      now: () => 0,
      diagnose: () => ({ id: 'd', summary: '', blocks: [] }),
      search: () => [],
      current: async () => undefined,
    };
    expect(() => createTeams({ ...rest, host, anonymous: true }, async () => {})).toThrow('LOCKSMITH_TEAMS_ANONYMOUS');
    expect(() => createTeams({ ...rest, host }, async () => {})).toThrow('MicrosoftAppId');
  });
});

describe('loopback', () => {
  it.each(['127.0.0.1', '127.8.9.1', 'localhost', '::1', '[::1]', '::ffff:127.0.0.1'])('%s is', name => {
    expect(isLoopback(name)).toBe(true);
  });
  it.each(['0.0.0.0', '::', '10.0.0.1', 'localhost.evil.example', '127.0.0.1.evil.example', '', '128.0.0.1'])(
    '“%s” is not',
    name => {
      expect(isLoopback(name)).toBe(false);
    },
  );
  it.each([
    ['http://127.0.0.1:56150/_connector', true],
    ['http://[::1]:1/', true],
    ['http://127.0.0.1@evil.example/', false],
    ['https://smba.trafficmanager.net/emea/', false],
    ['nonsense', false],
  ])('%s: %s', (url, expected) => {
    expect(isLoopbackUrl(url)).toBe(expected);
  });
});

describe('the type', () => {
  it('is written in any case, as every Bot Framework app takes it', () => {
    expect(appTypeOf({ host, appType: 'userassignedmsi' })).toBe('UserAssignedMSI');
  });
});
