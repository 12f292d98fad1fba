// What the Teams surface is told by its configuration, and what is wrong with it. Loads no SDK, so that a check costs nothing.
import { isIP } from 'node:net';

/** The names are those of every Bot Framework app; `UserAssignedMSI` needs no password, the others do. */
export type TeamsSettings = {
  readonly appId?: string;
  readonly appPassword?: string;
  readonly appType?: string;
  readonly tenantId?: string;
  /** No token check, for local Bot Framework tools: anybody who reaches the port may speak to the bot. */
  readonly anonymous?: boolean;
  /** What the HTTP server listens on; anonymous is refused unless that is loopback. */
  readonly host: string;
  /** Another address of the keys that sign the platform's tokens: a test's own, or one behind a proxy. */
  readonly openIdMetadata?: string;
};

export const APP_TYPES = ['SingleTenant', 'UserAssignedMSI', 'MultiTenant'] as const;
export type AppType = (typeof APP_TYPES)[number];

const GUID = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i;
export const isGuid = (text: string): boolean => GUID.test(text);

/** Registrations made since August 2025 have a tenant; those without one are older and serve many. */
export const appTypeOf = ({ appType, tenantId }: TeamsSettings): AppType | undefined =>
  appType
    ? APP_TYPES.find(known => known.toLowerCase() === appType.toLowerCase())
    : tenantId
      ? 'SingleTenant'
      : 'MultiTenant';

/** All that is wrong, each with its remedy; empty when the surface can start. */
export function checkTeams(settings: TeamsSettings): string[] {
  if (settings.anonymous) return checkAnonymous(settings);
  if (!settings.appId)
    return [
      'MicrosoftAppId: missing. Copy the bot’s app id (az bot show), or set LOCKSMITH_TEAMS_ANONYMOUS=1 for local tools',
    ];
  return [...checkIds(settings), ...checkSecret(settings)];
}

function checkAnonymous({ host, appId }: TeamsSettings): string[] {
  return [
    ...(isLoopback(host)
      ? []
      : [
          `LOCKSMITH_TEAMS_ANONYMOUS: refused, because the server listens on ${host} and anybody there could aim the bot’s requests. Set HOST=127.0.0.1, or give MicrosoftAppId`,
        ]),
    ...(appId ? ['LOCKSMITH_TEAMS_ANONYMOUS: stands beside MicrosoftAppId. Keep one of them'] : []),
  ];
}

function checkIds({ appId, tenantId, appType, ...rest }: TeamsSettings): string[] {
  return [
    ...(appId && isGuid(appId) ? [] : ['MicrosoftAppId: is no app id (8-4-4-4-12 hexadecimal digits)']),
    ...(tenantId === undefined || isGuid(tenantId) ? [] : ['MicrosoftAppTenantId: is no tenant id (a GUID)']),
    ...(appTypeOf({ ...rest, ...(appType && { appType }) })
      ? []
      : [`MicrosoftAppType: ${appType} is unknown. Say one of ${APP_TYPES.join(', ')}`]),
  ];
}

function checkSecret(settings: TeamsSettings): string[] {
  const type = appTypeOf(settings);
  const { appPassword, tenantId } = settings;
  return [
    ...(type !== 'MultiTenant' && type !== undefined && !tenantId
      ? [`MicrosoftAppTenantId: missing. ${type} needs it: az account show --query tenantId`]
      : []),
    ...(type === 'UserAssignedMSI' && appPassword
      ? ['MicrosoftAppPassword: a managed identity has none. Unset it, or set MicrosoftAppType=SingleTenant']
      : []),
    ...(type !== 'UserAssignedMSI' && !appPassword
      ? ['MicrosoftAppPassword: missing. Make a client secret: az ad app credential reset --id <MicrosoftAppId>']
      : []),
  ];
}

/** 127.0.0.0/8, ::1 and the name for them. */
export const isLoopback = (host: string): boolean => {
  const bare = host.replace(/^\[|\]$/g, '').toLowerCase();
  return (
    bare === 'localhost' ||
    bare === '::1' ||
    (isIP(bare) === 4 && bare.startsWith('127.')) ||
    /^::ffff:127\./.test(bare)
  );
};

/** In anonymous mode a request may name only an address of this machine to be answered at. */
export function isLoopbackUrl(url: string): boolean {
  return URL.canParse(url) && isLoopback(new URL(url).hostname);
}
