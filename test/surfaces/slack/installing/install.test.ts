// Installing by OAuth, over HTTP with Slack's own library: who may, what is kept, and what a page shows.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AnApp, startApp } from './an-app.ts';
import { beginInstall, comeBack, install } from './many-slack.ts';

let app: AnApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

const begin = async () => {
  const { cookie, link } = await beginInstall(app.url);
  return { cookie, link, state: link.searchParams.get('state') ?? '' };
};
const exchanges = (): number => app.slack.calls.filter(({ method }) => method === 'oauth.v2.access').length;

describe('/slack/install', () => {
  it('leads to Slack with our id, the scopes that are needed, and a state that the browser keeps as well', async () => {
    const { cookie, link, state } = await begin();
    expect(link.origin + link.pathname).toBe('https://slack.com/oauth/v2/authorize');
    expect(link.searchParams.get('client_id')).toBe('a-client-id');
    expect(link.searchParams.get('scope')).toContain('chat:write');
    expect(link.searchParams.get('user_scope')).toBeNull();
    expect(cookie).toBe(`slack-app-oauth-state=${state}`);
  });

  it('is a page that loads nothing, runs nothing and may not be framed', async () => {
    const response = await fetch(`${app.url}/slack/install`);
    const headers = Object.fromEntries(response.headers);
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-/);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    });
    expect(headers['set-cookie']).toMatch(/; Secure; HttpOnly/);
    expect(await response.text()).not.toContain('<script');
  });

  it.each([
    ['POST', '/slack/install'],
    ['POST', '/slack/oauth_redirect'],
    ['GET', '/slack/events'],
    ['GET', '/slack/install/more'],
  ])('is there for nothing else: %s %s', async (method, path) => {
    expect((await fetch(`${app.url}${path}`, { method })).status).toBe(404);
  });
});

describe('coming back from Slack', () => {
  it('installs the workspace, says so with its name escaped, and forgets the cookie', async () => {
    const response = await install(app.url, app.slack, { id: 'T1' });
    expect(response.status).toBe(200);
    const page = await response.text();
    expect(page).toContain('&lt;b&gt;T1&lt;/b&gt;');
    expect(page).not.toContain('<b>');
    expect(response.headers.get('set-cookie')).toContain('slack-app-oauth-state=deleted');
    expect(await app.say('T1', 'hello')).toMatchObject({ kind: 'posted' });
  });

  it('keeps the token of the bot, and none of the person who installed it', async () => {
    await install(app.url, app.slack, { id: 'T1' });
    const kept = await app.installations.get('T1');
    const text = kept.kind === 'found' ? kept.text : '';
    expect(text).toContain(app.slack.tokenOf('T1'));
    expect(text).not.toContain('user-token');
    expect(text).not.toContain('U9');
  });

  it.each([
    ['a state that somebody made up', (state: string) => `${state.slice(0, -1)}${state.endsWith('A') ? 'B' : 'A'}`],
    ['a state without a signature', (state: string) => state.split('.').slice(0, 2).join('.')],
    ['a state in another alphabet', () => 'é.é.é'],
    ['no state', () => ''],
  ])('with %s is refused before Slack is asked', async (_, change) => {
    const { cookie, state } = await begin();
    const before = exchanges();
    const forged = change(state);
    const code = app.slack.consent({ id: 'T-forged' });
    const response = await comeBack(app.url, { code, state: forged }, cookie.replace(state, forged));
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('Start again');
    expect(exchanges()).toBe(before);
    expect(await app.installations.get('T-forged')).toEqual({ kind: 'none' });
  });

  it('in another browser is refused: the state alone is not enough', async () => {
    const { state } = await begin();
    const { cookie: ofAnother } = await begin();
    const code = app.slack.consent({ id: 'T-other' });
    expect((await comeBack(app.url, { code, state }, '')).status).toBe(400);
    expect((await comeBack(app.url, { code, state }, ofAnother)).status).toBe(400);
  });

  it('a second time with the same state is refused, also with a code of its own', async () => {
    const { cookie, state } = await begin();
    expect((await comeBack(app.url, { code: app.slack.consent({ id: 'T1' }), state }, cookie)).status).toBe(200);
    const before = exchanges();
    const again = await comeBack(app.url, { code: app.slack.consent({ id: 'T-again' }), state }, cookie);
    expect(again.status).toBe(400);
    expect(exchanges()).toBe(before);
    expect(await app.installations.get('T-again')).toEqual({ kind: 'none' });
  });

  it('with a code that Slack does not know says so, without a word of the outside', async () => {
    const { cookie, state } = await begin();
    const response = await comeBack(app.url, { code: '<script>alert(1)</script>', state }, cookie);
    expect(response.status).toBe(502);
    const page = await response.text();
    expect(page).toContain('(invalid_code)');
    expect(page).not.toContain('script');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('after a refusal installs nothing', async () => {
    const { cookie, state } = await begin();
    const response = await comeBack(app.url, { error: 'access_denied', state }, cookie);
    expect(response.status).toBe(403);
    expect(await response.text()).toContain('Nothing was installed');
  });
});

it('gives the token back, and says why, where the workspace is not among those that may', async () => {
  const mayInstall = (workspace: string): boolean => workspace === 'T1';
  const other = await startApp({ mayInstall });
  const refused = await install(other.url, other.slack, { id: 'T2' });
  expect(refused.status).toBe(403);
  expect(await refused.text()).toContain('has not named your workspace');
  expect(await other.installations.get('T2')).toEqual({ kind: 'none' });
  const revoked = other.slack.calls.filter(({ method }) => method === 'auth.revoke');
  expect(revoked.map(({ token }) => token)).toEqual([other.slack.tokenOf('T2')]);
  expect((await install(other.url, other.slack, { id: 'T1' })).status).toBe(200);
  await other.stop();
});

it('asks Slack to come back to the public address, where one is configured', async () => {
  const other = await startApp({ publicUrl: 'https://locksmith.example.com' });
  const { link } = await beginInstall(other.url);
  expect(link.searchParams.get('redirect_uri')).toBe('https://locksmith.example.com/slack/oauth_redirect');
  await install(other.url, other.slack, { id: 'T7' });
  const exchange = other.slack.calls.find(({ method }) => method === 'oauth.v2.access');
  expect(exchange?.body['redirect_uri']).toBe('https://locksmith.example.com/slack/oauth_redirect');
  await other.stop();
});

it('is served beside a socket too: only events come another way then', async () => {
  const other = await startApp({ appToken: 'xapp-for-tests' });
  expect((await install(other.url, other.slack, { id: 'T1' })).status).toBe(200);
  expect(await other.say('T1', 'hello')).toMatchObject({ kind: 'posted' });
  expect(await other.send({ type: 'event_callback' })).toBe(404);
  await other.stop();
});

it('tells nobody a token: no page, no line of the log', () => {
  const told = app.log.join('\n');
  expect(app.log.length).toBeGreaterThan(0);
  expect([...app.slack.secrets, 'a-client-secret', 'a-state-secret'].filter(secret => told.includes(secret))).toEqual(
    [],
  );
});
