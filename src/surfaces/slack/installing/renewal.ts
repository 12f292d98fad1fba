// Token rotation: a token that ends is exchanged before it does, once, and the new one is saved before it is used.
import type { webApi } from '@slack/bolt';
import { z } from 'zod';
import type { Fault } from '../../surface.ts';
import { faultOf } from '../fault.ts';
import { encode, type Installation } from './installation.ts';
import type { Found, Held, Keeper } from './keeper.ts';

/** Tokens live for twelve hours; Slack's own library renews them in the last two (@slack/oauth, install-provider). */
const RENEW_BEFORE_MS = 2 * 3_600_000;
/** After a failure: a busy channel must not ask Slack at every message. */
const PAUSE_MS = 60_000;

export type OAuthApp = { readonly clientId: string; readonly clientSecret: string };

export type RenewalOptions = {
  readonly keeper: Keeper;
  readonly app: OAuthApp;
  /** Without a token: the app's own secret speaks for it. */
  readonly client: webApi.WebClient;
  readonly now: () => number;
  readonly log: { readonly error: (message: string) => void };
};

type Exchanged = { readonly kind: 'exchanged'; readonly installation: Installation };
type Failed = { readonly kind: 'fault'; readonly fault: Fault };

export class Renewal {
  readonly #options: RenewalOptions;
  readonly #underWay = new Map<string, Promise<Found>>();
  /** What Slack gave and the store did not take yet, by the mark of what it replaces: it is not given twice. */
  readonly #unsaved = new Map<string, Exchanged>();
  readonly #pauses = new Map<string, { readonly mark: string; readonly until: number; readonly fault: Fault }>();

  constructor(options: RenewalOptions) {
    this.#options = options;
  }

  /** The installation of a workspace, with a token that may be used now. */
  async current(workspace: string): Promise<Found> {
    const found = await this.#options.keeper.find(workspace);
    if (found.kind === 'fault' || !this.#isDue(found.installation)) return found;
    const running =
      this.#underWay.get(workspace) ?? this.#renew(workspace).finally(() => this.#underWay.delete(workspace));
    this.#underWay.set(workspace, running);
    return running;
  }

  #isDue({ renewal }: Installation): boolean {
    return renewal !== undefined && renewal.expiresAt - this.#options.now() < RENEW_BEFORE_MS;
  }

  async #renew(workspace: string): Promise<Found> {
    const held = await this.#options.keeper.read(workspace); // somebody may have renewed it since it was remembered
    if (held.kind === 'fault' || !this.#isDue(held.installation)) return held;
    const pause = this.#pauses.get(workspace);
    if (pause?.mark === held.mark && this.#options.now() < pause.until) return this.#usable(held, pause.fault);
    const exchanged = this.#unsaved.get(held.mark) ?? (await exchange(held.installation, this.#options));
    if (exchanged.kind === 'fault') return this.#failed(workspace, held, exchanged.fault);
    return this.#save(workspace, held, exchanged);
  }

  async #save(workspace: string, held: Held, exchanged: Exchanged): Promise<Found> {
    const { keeper } = this.#options;
    this.#unsaved.set(held.mark, exchanged);
    const isSaved = await keeper.replace(workspace, held, exchanged.installation);
    this.#unsaved.delete(held.mark);
    this.#pauses.delete(workspace);
    const latest = await keeper.read(workspace);
    // It does not take the place of what was installed anew, nor bring back what was removed; a new seal changes the mark only.
    if (isSaved || latest.kind === 'fault' || !isSame(latest, held)) return latest;
    return this.#save(workspace, latest, exchanged);
  }

  async #failed(workspace: string, held: Held, fault: Fault): Promise<Found> {
    const { keeper, now, log } = this.#options;
    const latest = await keeper.read(workspace);
    if (latest.kind === 'fault' || latest.mark !== held.mark) return latest; // another process was faster
    this.#pauses.set(workspace, { mark: held.mark, until: now() + PAUSE_MS, fault });
    log.error(complaint(workspace, fault));
    return this.#usable(held, fault);
  }

  /** A token that was not renewed serves until it ends. */
  #usable(held: Held, fault: Fault): Found {
    const { renewal } = held.installation;
    return renewal && this.#options.now() < renewal.expiresAt ? held : { kind: 'fault', fault };
  }
}

const isSame = (one: Held, other: Held): boolean => encode(one.installation) === encode(other.installation);

const complaint = (workspace: string, fault: Fault): string => {
  const what = `The token of Slack workspace ${workspace} was not renewed`;
  if (fault.kind !== 'refused') return `${what}: Slack could not be asked. It is tried again.`;
  return `${what}: Slack refused it (${fault.code}). Install Locksmith there again at /slack/install.`;
};

/** https://docs.slack.dev/authentication/using-token-rotation: the old refresh token ends with its use. */
const answer = z.object({ access_token: z.string().min(1), refresh_token: z.string().min(1), expires_in: z.number() });

async function exchange(installation: Installation, { app, client, now }: RenewalOptions): Promise<Exchanged | Failed> {
  try {
    const read = answer.safeParse(
      await client.oauth.v2.access({
        client_id: app.clientId,
        client_secret: app.clientSecret,
        grant_type: 'refresh_token',
        refresh_token: installation.renewal?.refreshToken ?? '',
      }),
    );
    if (!read.success) return { kind: 'fault', fault: { kind: 'refused', code: 'no_token' } };
    const { access_token: token, refresh_token: refreshToken, expires_in: seconds } = read.data;
    const renewal = { refreshToken, expiresAt: now() + seconds * 1000 };
    return { kind: 'exchanged', installation: { ...installation, token, renewal } };
  } catch (error) {
    const fault = faultOf(error);
    if (!fault) throw error;
    return { kind: 'fault', fault };
  }
}
