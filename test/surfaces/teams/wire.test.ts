// Who may speak to the bot: real signed tokens against a key set of the test's own, forged ones, and none.
import { createSign, generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { globSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ChatEvent } from '../../../src/conversation/chat-event.ts';
import { createReferences } from '../../../src/surfaces/teams/references.ts';
import type { TeamsSettings } from '../../../src/surfaces/teams/settings.ts';
import { createTeams, type TeamsSurface } from '../../../src/surfaces/teams/teams.ts';
import { createConnector, fixture, type Json } from './fixtures.ts';

const APP = '11111111-1111-4111-8111-111111111111';
const TENANT = '0d9b645f-597b-41f0-a2a3-ef103fbd91bb';
/** A directory that has nothing to do with us. */
const STRANGER = '33333333-3333-4333-8333-333333333333';
const SERVICE = 'https://smba.trafficmanager.net/emea/';
const NOW = Math.floor(Date.now() / 1000);

const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
const others = generateKeyPairSync('rsa', { modulusLength: 2048 });
const events: ChatEvent[] = [];
const servers: Server[] = [];
let teams: TeamsSurface;
let url = '';
let keySet = '';
let withoutKeys = '';

const listen = async (server: Server): Promise<string> => {
  servers.push(server.listen(0, '127.0.0.1'));
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

const IDENTITY = { appType: 'UserAssignedMSI', tenantId: TENANT };

const surface = (openIdMetadata: string, identity: Partial<TeamsSettings> = IDENTITY) =>
  createTeams(
    {
      appId: APP,
      ...identity,
      host: '0.0.0.0',
      openIdMetadata,
      references: createReferences(),
      log: { warn: () => {}, error: () => {} },
      now: () => NOW * 1000,
      diagnose: () => ({ id: 'd', summary: '', blocks: [] }),
      search: () => [],
      current: async () => undefined,
    },
    async event => {
      events.push(event);
    },
  );

beforeAll(async () => {
  // The SDK prints a refused token's public key, and the error of one that ran out.
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const jwks = { keys: [{ ...keys.publicKey.export({ format: 'jwk' }), kid: 'k1', endorsements: ['msteams'] }] };
  const origin = await listen(
    createServer((request, response) => {
      const { host } = request.headers;
      response.end(JSON.stringify(request.url === '/keys' ? jwks : { jwks_uri: `http://${host}/keys` }));
    }),
  );
  keySet = origin;
  teams = surface(`${origin}/openid`);
  url = await listen(createServer(teams.handle));
  withoutKeys = await listen(createServer(surface('http://127.0.0.1:1/openid').handle));
});

afterAll(() => {
  for (const server of servers) server.close();
  vi.restoreAllMocks();
});

type Token = { readonly header?: Json; readonly claims?: Json; readonly key?: typeof keys.privateKey };

function token({ header, claims, key = keys.privateKey }: Token = {}): string {
  const part = (value: Json): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const whole = { iss: 'https://api.botframework.com', aud: APP, serviceurl: SERVICE, nbf: NOW - 60, exp: NOW + 3_600 };
  const signed = `${part({ alg: 'RS256', typ: 'JWT', kid: 'k1', ...header })}.${part({ ...whole, ...claims })}`;
  return `Bearer ${signed}.${createSign('RSA-SHA256').update(signed).sign(key).toString('base64url')}`;
}

const post = async (authorization: string | undefined, activity: Json = {}, to = url): Promise<number> => {
  const response = await fetch(`${to}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(authorization && { authorization }) },
    body: JSON.stringify(fixture('channel-message', activity)),
  });
  return response.status;
};

describe('a request', () => {
  it('that the platform signed is taken', async () => {
    events.length = 0;
    expect(await post(token())).toBe(200);
    expect(events).toMatchObject([{ kind: 'message-pasted' }]);
  });

  it.each([
    ['with a client secret', { appType: 'SingleTenant', tenantId: TENANT, appPassword: 'for-tests' }],
    ['of an older registration', { appType: 'MultiTenant', appPassword: 'for-tests' }],
  ])('is taken by a bot %s as well, and by it alone', async (_, identity) => {
    const server = createServer(surface(`${keySet}/openid`, identity).handle);
    const to = await listen(server);
    expect(await post(token(), {}, to)).toBe(200);
    expect(await post(token({ claims: { aud: STRANGER } }), {}, to)).toBe(401);
    expect(await post(undefined, {}, to)).toBe(401);
  });

  const refused: readonly (readonly [string, string | undefined, Json])[] = [
    ['without a token', undefined, {}],
    ['with something that is no token', 'Bearer not-a-token', {}],
    ['with a password', 'Basic dXNlcjpwYXNz', {}],
    ['signed by somebody else', token({ key: others.privateKey }), {}],
    ['signed with a key that nobody published', token({ header: { kid: 'k2' } }), {}],
    ['that says it needs no signature', token({ header: { alg: 'none' } }), {}],
    ['meant for another bot', token({ claims: { aud: '22222222-2222-4222-8222-222222222222' } }), {}],
    ['issued by somebody else', token({ claims: { iss: 'https://evil.example' } }), {}],
    ['issued by the directory of our own tenant', token({ claims: { iss: `https://sts.windows.net/${TENANT}/` } }), {}],
    [
      'issued by the directory of another tenant',
      token({
        claims: { iss: `https://login.microsoftonline.com/${STRANGER}/v2.0`, tid: STRANGER, appid: APP, ver: '2.0' },
      }),
      {},
    ],
    ['that is not valid yet', token({ claims: { nbf: NOW + 3_600, exp: NOW + 7_200 } }), {}],
    ['signed for an address that only begins like this one', token({ claims: { serviceurl: `${SERVICE}x` } }), {}],
    ['whose token ran out an hour ago', token({ claims: { exp: NOW - 3_600, nbf: NOW - 7_200 } }), {}],
    ['to be answered elsewhere', token(), { serviceUrl: 'https://evil.example/' }],
    ['whose token names no address', token({ claims: { serviceurl: undefined } }), {}],
    ['of a platform that the key is not for', token(), { channelId: 'webchat' }],
  ];
  it.each(refused)('%s is refused', async (_, authorization, activity) => {
    events.length = 0;
    expect(await post(authorization, activity)).toBe(401);
    expect(events).toEqual([]);
  });

  const abroad = '72f988bf-86f1-41af-91ab-2d7cd011db47';
  const foreign: readonly (readonly [string, Json])[] = [
    ['another organisation', { conversation: { id: '19:x@thread.tacv2', tenantId: abroad } }],
    [
      'another, by the channel’s data',
      { conversation: { id: '19:x@thread.tacv2' }, channelData: { tenant: { id: abroad } } },
    ],
    ['no organisation that it names', { conversation: { id: '19:x@thread.tacv2' }, channelData: {} }],
  ];
  it.each(foreign)('of %s is refused by a bot of one, although the platform signed it', async (_, activity) => {
    events.length = 0;
    expect(await post(token(), activity)).toBe(403);
    expect(events).toEqual([]);
  });

  it('is not blamed when the keys cannot be fetched', async () => {
    expect(await post(token(), {}, withoutKeys)).toBe(500);
  });
});

describe('a message of ours', () => {
  it('carries a token of our own, and goes where the platform said it is to be reached', async () => {
    const connector = await createConnector();
    // The endpoint that Azure gives to a host with a managed identity: learn.microsoft.com, App Service, REST endpoint.
    const identity = await listen(
      createServer((_, response) => {
        const token = { access_token: 'a-token-of-the-bot', expires_on: String(NOW + 86_400), token_type: 'Bearer' };
        response.setHeader('content-type', 'application/json').end(JSON.stringify(token));
      }),
    );
    vi.stubEnv('IDENTITY_ENDPOINT', `${identity}/msi/token`);
    vi.stubEnv('IDENTITY_HEADER', 'a-header-of-the-host');
    expect(await post(token({ claims: { serviceurl: connector.url } }), { serviceUrl: connector.url })).toBe(200);
    const [event] = events.slice(-1);
    const reply = { id: 't', summary: 'said', blocks: [] };
    expect(event && (await teams.deliver(event.place, reply))).toMatchObject({ kind: 'posted' });
    expect(connector.calls).toMatchObject([{ method: 'POST', authorization: 'Bearer a-token-of-the-bot' }]);
    vi.unstubAllEnvs();
    connector.stop();
  });
});

describe('the SDK', () => {
  it('is known to one file, so that its successor can take its place', () => {
    const folder = join(import.meta.dirname, '../../../src/surfaces/teams');
    const knowing = globSync('**/*.ts', { cwd: folder }).filter(file =>
      /from '(?:botbuilder|botframework|@microsoft|@azure)/.test(readFileSync(join(folder, file), 'utf8')),
    );
    expect(knowing).toEqual(['wire.ts']);
  });
});
