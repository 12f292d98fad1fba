// A stand-in Slack with several workspaces: it gives tokens by OAuth, renews and revokes them, and knows whose each one is.
import { type Answering, type Call, type FakeSlack, startFakeSlack } from '../../../service/fake-slack.ts';

/** What a workspace's consent leads to; `rotates`: its tokens end after twelve hours. */
export type Town = { readonly id: string; readonly isOrganisation?: boolean; readonly rotates?: boolean };

export type ManySlack = FakeSlack & {
  /** Every token and refresh token ever given. */
  readonly secrets: readonly string[];
  readonly tokenOf: (town: string) => string;
  readonly townOf: (token: string | undefined) => string | undefined;
  readonly revoke: (town: string) => void;
  /** The next exchanges of a refresh token fail with this error; undefined mends it. */
  readonly failRenewals: (error: string | undefined) => void;
  /** A code as the consent page gives it: good once. */
  readonly consent: (town: Town) => string;
  /** Answers to users.info, by person. */
  readonly people: Map<string, Readonly<Record<string, unknown>>>;
};

const HALF_A_DAY_S = 43_200;

type Grant = { readonly town: Town; readonly token: string; readonly refreshToken: string };

export async function startManySlack(): Promise<ManySlack> {
  const codes = new Map<string, Town>();
  const grants: Grant[] = [];
  const revoked = new Set<string>();
  const secrets: string[] = [];
  const people = new Map<string, Readonly<Record<string, unknown>>>();
  let renewalError: string | undefined;

  const secret = (what: string, town: string): string => {
    const made = `made-up-${what}-of-${town}-number-${secrets.length}`;
    secrets.push(made);
    return made;
  };
  const grant = (town: Town): Grant => {
    const made = { town, token: secret('token', town.id), refreshToken: secret('refresh-token', town.id) };
    grants.push(made);
    return made;
  };
  const latest = (town: string): Grant | undefined => grants.findLast(one => one.town.id === town);
  const answerOf = ({ town, token, refreshToken }: Grant): Readonly<Record<string, unknown>> => ({
    access_token: token,
    token_type: 'bot',
    scope: 'chat:write',
    bot_user_id: `UBOT${town.id}`,
    app_id: 'A1',
    team: town.isOrganisation ? null : { id: town.id, name: `<b>${town.id}</b>` },
    enterprise: town.isOrganisation ? { id: town.id, name: 'An organisation' } : null,
    is_enterprise_install: town.isOrganisation ?? false,
    // Never asked for; a token that is given all the same must not be kept either.
    authed_user: { id: 'U9', access_token: secret('user-token', town.id) },
    ...(town.rotates && { refresh_token: refreshToken, expires_in: HALF_A_DAY_S }),
  });

  const access = ({ body }: Call): Readonly<Record<string, unknown>> => {
    if (body['client_secret'] !== 'a-client-secret') return { ok: false, error: 'bad_client_secret' };
    if (body['grant_type'] === 'refresh_token') {
      const held = grants.findLast(one => one.refreshToken === body['refresh_token']);
      if (renewalError !== undefined) return { ok: false, error: renewalError };
      if (!held || latest(held.town.id) !== held || revoked.has(held.token))
        return { ok: false, error: 'invalid_refresh_token' };
      return answerOf(grant(held.town));
    }
    const town = codes.get(String(body['code']));
    codes.delete(String(body['code']));
    return town ? answerOf(grant(town)) : { ok: false, error: 'invalid_code' };
  };

  const answering: Answering = call => {
    if (call.method === 'oauth.v2.access') return access(call);
    if (!grants.some(({ token }) => token === call.token)) return { ok: false, error: 'invalid_auth' };
    if (revoked.has(call.token ?? '')) return { ok: false, error: 'token_revoked' };
    const town = townOf(call.token) ?? '';
    if (call.method === 'auth.test')
      return { user_id: `UBOT${town}`, bot_id: `BBOT${town}`, team_id: town, url: 'https://acme.example/' };
    if (call.method === 'users.info')
      return { user: people.get(String(call.body['user'])) ?? { profile: { display_name: `Ada of ${town}` } } };
    return undefined;
  };
  const townOf = (token: string | undefined): string | undefined => grants.find(one => one.token === token)?.town.id;

  const slack = await startFakeSlack(answering);
  return {
    ...slack,
    secrets,
    people,
    townOf,
    tokenOf: town => latest(town)?.token ?? '',
    revoke: town => {
      for (const one of grants.filter(({ town: { id } }) => id === town)) revoked.add(one.token);
    },
    failRenewals: error => {
      renewalError = error;
    },
    consent: town => {
      const code = `code-${codes.size}-${secrets.length}-${town.id}`;
      codes.set(code, town);
      return code;
    },
  };
}

/** Opens the page that begins an installation, as a browser does: it keeps the cookie, and finds the state in the link. */
export async function beginInstall(url: string): Promise<{ readonly cookie: string; readonly link: URL }> {
  const response = await fetch(`${url}/slack/install`);
  const href = /href="([^"]+)"/.exec(await response.text())?.[1] ?? '';
  const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? '';
  return { cookie, link: new URL(href.replaceAll('&amp;', '&')) };
}

/** Comes back from Slack's consent page. */
export const comeBack = (url: string, query: Readonly<Record<string, string>>, cookie: string): Promise<Response> =>
  fetch(`${url}/slack/oauth_redirect?${new URLSearchParams(query)}`, { headers: { cookie } });

export async function install(url: string, slack: ManySlack, town: Town): Promise<Response> {
  const { cookie, link } = await beginInstall(url);
  return comeBack(url, { code: slack.consent(town), state: link.searchParams.get('state') ?? '' }, cookie);
}
