// One workspace by the token of the environment, or many by OAuth: what follows is the same for both.
import type { Logger as BoltLogger, webApi } from '@slack/bolt';
import type { Installations } from './keeper.ts';
import { type ManyWorkspaces, manyWorkspaces } from './many-workspaces.ts';
import { createPages, type Pages } from './pages/pages.ts';
import { oneWorkspace, type Workspaces } from './workspaces.ts';

export type OAuthOptions = {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly stateSecret: string;
  readonly publicUrl?: string;
  readonly installations: Installations;
  /** Whether nobody used this state of an installation before, remembered from now on. */
  readonly isFirst: (nonce: string) => Promise<boolean>;
};

export type Connecting = {
  readonly botToken?: string;
  readonly oauth?: OAuthOptions;
  readonly now: () => number;
  readonly log: { readonly warn: (message: string) => void; readonly error: (message: string) => void };
};

export type Connected = {
  readonly workspaces: Workspaces;
  readonly many?: ManyWorkspaces;
  readonly pages?: Pages;
};

export async function connect(
  { botToken, oauth, now, log }: Connecting,
  clientOptions: webApi.WebClientOptions,
  logger: BoltLogger,
): Promise<Connected> {
  if (!oauth) return { workspaces: await oneWorkspace(botToken ?? '', clientOptions) };
  const { clientId, clientSecret, stateSecret, publicUrl, installations, isFirst } = oauth;
  const app = { clientId, clientSecret };
  const many = manyWorkspaces({ app, installations, clientOptions, now, log });
  const pages = createPages({
    app,
    states: { secret: stateSecret, isFirst },
    ...(publicUrl && { publicUrl }),
    save: async ({ workspace, installation }) => {
      await many.keeper.put(workspace, installation);
      log.warn(`Locksmith was installed in Slack workspace ${workspace}.`);
    },
    clientOptions,
    logger,
    now,
  });
  return { workspaces: many, many, pages };
}
