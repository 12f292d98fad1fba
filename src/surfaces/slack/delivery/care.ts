// Every call that a delivery makes goes through here: what Slack slowed down waits, and what it refuses is told once.
import type { Delivery, Fault } from '../../surface.ts';
import { faultOf } from '../fault.ts';

/** Slack counts by method, and messages by channel as well: what is slowed down here holds up nothing elsewhere. */
export type Called = { readonly method: string; readonly channel: string };
export type Care = <T extends Outcome>(called: Called, act: () => Promise<T>) => Promise<T | Refused>;

type Refused = Extract<Delivery, { kind: 'fault' }>;
/** A call may find a fault by itself, at a response_url for example. */
type Outcome = Delivery | { readonly kind: 'found' } | undefined;

type Caring = { readonly warn: (message: string) => void; readonly now: () => number };

/** Slack takes about one message a second in a channel: those that wait come back one after the other. docs:apis/web-api/rate-limits */
const SPACING_MS = 1_000;

/** The same cause is told again after so long, should nobody have mended it. */
const REMIND_MS = 24 * 3_600_000;

/** Causes and brakes remembered; with more, the oldest are forgotten. */
const MOST = 1_000;

export function createCare({ warn, now }: Caring): Care {
  const brakes = new Map<string, { readonly until: number; held: number }>();
  const told = new Map<string, number>();
  const held = (key: string): Fault | undefined => {
    const brake = brakes.get(key);
    if (!brake || brake.until <= now()) return undefined;
    const retryAfterMs = brake.until - now() + SPACING_MS * ++brake.held;
    return { kind: 'rate-limited', retryAfterMs };
  };
  const tell = (fault: Fault, { method, channel }: Called): void => {
    if (fault.kind !== 'refused') return;
    const cause = `${fault.code} ${channel}`;
    if (now() - (told.get(cause) ?? Number.NEGATIVE_INFINITY) < REMIND_MS) return;
    keep(told, cause, now());
    warn(`Slack refuses ${method} in ${channel} (${fault.code}). ${fault.remedy ?? 'Its documentation says why'}.`);
  };
  return async (called, act) => {
    const key = `${called.method} ${called.channel}`;
    const waiting = held(key);
    if (waiting) return { kind: 'fault', fault: waiting };
    const outcome = await attempt(act);
    if (outcome?.kind !== 'fault') return outcome;
    if (outcome.fault.kind === 'rate-limited')
      keep(brakes, key, { until: now() + outcome.fault.retryAfterMs, held: 0 });
    tell(outcome.fault, called);
    return outcome;
  };
}

/** The one place where what the Web API throws becomes a Fault; bugs fly on. */
async function attempt<T extends Outcome>(act: () => Promise<T>): Promise<T | Refused> {
  try {
    return await act();
  } catch (error) {
    const fault = faultOf(error);
    if (!fault) throw error;
    return { kind: 'fault', fault };
  }
}

function keep<T>(kept: Map<string, T>, key: string, value: T): void {
  kept.delete(key);
  kept.set(key, value);
  const oldest = kept.size > MOST ? kept.keys().next().value : undefined;
  if (oldest !== undefined) kept.delete(oldest);
}
