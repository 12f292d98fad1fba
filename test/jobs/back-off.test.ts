import { describe, expect, it } from 'vitest';
import { MOST_ATTEMPTS, MOST_ATTEMPTS_OF_A_BUG, nextAttempt } from '../../src/jobs/back-off.ts';

const delay = (attempts: number, random?: number) => {
  const next = nextAttempt(attempts, random);
  return next.kind === 'retry' ? next.delayMs : undefined;
};

describe('the next attempt', () => {
  const cases = [
    { attempts: 1, delayMs: 1_000 },
    { attempts: 2, delayMs: 2_000 },
    { attempts: 9, delayMs: 256_000 },
    { attempts: 10, delayMs: 300_000 },
    { attempts: MOST_ATTEMPTS - 1, delayMs: 300_000 },
    { attempts: MOST_ATTEMPTS, delayMs: undefined },
    { attempts: MOST_ATTEMPTS + 1, delayMs: undefined },
  ];
  for (const { attempts, delayMs } of cases) {
    it(`comes ${delayMs === undefined ? 'never' : `${delayMs} ms`} after attempt ${attempts}`, () => {
      expect(delay(attempts)).toBe(delayMs);
    });
  }

  it('comes up to a quarter sooner by chance, and never at once', () => {
    expect(delay(1, 0.5)).toBe(875);
    expect(delay(1, 1)).toBe(750);
  });

  it('is given up after close to an hour, and for a bug after some seconds', () => {
    const total = (most: number) =>
      Array.from({ length: most - 1 }, (_, index) => delay(index + 1) ?? 0).reduce((a, b) => a + b);
    expect(total(MOST_ATTEMPTS)).toBe(3_511_000);
    expect(total(MOST_ATTEMPTS_OF_A_BUG)).toBe(15_000);
  });
});
