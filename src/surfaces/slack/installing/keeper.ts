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

export type KeeperOptions = {
  readonly installations: Installations;
  readonly now: () => number;
  readonly log: { readonly error: (message: string) => void };
};

export class Keeper {
  readonly #options: KeeperOptions;
  readonly #remembered = new Map<string, { readonly found: Found; readonly at: number }>();
  #changes = 0;

  constructor(options: KeeperOptions) {
    this.#options = options;
  }

  /** As it is remembered, or kept. */
  async find(workspace: string): Promise<Found> {
    const known = this.#remembered.get(workspace);
    return known && this.#options.now() - known.at < REMEMBERED_MS ? known.found : await this.read(workspace);
  }

  /** As it is kept now. */
  async read(workspace: string): Promise<Found> {
    const changesBefore = this.#changes;
    const kept = await this.#options.installations.get(workspace);
    this.#remembered.delete(workspace);
    if (kept.kind === 'none') return NOT_INSTALLED;
    const found = kept.kind === 'found' ? toHeld(kept) : this.#unreadable(workspace, kept.why);
    // Read before a change and remembered after it, it would outlive its end.
    if (this.#changes === changesBefore) this.#remembered.set(workspace, { found, at: this.#options.now() });
    return found;
  }

  put(workspace: string, installation: Installation): Promise<void> {
    return this.#changing(workspace, this.#options.installations.put(workspace, encode(installation)));
  }

  /** Only if nobody changed it since it was held; says whether it was done. */
  replace(workspace: string, { mark }: Held, installation: Installation): Promise<boolean> {
    return this.#changing(workspace, this.#options.installations.replace(workspace, mark, encode(installation)));
  }

  remove(workspace: string): Promise<void> {
    return this.#changing(workspace, this.#options.installations.remove(workspace));
  }

  /** Returns how many threads went with it. */
  leave(surface: string, workspace: string): Promise<number> {
    return this.#changing(workspace, this.#options.installations.leave({ surface, workspace }));
  }

  async #changing<T>(workspace: string, change: Promise<T>): Promise<T> {
    try {
      return await change;
    } finally {
      this.#changes++;
      this.#remembered.delete(workspace);
    }
  }

  #unreadable(workspace: string, why: string): Found {
    const remedy = 'Add the key that sealed it to LOCKSMITH_ENCRYPTION_KEY, or install Locksmith there again.';
    this.#options.log.error(`The installation of Slack workspace ${workspace} cannot be read (${why}). ${remedy}`);
    return { kind: 'fault', fault: { kind: 'refused', code: 'installation_unreadable' } };
  }
}

const toHeld = ({ text, mark }: Extract<Kept, { kind: 'found' }>): Held => ({
  kind: 'held',
  installation: decode(text),
  mark,
});
