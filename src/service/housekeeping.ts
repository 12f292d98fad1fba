// What is forgotten by itself, once an hour: keys of finished work, Teams' references, and threads past their retention.

/** Messages that wait for a form's submission; see looks.ts. */
export const KEPT = 'kept/';

/** What can forget; each drops what is older than a time in milliseconds since 1970. */
export type Forgetful = {
  readonly queue: { readonly sweep: (before: number) => Promise<number> };
  readonly references: { readonly sweep: (prefix: string, before: number) => Promise<void> };
  readonly forgetBefore: (before: number) => Promise<number>;
};

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Platforms deliver an event again for some hours at most; a key older than this meets no repeat. */
const FINISHED_DAYS = 2;

/** Answers that Teams may ask for again; see the list of references in surfaces/teams. */
const TURN_DAYS = 1;

/** States of installations that were used: they would be refused for their age after ten minutes anyway. */
export const STATE_PREFIX = 'slack-state/';
const STATE_DAYS = 1;

/** design: threads are kept for half a year, then only counts remain. */
export const RETENTION_DAYS = 180;

/** One round. Returns how many threads were forgotten. */
export async function keepHouse(forgetful: Forgetful, now: number, retentionDays = RETENTION_DAYS): Promise<number> {
  const daysAgo = (days: number): number => now - days * DAY_MS;
  await forgetful.queue.sweep(daysAgo(FINISHED_DAYS));
  await forgetful.references.sweep('turn/', daysAgo(TURN_DAYS));
  await forgetful.references.sweep(STATE_PREFIX, daysAgo(STATE_DAYS));
  await forgetful.references.sweep(KEPT, daysAgo(TURN_DAYS));
  await forgetful.references.sweep('card/', daysAgo(retentionDays));
  return forgetful.forgetBefore(daysAgo(retentionDays));
}

/** Now and every hour, never two rounds at once; returns what ends it, when the round under way is through. */
export function startHousekeeping(round: () => Promise<unknown>, onError: (error: unknown) => void) {
  let running: Promise<void> | undefined;
  const run = (): void => {
    running ??= round()
      .then(() => undefined, onError)
      .finally(() => {
        running = undefined;
      });
  };
  run();
  const timer = setInterval(run, HOUR_MS);
  timer.unref();
  return async (): Promise<void> => {
    clearInterval(timer);
    await running;
  };
}
