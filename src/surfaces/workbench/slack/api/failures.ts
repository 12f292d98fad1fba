// Misfortune to order, for tests: the next calls are limited, broken, dropped or refused.

/** `method` unset means any; `times` unset means once. */
export type Failure = { readonly method?: string; readonly times?: number } & (
  | { readonly kind: 'rate-limited'; readonly retryAfterSeconds: number }
  | { readonly kind: 'server-error'; readonly status: number }
  | { readonly kind: 'dropped' }
  | { readonly kind: 'refused'; readonly error: string }
);

export type Failures = {
  readonly add: (failure: Failure) => void;
  /** The failure this call meets, if any; counts it. */
  readonly meet: (method: string) => Failure | undefined;
};

export function createFailures(): Failures {
  const waiting: { readonly failure: Failure; left: number }[] = [];
  return {
    add: failure => void waiting.push({ failure, left: failure.times ?? 1 }),
    meet: method => {
      const next = waiting.find(({ failure, left }) => left > 0 && (!failure.method || failure.method === method));
      if (!next) return undefined;
      next.left -= 1;
      return next.failure;
    },
  };
}
