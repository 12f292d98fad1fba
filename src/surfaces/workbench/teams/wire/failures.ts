// Misfortune to order, for tests: what the next calls of the app are answered with instead of being done.

/** `path` is a part of the call's path, unset any; `times` unset means once. */
export type Failure = {
  readonly status: number;
  readonly path?: string;
  readonly times?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
};

export type Failures = {
  readonly add: (failure: Failure) => void;
  /** The failure that this call meets, if any; counts it. */
  readonly meet: (path: string) => Failure | undefined;
};

export function createFailures(): Failures {
  const waiting: { readonly failure: Failure; left: number }[] = [];
  return {
    add: failure => void waiting.push({ failure, left: failure.times ?? 1 }),
    meet: path => {
      const next = waiting.find(({ failure, left }) => left > 0 && path.includes(failure.path ?? ''));
      if (!next) return undefined;
      next.left -= 1;
      return next.failure;
    },
  };
}
