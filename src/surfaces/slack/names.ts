// What people are called: asked of Slack once for each, and kept for a while.
import type { webApi } from '@slack/bolt';
import type { Workspaces } from './installing/workspaces.ts';

/** More people than this in one process are forgotten, the oldest first. */
const MOST = 5_000;

/** Gives a function that knows the name of the one asked about; a name that cannot be had is the id. */
export type Names = (workspace: string, user: string | undefined) => Promise<(user: string) => string>;

export function createNames(workspaces: Workspaces): Names {
  const names = new Map<string, string>();
  return async (workspace, user) => {
    // The same id may be another person in another workspace.
    const keyOf = (id: string): string => `${workspace}/${id}`;
    if (user !== undefined && !names.has(keyOf(user))) {
      const access = await workspaces.access(workspace);
      names.set(keyOf(user), access.kind === 'access' ? await ask(access.client, user) : user);
      const oldest = names.size > MOST ? names.keys().next().value : undefined;
      if (oldest !== undefined) names.delete(oldest);
    }
    return other => names.get(keyOf(other)) ?? other;
  };
}

async function ask(client: webApi.WebClient, user: string): Promise<string> {
  try {
    const { user: found } = await client.users.info({ user });
    return found?.profile?.display_name || found?.real_name || found?.name || user;
  } catch {
    // A name is a nicety: no scope or no answer must not hold up an event.
    return user;
  }
}
