// Makes secrets of the real shapes from parts, the same ones at every run, so that none stands in a file.

const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const UPPER = LOWER.toUpperCase();
const DIGITS = '0123456789';

export const HEX = `${DIGITS}abcdef`;
export const ALNUM = UPPER + LOWER + DIGITS;
export const BASE64 = `${ALNUM}+/`;
export const BASE64URL = `${ALNUM}-_`;
export const CAPITALS = UPPER + DIGITS;
export const SMALL = LOWER + DIGITS;
export const NUMERIC = DIGITS;

/** `length` characters of `set`, by a generator of fixed seed (the constants of Numerical Recipes). */
export function made(length: number, set: string = ALNUM, variant = 0): string {
  let seed = length * 31 + set.length + variant * 7919;
  const next = (): string => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return set.charAt(Math.floor((seed / 2 ** 32) * set.length));
  };
  return Array.from({ length }, next).join('');
}

/** Passwords as people choose them. */
export const PASSWORDS: readonly string[] = [
  ['Tr0ub4', 'dor&3'],
  ['hunt', 'er2-Zebra!'],
  ['blue-Ket', 'tle_fSusD'],
  ['p@ss', 'W0rd.4711'],
  ['S3cr', '3t#Passw0rd'],
  ['xK7', 'qRtz!'],
  ['mon', 'key-42-Jazz'],
].map(parts => parts.join(''));

export const [PASSWORD = ''] = PASSWORDS;

export const guid = (): string => [8, 4, 4, 4, 12].map(length => made(length, HEX)).join('-');

export const base64 = (text: string): string => Buffer.from(text).toString('base64');

export const jwt = (): string =>
  [
    { alg: 'RS256', kid: made(8) },
    { sub: made(10), exp: 1_790_000_000 },
  ]
    .map(part => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .concat(made(86, BASE64URL))
    .join('.');

/** The lines of a key between its armour; the last one is shorter. */
export const keyLines = (count = 6): readonly string[] =>
  Array.from({ length: count }, (_, i) => made(i === count - 1 ? 44 : 64, BASE64, i));

/** The first line of a PEM file, or its last. */
export const armour = (edge: 'BEGIN' | 'END', what: string): string =>
  `${'-'.repeat(5)}${edge} ${what}${'-'.repeat(5)}`;

export const pem = (what: string, separator = '\n'): string =>
  [armour('BEGIN', what), ...keyLines(), armour('END', what)].join(separator);
