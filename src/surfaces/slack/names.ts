// What people are called: asked of Slack once for each, and kept for a while.
import type { webApi } from '@slack/bolt';

/** More people than this in one process are forgotten, the oldest first. */
const MOST = 5_000;

/** Gives a function that knows the name of the one asked about; a name that cannot be had is the id. */
export type Names = (user: string | undefined) => Promise<(user: string) => string>;

export function createNames(client: webApi.WebClient): Names {
  const names = new Map<string, string>();
  return async user => {
    if (user !== undefined && !names.has(user)) {
      names.set(user, await ask(client, user));
      const oldest = names.size > MOST ? names.keys().next().value : undefined;
      if (oldest !== undefined) names.delete(oldest);
    }
    return other => names.get(other) ?? other;
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
