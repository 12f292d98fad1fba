// Cuts a text into words.
import { unwrap } from './unwrap.ts';

/** What a character is to a word: nothing, a letter or digit, an apostrophe, or what joins the words of a code. */
const OUTSIDE = 0;
const LETTER = 1;
const APOSTROPHE = 2;
const GLUE = 3;

/** `glued`: nothing but code punctuation before the word (`invalid_grant`). */
type OnWord = (start: number, end: number, glued: boolean) => void;

export function cut(shown: string, onWord: OnWord): void {
  const { length } = shown;
  let end = -1;
  for (let at = 0; at < length; at++) {
    if (KIND[shown.charCodeAt(at)] !== LETTER) continue;
    const start = at;
    at = wordEnd(shown, start);
    onWord(start, at, end >= 0 && isGlue(shown, end, start));
    end = at;
  }
}

function wordEnd(shown: string, start: number): number {
  const { length } = shown;
  for (let at = start + 1; at < length; at++) {
    const kind = KIND[shown.charCodeAt(at)];
    if (kind !== LETTER && !(kind === APOSTROPHE && kindAt(shown, at + 1) === LETTER)) return at;
  }
  return length;
}

/** Words of a phrase as an index holds them: lower case, without apostrophes. */
export function wordsOf(phrase: string): string[] {
  const words: string[] = [];
  const shown = unwrap(phrase);
  cut(shown, (start, end) => words.push(plain(shown.slice(start, end))));
  return words;
}

/** Lower case, without apostrophes. */
export function plain(written: string): string {
  const lower = written.toLowerCase();
  return lower.includes("'") || lower.includes('’') ? lower.replaceAll(/['’]/g, '') : lower;
}

/** `InvalidGrant` and `ExpiredTokenException` in their parts, lower case; a word without inner capitals is one part. */
export const camelParts = (word: string): string[] =>
  word
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(part => part !== '');

/** Beyond the end there is nothing. */
const kindAt = (shown: string, at: number): number =>
  at < shown.length ? (KIND[shown.charCodeAt(at)] ?? OUTSIDE) : OUTSIDE;

/** Latin, Greek, Cyrillic and further letters and digits; not punctuation, symbols or emoji. */
const LETTERS: readonly (readonly [from: string, to: string])[] = [
  ['0', '9'],
  ['A', 'Z'],
  ['a', 'z'],
  ['À', 'Ö'],
  ['Ø', 'ö'],
  ['ø', '\u1fff'],
  ['\u3040', '\ud7ff'],
];

const KIND = kinds();

function kinds(): Uint8Array {
  const kind = new Uint8Array(0x1_0000);
  for (const [from, to] of LETTERS) kind.fill(LETTER, from.charCodeAt(0), to.charCodeAt(0) + 1);
  for (const apostrophe of "'’") kind[apostrophe.charCodeAt(0)] = APOSTROPHE;
  for (const glue of '_-.:/') kind[glue.charCodeAt(0)] = GLUE;
  return kind;
}

/** `_`, `-`, `.`, `:` and `/` join the words of a code; white space and quotes part them. */
function isGlue(shown: string, from: number, to: number): boolean {
  if (to - from > 2) return false;
  for (let at = from; at < to; at++) if (kindAt(shown, at) !== GLUE) return false;
  return true;
}
