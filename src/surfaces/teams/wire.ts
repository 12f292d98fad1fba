// The Bot Framework's wire, both ways: who really sent a request (by the SDK), and calls to the platform with our token.
// The only file that knows the SDK: see docs/teams-successor.md.
import { type Activity, CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { z } from 'zod';
import type { Fault } from '../surface.ts';
import { appTypeOf, isLoopbackUrl, type TeamsSettings } from './settings.ts';

/** `refused`: the request does not prove that the platform sent it. */
export type Verdict<T> = { readonly kind: 'worked'; readonly answer: T } | { readonly kind: 'refused' };

export type CallOutcome =
  | { readonly kind: 'done'; readonly body: unknown }
  | { readonly kind: 'fault'; readonly fault: Fault };
export type Call = {
  readonly serviceUrl: string;
  readonly method: 'POST' | 'PUT';
  readonly path: string;
  readonly body: unknown;
};

export type Wire = {
  /** Runs `work` if the platform sent this request, and only then. */
  readonly verify: <T>(authorization: string, body: unknown, work: () => Promise<T>) => Promise<Verdict<T>>;
  readonly call: (call: Call) => Promise<CallOutcome>;
};

const TIMEOUT_MS = 10_000;
/** A 429 without Retry-After: the shortest time in which the limit of 7 messages a second is over. */
const RATE_LIMIT_MS = 1_500;
/** The claim that says which address the platform is answered at. */
const SERVICE_URL = 'serviceurl';

export function createWire(settings: TeamsSettings): Wire {
  const adapter = new VerifyingAdapter(settings);
  return {
    verify: (authorization, body, work) => verify(adapter, authorization, { body, work }),
    call: async call => {
      try {
        return await send(call, settings.anonymous ? undefined : await adapter.token(call.serviceUrl), settings);
      } catch (error) {
        return { kind: 'fault', fault: faultOfError(error) };
      }
    },
  };
}

const wireActivity = z.custom<Activity>(value => typeof value === 'object' && value !== null && !Array.isArray(value));
/** The SDK's own refusal, or one that its token library throws through it. */
const refusal = z.union([
  z.object({ statusCode: z.literal(401) }),
  z.object({ name: z.enum(['JsonWebTokenError', 'NotBeforeError', 'TokenExpiredError']) }),
]);
const isRefusal = (error: unknown): boolean => refusal.safeParse(error).success;

type Request<T> = { readonly body: unknown; readonly work: () => Promise<T> };

async function verify<T>(
  adapter: VerifyingAdapter,
  authorization: string,
  { body, work }: Request<T>,
): Promise<Verdict<T>> {
  let worked: Verdict<T> = { kind: 'refused' };
  let failure: unknown;
  try {
    await adapter.admit(authorization, wireActivity.parse(body), async () => {
      try {
        worked = { kind: 'worked', answer: await work() };
      } catch (error) {
        failure = error;
      }
    });
  } catch (error) {
    // Anything else, such as keys that cannot be fetched, is no fault of the sender: answered with 500, it is sent again.
    if (!isRefusal(error)) throw error;
    return { kind: 'refused' };
  }
  if (failure !== undefined) throw failure;
  return worked;
}

/** A class because the SDK keeps the entrance that checks tokens for those who extend it. */
class VerifyingAdapter extends CloudAdapter {
  readonly #settings: TeamsSettings;

  constructor(settings: TeamsSettings) {
    super(new ConfigurationBotFrameworkAuthentication(identityOf(settings)));
    this.#settings = settings;
  }

  /** Checks the token, and that the address to answer at is the one that the platform signed for. */
  async admit(authorization: string, activity: Activity, work: () => Promise<void>): Promise<void> {
    await this.processActivity(authorization, activity, async context => {
      const identity = context.turnState.get<{ getClaimValue(claim: string): string | null }>(this.BotIdentityKey);
      const isTrusted = this.#settings.anonymous
        ? isLoopbackUrl(activity.serviceUrl)
        : identity?.getClaimValue(SERVICE_URL) === activity.serviceUrl;
      if (isTrusted) await work();
    });
  }

  /** Cached by the SDK until five minutes before it ends. */
  async token(serviceUrl: string): Promise<string> {
    const identity = this.createClaimsIdentity(this.#settings.appId ?? '');
    const factory = this.botFrameworkAuthentication.createConnectorFactory(identity);
    const client = await factory.create(serviceUrl);
    return await credentials.parse(client.credentials).getToken();
  }
}

/** All three app types get their tokens from objects of this shape. */
const credentials = z.custom<{ getToken(): Promise<string> }>(
  value => typeof value === 'object' && value !== null && 'getToken' in value,
);

function identityOf(settings: TeamsSettings): Record<string, string> {
  if (settings.anonymous) return {};
  return {
    MicrosoftAppId: settings.appId ?? '',
    MicrosoftAppType: appTypeOf(settings) ?? '',
    ...(settings.appPassword && { MicrosoftAppPassword: settings.appPassword }),
    ...(settings.tenantId && { MicrosoftAppTenantId: settings.tenantId }),
    ...(settings.openIdMetadata && publicCloud(settings.openIdMetadata)),
  };
}

/** The SDK's constants of the public cloud: it wants all of them as soon as one is given. */
const publicCloud = (openIdMetadata: string): Record<string, string> => ({
  ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/botframework.com',
  ToChannelFromBotOAuthScope: 'https://api.botframework.com',
  ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
  OAuthUrl: 'https://api.botframework.com',
  ToBotFromChannelOpenIdMetadataUrl: openIdMetadata,
  ToBotFromEmulatorOpenIdMetadataUrl: openIdMetadata,
  CallerId: 'urn:botframework:azure',
});

/** Sent by hand and once: the SDK's client retries three times by itself, and when to try again is the queue's to say. */
async function send(call: Call, token: string | undefined, { anonymous }: TeamsSettings): Promise<CallOutcome> {
  if (anonymous && !isLoopbackUrl(call.serviceUrl)) return refused('foreign_service_url');
  const response = await fetch(`${call.serviceUrl.replace(/\/+$/, '')}/${call.path}`, {
    method: call.method,
    headers: { 'content-type': 'application/json; charset=utf-8', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify(call.body),
    signal: AbortSignal.timeout(TIMEOUT_MS),
    redirect: 'error',
  });
  const text = await response.text();
  const body = parseJson(text);
  return response.ok ? { kind: 'done', body } : { kind: 'fault', fault: faultOf(response, body) };
}

const refused = (code: string): CallOutcome => ({ kind: 'fault', fault: { kind: 'refused', code } });

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Proxies answer with pages; the status says enough.
    return undefined;
  }
}

/** Worth another try besides everything from 500 on: learn.microsoft.com, Optimize your bot with rate limiting. */
const PASSING = new Set([408, 412]);
const errorBody = z.object({ error: z.object({ code: z.string().regex(/^\w{1,60}$/) }) });

function faultOf(response: Response, body: unknown): Fault {
  const { status } = response;
  const code = errorBody.safeParse(body).data?.error.code ?? `http_${status}`;
  if (status === 429) {
    const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
    return { kind: 'rate-limited', retryAfterMs: seconds > 0 ? seconds * 1000 : RATE_LIMIT_MS };
  }
  if (status >= 500 || PASSING.has(status)) return { kind: 'unreachable', code };
  return { kind: status === 404 || status === 410 ? 'gone' : 'refused', code };
}

/** Ways in which asking for a token fails for good; the codes are Microsoft Entra's. */
const BAD_CREDENTIALS = new Set(['invalid_client', 'unauthorized_client', 'invalid_request', 'invalid_tenant']);
const tokenError = z.object({ errorCode: z.string() });

function faultOfError(error: unknown): Fault {
  const code = tokenError.safeParse(error).data?.errorCode;
  if (code !== undefined) return { kind: BAD_CREDENTIALS.has(code) ? 'refused' : 'unreachable', code };
  return { kind: 'unreachable', code: error instanceof Error ? error.name : 'fetch' };
}
