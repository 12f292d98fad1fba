// The time to redact grows with the length of the text and no faster, for every rule's worst case.
import { describe, expect, it } from 'vitest';
import { redact } from '../../src/redaction/redact.ts';
import { RULES } from '../../src/redaction/rules.ts';
import { textOf } from './example.ts';
import { EXAMPLES } from './examples.ts';
import { armour } from './made.ts';

const SHORT = 1 << 12;

const TIMES = 8;

/** Eight times the text may take this much longer; quadratic growth would be 64. Noise of a shared machine is within it. */
const MOST_GROWTH = 30;

/** Below this a measurement is noise; a quadratic pattern takes longer. */
const NOISE_MS = 15;

const fill = (piece: string, length: number): string => piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

/** Processor time, so that others on the machine do not count. */
const milliseconds = (text: string): number => {
  const before = process.cpuUsage();
  redact(text);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};

/** The best of three, for a pause of the collector is no property of the pattern. */
const best = (text: string): number => Math.min(milliseconds(text), milliseconds(text), milliseconds(text));

/** The whole piece at least, so that both texts are of the same stuff. */
const shortOf = (piece: string): number => Math.max(SHORT, piece.length);

const ratio = (piece: string): number =>
  best(fill(piece, TIMES * shortOf(piece))) / Math.max(best(fill(piece, shortOf(piece))), 0.1);

/** Measured again when it looks bad: a slow pattern is slow every time. */
const growth = (piece: string): number =>
  milliseconds(fill(piece, TIMES * shortOf(piece))) < NOISE_MS ? 1 : Math.min(ratio(piece), ratio(piece));

const characters = [...' \n\t.,:;=-_@/\\|"\'`<>()[]{}$%&?!#*+~aA0'].map(
  character => [JSON.stringify(character), character] as const,
);

/** Where patterns start over: names without a value, openings without an end, runs that nearly match. */
const openings = [
  'password',
  'password=',
  'password="',
  'password is ',
  'password a b c d e f ',
  'changed the password ',
  'token=$',
  'secret key    ',
  '--password ',
  '--a-',
  'docker login ',
  'mysql -u ',
  'curl -u ',
  'curl -u a:',
  '://a:b',
  '://a',
  'https://a:b@',
  '?token=',
  '&a.b.c.',
  'sig=',
  'Cookie: ',
  'a=b; ',
  'bearer ',
  'basic ',
  'eyJ',
  'eyJabcdef.',
  'eyJa_eyJ',
  'LS0tLS1CRUdJTi',
  armour('BEGIN', 'PRIVATE KEY'),
  `${armour('BEGIN', 'PRIVATE KEY')}\n${'A'.repeat(16)}\n`,
  'map[',
  'map[token:',
  'vault write ',
  'kind: Secret\ndata:\n a: b\n',
  'echo "aaaa" | ',
  'alter user ',
  'a1! as ',
  "'a' 'b ",
  '| token ',
  ',token\n',
  'name: TOKEN value: ',
  'kty "d":"',
  'AKIA',
  'ghp_',
  'sk-',
  'xoxb-',
  'hf_',
  'abc8Q~',
  'pat.aaaaaaaaaaaaaaaa.',
  '/_/A/a',
  'token=a-1-1-1',
  'token=a.b.c(',
  '[redacted:',
];

/** What a check could trip over: values that go on in the same way and then end in another. */
const values = [
  'a',
  'A',
  '0',
  '-',
  '.',
  '/',
  'aA',
  'a.',
  'a-1',
  'a_',
  'A_',
  '1.',
  'a::',
  '{{',
  '\uffff',
  'x.y(',
  "a'",
  '@a.',
].flatMap(unit => [unit.repeat(40), `${unit.repeat(140)}!`]);

describe('redaction is linear', () => {
  it.each(values)('in values like %j', value => {
    expect(growth(`password: ${value}\ntoken=${value}\nmy secret is ${value} so\n`)).toBeLessThan(MOST_GROWTH);
  });

  it.each(characters)('in a run of %s', (_, character) => {
    expect(growth(character)).toBeLessThan(MOST_GROWTH);
  });

  it.each(openings)('in a run of %j', opening => {
    expect(growth(opening)).toBeLessThan(MOST_GROWTH);
  });

  it.each([...new Set(RULES.flatMap(rule => rule.keywords))])('in a run of the keyword %j', keyword => {
    expect(growth(keyword)).toBeLessThan(MOST_GROWTH);
    expect(growth(`${keyword} `)).toBeLessThan(MOST_GROWTH);
  });

  it.each(EXAMPLES.map(({ kind, near }) => [kind, near] as const))('in a run of what resembles a %s', (_, near) => {
    expect(growth(`${near} `)).toBeLessThan(MOST_GROWTH);
  });

  it('in a run of every secret', () => {
    expect(growth(EXAMPLES.map(textOf).join('\n\n'))).toBeLessThan(MOST_GROWTH);
  });
});
