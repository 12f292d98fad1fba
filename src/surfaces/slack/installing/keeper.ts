// Installations as the surface knows them: read from the store, remembered for a while, forgotten when they change.
import type { Fault } from '../../surface.ts';
import { decode, encode, type Installation } from './installation.ts';
import { NOT_INSTALLED } from './workspaces.ts';

/** `mark` is of this very state of what is kept: it tells whether somebody changed it since. */
export type Kept =
  | { readonly kind: 'found'; readonly text: string; readonly mark: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'unreadable'; readonly why: string };

/** Where installations are kept, sealed; the text holds tokens. `leave` drops all else that is kept of the workspace too. */
export type Installations = {
  readonly get: (workspace: string) => Promise<Kept>;
  readonly put: (workspace: string, text: string) => Promise<void>;
  readonly replace: (workspace: string, mark: string, text: string) => Promise<boolean>;
  readonly remove: (workspace: string) => Promise<void>;
  readonly leave: (leaving: { readonly surface: string; readonly workspace: string }) => Promise<number>;
};

export type Held = { readonly kind: 'held'; readonly installation: Installation; readonly mark: string };
export type Found = Held | { readonly kind: 'fault'; readonly fault: Fault };

/** What another process changed is seen so late at most. */
const REMEMBERED_MS = 5 * 60_000;

export type Keeper = ReturnType<typeof createKeeper>;

export type KeeperOptions = {
  readonly installations: Installations;
  readonly now: () => number;
  readonly log: { readonly error: (message: string) => void };
};

export function createKeeper({ installations, now, log }: KeeperOptions) {
  const remembered = new Map<string, { readonly held: Held; readonly at: number }>();
  let changes = 0;

  const read = async (workspace: string): Promise<Found> => {
    const changesBefore = changes;
    const kept = await installations.get(workspace);
    if (kept.kind !== 'found') {
      remembered.delete(workspace);
      return kept.kind === 'none' ? NOT_INSTALLED : unreadable(workspace, kept.why);
    }
    const held: Held = { kind: 'held', installation: decode(kept.text), mark: kept.mark };
    // Read before a change and remembered after it, it would outlive its end.
    if (changes === changesBefore) remembered.set(workspace, { held, at: now() });
    return held;
  };

  const unreadable = (workspace: string, why: string): Found => {
    const remedy = 'Add the key that sealed it to LOCKSMITH_ENCRYPTION_KEY, or install Locksmith there again.';
    log.error(`The installation of Slack workspace ${workspace} cannot be read (${why}). ${remedy}`);
    return { kind: 'fault', fault: { kind: 'refused', code: 'installation_unreadable' } };
  };

  const changing = async <T>(workspace: string, change: Promise<T>): Promise<T> => {
    try {
      return await change;
    } finally {
      changes++;
      remembered.delete(workspace);
    }
  };

  return {
    /** As it is kept now. */
    read,
    /** As it is remembered, or kept. */
    find: async (workspace: string): Promise<Found> => {
      const known = remembered.get(workspace);
      return known && now() - known.at < REMEMBERED_MS ? known.held : await read(workspace);
    },
    put: (workspace: string, installation: Installation) =>
      changing(workspace, installations.put(workspace, encode(installation))),
    /** Only if nobody changed it since it was held. */
    replace: (workspace: string, held: Held, installation: Installation) =>
      changing(workspace, installations.replace(workspace, held.mark, encode(installation))),
    remove: (workspace: string) => changing(workspace, installations.remove(workspace)),
    leave: (surface: string, workspace: string) => changing(workspace, installations.leave({ surface, workspace })),
  };
}
