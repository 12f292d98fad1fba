import { describe, expect, it } from 'vitest';
import { type Hours, isOpen } from '../../src/conversation/moves/hours.ts';

const BERLIN: Hours = { from: '09:00', to: '17:30', zone: 'Europe/Berlin', days: ['mon', 'tue', 'wed', 'thu', 'fri'] };
const NIGHT: Hours = { from: '22:00', to: '06:00', zone: 'UTC', days: ['mon'] };

const CASES: readonly (readonly [string, Hours, string, boolean])[] = [
  ['a Monday morning in winter', BERLIN, '2026-11-23T08:00:00Z', true],
  ['the minute before', BERLIN, '2026-11-23T07:59:00Z', false],
  ['the last minute', BERLIN, '2026-11-23T16:29:00Z', true],
  ['closing time itself', BERLIN, '2026-11-23T16:30:00Z', false],
  ['nine o’clock in summer, an hour earlier in UTC', BERLIN, '2026-07-20T07:00:00Z', true],
  ['a Saturday', BERLIN, '2026-11-28T10:00:00Z', false],
  ['Sunday in UTC that is Monday in Auckland', { ...BERLIN, zone: 'Pacific/Auckland' }, '2026-11-22T21:00:00Z', true],
  ['a night shift that began on Monday', NIGHT, '2026-11-24T05:00:00Z', true],
  ['its end', NIGHT, '2026-11-24T06:00:00Z', false],
  ['the night before it', NIGHT, '2026-11-23T05:00:00Z', false],
];

describe('working hours', () => {
  it.each(CASES)('%s', (_, hours, at, open) => {
    expect(isOpen(hours, Date.parse(at))).toBe(open);
  });
});
