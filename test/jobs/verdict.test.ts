import { describe, expect, it } from 'vitest';
import { MOST_ATTEMPTS, MOST_ATTEMPTS_OF_A_BUG } from '../../src/jobs/back-off.ts';
import { type Verdict, verdict, verdictOnBug, type Worked } from '../../src/jobs/verdict.ts';

describe('what becomes of a job', () => {
  const cases: readonly { name: string; worked: Worked; attempts: number; expected: Verdict }[] = [
    { name: 'is finished when it was done', worked: { kind: 'done' }, attempts: 1, expected: { kind: 'finish' } },
    {
      name: 'is left alone when the commit finished it',
      worked: { kind: 'finished-already' },
      attempts: 1,
      expected: { kind: 'leave' },
    },
    {
      name: 'is buried when the handler gives up',
      worked: { kind: 'give-up', reason: 'gone' },
      attempts: 1,
      expected: { kind: 'bury', reason: 'gone' },
    },
    {
      name: 'is tried again by back-off',
      worked: { kind: 'retry', reason: 'unreachable' },
      attempts: 3,
      expected: { kind: 'retry', afterMs: 4_000, reason: 'unreachable' },
    },
    {
      name: 'is tried again when the platform said',
      worked: { kind: 'retry', reason: 'rate-limited', afterMs: 30_000 },
      attempts: 1,
      expected: { kind: 'retry', afterMs: 30_000, reason: 'rate-limited' },
    },
    {
      name: 'is buried after the most attempts, even if the platform would have it come again',
      worked: { kind: 'retry', reason: 'rate-limited', afterMs: 30_000 },
      attempts: MOST_ATTEMPTS,
      expected: { kind: 'bury', reason: 'rate-limited' },
    },
  ];
  for (const { name, worked, attempts, expected } of cases) {
    it(name, () => expect(verdict(worked, attempts, 0)).toEqual(expected));
  }

  it('is tried again after a bug, and buried sooner than after a fault', () => {
    expect(verdictOnBug(new TypeError(), 1, 0)).toEqual({ kind: 'retry', afterMs: 1_000, reason: 'bug: TypeError' });
    expect(verdictOnBug(new TypeError(), MOST_ATTEMPTS_OF_A_BUG, 0)).toEqual({
      kind: 'bury',
      reason: 'bug: TypeError',
    });
  });

  it('keeps nothing of what an error says, for that may be what somebody wrote', () => {
    expect(JSON.stringify(verdictOnBug(new Error('pasted text'), 1, 0))).not.toContain('pasted');
    expect(verdictOnBug('pasted text', 1, 0)).toMatchObject({ reason: 'bug: string' });
  });
});
