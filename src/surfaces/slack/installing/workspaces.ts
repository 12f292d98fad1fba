// The workspaces that the bot is installed in: which one an event belongs to, and how each is spoken to.
import { webApi } from '@slack/bolt';
import type { Fault } from '../../surface.ts';
import { lacking } from '../connection/scopes.ts';

/** What an event says of where it happened. */
export type Source = {
  readonly teamId?: string | undefined;
  readonly enterpriseId?: string | undefined;
  readonly isEnterpriseInstall: boolean;
};

/** Who the bot is there. `workspace` is what it was installed to: a team, or a whole organisation. */
export type Member = { readonly workspace: string; readonly botId: string; readonly botUserId: string };

/** `client` speaks with the token of that workspace, and with no other. */
export type Access =
  | { readonly kind: 'access'; readonly client: webApi.WebClient; readonly token: string }
  | { readonly kind: 'fault'; readonly fault: Fault };

export type Workspaces = {
  /** Undefined where the bot is not installed. */
  readonly find: (source: Source) => Promise<Member | undefined>;
  readonly access: (workspace: string) => Promise<Access>;
};

/** A workspace that removed the bot, or never had it: nothing can be said there. */
export const NOT_INSTALLED = { kind: 'fault', fault: { kind: 'refused', code: 'not_installed' } } as const;

/** With the one token of the environment. Calls auth.test once: with the ids known, nobody is asked who we are. */
export async function oneWorkspace(
  token: string,
  clientOptions: webApi.WebClientOptions,
  warn: (message: string) => void = () => {},
): Promise<Workspaces> {
  const client = new webApi.WebClient(token, clientOptions);
  const me = await client.auth.test();
  for (const line of lacking(me.response_metadata?.scopes)) warn(line);
  const workspace = (me.is_enterprise_install ? me.enterprise_id : me.team_id) ?? '';
  const member = { workspace, botId: me.bot_id ?? '', botUserId: me.user_id ?? '' };
  return {
    // A token receives events of its own installation only, whatever team a shared channel's event names.
    find: async () => member,
    access: async asked => (asked === workspace ? { kind: 'access', client, token } : NOT_INSTALLED),
  };
}
