// Many workspaces, each with an installation of its own: found by what an event says, spoken to with its own token.
import { webApi } from '@slack/bolt';
import { type Installations, Keeper } from './keeper.ts';
import { type OAuthApp, Renewal } from './renewal.ts';
import type { Access, Source, Workspaces } from './workspaces.ts';

export type ManyOptions = {
  readonly app: OAuthApp;
  readonly installations: Installations;
  readonly clientOptions: webApi.WebClientOptions;
  readonly now: () => number;
  readonly log: { readonly error: (message: string) => void };
};

export type ManyWorkspaces = Workspaces & { readonly keeper: Keeper };

/** More workspaces than this at a time have no client of their own ready; making one takes less than a millisecond. */
const MOST_CLIENTS = 500;

export function manyWorkspaces({ app, installations, clientOptions, now, log }: ManyOptions): ManyWorkspaces {
  const keeper = new Keeper({ installations, now, log });
  const client = new webApi.WebClient(undefined, clientOptions);
  const renewal = new Renewal({ keeper, app, client, now, log });
  const clientOf = createClients(clientOptions);
  return {
    keeper,
    find: async source => {
      for (const workspace of candidates(source)) {
        const found = await keeper.find(workspace);
        if (found.kind === 'fault') continue;
        const { botId, botUserId } = found.installation;
        return { workspace, botId, botUserId };
      }
      return undefined;
    },
    access: async workspace => {
      const found = await renewal.current(workspace);
      return found.kind === 'fault' ? found : clientOf(workspace, found.installation.token);
    },
  };
}

/** What an event may belong to, the likelier first. */
export const candidates = ({ isEnterpriseInstall, enterpriseId, teamId }: Source): string[] =>
  (isEnterpriseInstall ? [enterpriseId, teamId] : [teamId, enterpriseId]).filter(id => id !== undefined && id !== null);

/** One client a workspace, with its latest token: a client keeps connections and its own limits. */
function createClients(clientOptions: webApi.WebClientOptions): (workspace: string, token: string) => Access {
  const clients = new Map<string, Extract<Access, { kind: 'access' }>>();
  return (workspace, token) => {
    const known = clients.get(workspace);
    if (known?.token === token) return known;
    const access = { kind: 'access', client: new webApi.WebClient(token, clientOptions), token } as const;
    clients.delete(workspace);
    clients.set(workspace, access);
    const oldest = clients.size > MOST_CLIENTS ? clients.keys().next().value : undefined;
    if (oldest !== undefined) clients.delete(oldest);
    return access;
  };
}
