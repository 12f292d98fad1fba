// What Slack lends an app for a short time: trigger ids that open one form, and response URLs for up to five answers.

import { LIFETIMES } from '../limits.ts';
import type { Ids } from './ids.ts';

/** Who clicked or typed, and in which browser tab, so that a form opens there and nowhere else. */
export type Actor = { readonly person: string; readonly client: string };

export type Trigger = Actor & { readonly view?: string };

/** Where answers to an interaction go. `message` is what was clicked, or the last answer given. */
export type ReturnPath = { readonly channel: string; readonly person: string; readonly message?: string };

export type Taken<Value> =
  | { readonly kind: 'good'; readonly value: Value }
  | { readonly kind: 'unknown' | 'used' | 'expired' };

export type Loans = {
  readonly trigger: (trigger: Trigger) => string;
  readonly takeTrigger: (id: string) => Taken<Trigger>;
  readonly returnPath: (path: ReturnPath) => string;
  /** Counts one use. */
  readonly takeReturnPath: (id: string) => Taken<ReturnPath>;
  readonly moveReturnPath: (id: string, message: string) => void;
};

export function createLoans(ids: Ids, now: () => number): Loans {
  const triggers = createShelf<Trigger>(now, LIFETIMES.triggerMs, 1);
  const paths = createShelf<ReturnPath>(now, LIFETIMES.responseUrlMs, LIFETIMES.responseUrlUses);
  return {
    trigger: value => triggers.lend(`${ids.id('')}.${ids.id('')}`, value),
    takeTrigger: triggers.take,
    returnPath: value => paths.lend(ids.id('R'), value),
    takeReturnPath: paths.take,
    moveReturnPath: (id, message) => paths.change(id, path => ({ ...path, message })),
  };
}

type Lent<Value> = { value: Value; readonly until: number; uses: number };

function createShelf<Value>(now: () => number, lifetimeMs: number, uses: number) {
  const lent = new Map<string, Lent<Value>>();
  return {
    lend: (id: string, value: Value): string => {
      for (const [old, loan] of lent) if (loan.until < now() - lifetimeMs) lent.delete(old);
      lent.set(id, { value, until: now() + lifetimeMs, uses });
      return id;
    },
    take: (id: string): Taken<Value> => {
      const loan = lent.get(id);
      if (!loan) return { kind: 'unknown' };
      if (loan.uses === 0) return { kind: 'used' };
      if (loan.until < now()) return { kind: 'expired' };
      loan.uses -= 1;
      return { kind: 'good', value: loan.value };
    },
    change: (id: string, with_: (value: Value) => Value): void => {
      const loan = lent.get(id);
      if (loan) loan.value = with_(loan.value);
    },
  };
}
