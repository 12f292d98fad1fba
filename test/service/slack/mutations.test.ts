// Payloads that are not as they should be: fields missing, of another type, unknown. Nothing falls over, and Slack is told so.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fixture, type Payload, startRunning } from './running.ts';

const NAMES = readdirSync(join(import.meta.dirname, '../../fixtures/slack')).map(file => file.replace(/\.json$/, ''));
/** 1,500 of each ran clean once; these few keep it so. */
const RUNS = 200;
const LONG_MS = 60_000;

/** What may stand where something else is expected; undefined: nothing at all. */
const ODD: readonly unknown[] = [
  undefined,
  null,
  '',
  'message',
  -1,
  1e300,
  true,
  [],
  [null],
  {},
  { id: 7 },
  ['a'],
  '1.1',
  'U1',
];

/** Every place in a payload, as its keys from the top. */
function placesIn(value: unknown, at: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [[...at, key], ...placesIn(inner, [...at, key])]);
}

function put(value: unknown, [key, ...rest]: readonly string[], odd: unknown): unknown {
  if (key === undefined) return odd;
  if (Array.isArray(value)) return value.map((one, i) => (String(i) === key ? put(one, rest, odd) : one));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]) => {
      const next = name === key ? put(inner, rest, odd) : inner;
      return next === undefined ? [] : [[name, next]];
    }),
  );
}

/** A captured payload with one to three places spoilt; its kind stays, since that is how Slack would send it. */
const spoilt = fc.constantFrom(...NAMES).chain(name => {
  const whole = fixture(name);
  const places = placesIn(whole).filter(([top]) => top !== 'type' && top !== 'command');
  const wrong = fc.tuple(fc.constantFrom(...places), fc.constantFrom(...ODD));
  return fc.array(wrong, { minLength: 1, maxLength: 3 }).map(wrongs => ({
    name,
    payload: wrongs.reduce<Payload>((payload, [place, odd]) => Object(put(payload, place, odd)), whole),
  }));
});

it.each(['http', 'socket'] as const)(
  'answers whatever comes, and goes on, by %s',
  { timeout: LONG_MS },
  async transport => {
    const running = await startRunning(transport);
    const property = fc.asyncProperty(spoilt, async ({ payload }) => running.send(payload));
    await fc.assert(property, { numRuns: RUNS, endOnFailure: true });
    const body = fixture('message-im');
    await running.send({ ...body, event: { ...Object(body['event']), ts: '9999.000100' } });
    await running.posted('9999.000100');
    expect(running.lines.filter(line => line.includes('by a bug'))).toEqual([]);
  },
);
