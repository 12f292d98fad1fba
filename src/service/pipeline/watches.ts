// How channels are listened to where a maintainer said so: kept in the store, and at hand for every message.
import type { Watch } from '../../conversation/turn.ts';
import type { Leaving } from '../../store/installations/leaving.ts';
import type { Channel, Watched } from '../../store/watch-rows.ts';

export type Watches = {
  readonly of: (channel: Channel) => Watch | undefined;
  /** Those of a workspace, by the channel's id. */
  readonly all: (at: Leaving) => ReadonlyMap<string, Watch>;
  readonly set: (watched: Watched) => void;
  /** A workspace is gone. */
  readonly forget: (leaving: Leaving) => void;
};

export function createWatches(kept: readonly Watched[]): Watches {
  const known = new Map<string, Watched>();
  const set = (watched: Watched): void => {
    if (watched.watch) known.set(keyOf(watched.channel), watched);
    else known.delete(keyOf(watched.channel));
  };
  kept.forEach(set);
  return {
    of: channel => known.get(keyOf(channel))?.watch,
    all: at => {
      const there = [...known.values()].filter(({ channel }) => isIn(channel, at));
      return new Map(there.flatMap(({ channel, watch }) => (watch ? [[channel.channel, watch]] : [])));
    },
    set,
    forget: leaving => {
      for (const [key, { channel }] of known) if (isIn(channel, leaving)) known.delete(key);
    },
  };
}

const isIn = (channel: Channel, { surface, workspace }: Leaving): boolean =>
  channel.surface === surface && channel.workspace === workspace;

const keyOf = ({ surface, workspace, channel }: Channel): string => `${surface}/${workspace}/${channel}`;
