// Who lately wrote or pressed something in a channel or chat: their clients fetch a card anew when they show it.
import { LIMITS } from './limits.ts';

/** Only a help beside the updates of a card, so it is not kept beyond the process; the quietest channels fall out. */
const MOST_CHANNELS = 1_000;

export type Viewers = {
  readonly saw: (channel: string, account: string) => void;
  /** The latest first. */
  readonly of: (channel: string) => readonly string[];
};

export function createViewers(): Viewers {
  const channels = new Map<string, readonly string[]>();
  return {
    saw: (channel, account) => {
      const known = channels.get(channel) ?? [];
      channels.delete(channel);
      channels.set(channel, [account, ...known.filter(one => one !== account)].slice(0, LIMITS.viewers));
      const quietest = channels.size > MOST_CHANNELS ? channels.keys().next().value : undefined;
      if (quietest !== undefined) channels.delete(quietest);
    },
    of: channel => channels.get(channel) ?? [],
  };
}
