// One workspace by the token of the environment, or many by OAuth: what follows is the same for both.
import { type Logger as BoltLogger, webApi } from '@slack/bolt';
import { faultOf } from '../fault.ts';
import type { Installations } from './keeper.ts';
import { type ManyWorkspaces, manyWorkspaces } from './many-workspaces.ts';
import { createPages, type Pages } from './pages/pages.ts';
import { oneWorkspace, type Workspaces } from './workspaces.ts';

export type OAuthOptions = {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly stateSecret: string;
  readonly publicUrl?: string;
  /** Whether that workspace may have the bot; every one may unless told otherwise. */
  readonly mayInstall?: (workspace: string) => boolean;
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
  if (!oauth) return { workspaces: await oneWorkspace(botToken ?? '', clientOptions, log.warn) };
  const { clientId, clientSecret, stateSecret, publicUrl, installations, isFirst, mayInstall = () => true } = oauth;
  const app = { clientId, clientSecret };
  const many = manyWorkspaces({ app, installations, clientOptions, now, log });
  const pages = createPages({
    app,
    states: { secret: stateSecret, isFirst },
    ...(publicUrl && { publicUrl }),
    save: async ({ workspace, installation }) => {
      if (!mayInstall(workspace)) {
        await giveBack(new webApi.WebClient(installation.token, clientOptions));
        log.warn(`Slack workspace ${workspace} wanted to install Locksmith, and is not among slack_workspaces.`);
        return 'refused';
      }
      await many.keeper.put(workspace, installation);
      log.warn(`Locksmith was installed in Slack workspace ${workspace}.`);
      return 'saved';
    },
    clientOptions,
    logger,
    now,
  });
  return { workspaces: many, many, pages };
}

/** A token that nobody may use is better no token. Slack failing here leaves one that nobody kept. */
async function giveBack(client: webApi.WebClient): Promise<void> {
  try {
    await client.auth.revoke();
  } catch (error) {
    if (!faultOf(error)) throw error;
  }
}
