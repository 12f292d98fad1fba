// Cuts a text into words.
import { type Characters, createCharacters } from './characters.ts';
import { unwrap } from './unwrap.ts';
import { Words } from './words.ts';

/** What a character is to a word: nothing, a letter or digit, an apostrophe, or what joins the words of a code. */
const OUTSIDE = 0;
const LETTER = 1;
const APOSTROPHE = 2;
const GLUE = 3;

/** The words of a text, in place of those that were there. */
export function cut({ units, length }: Characters, words: Words): void {
  words.clear();
  let before = -1;
  for (let at = 0; at < length; at++) {
    if (kindAt(units, at) !== LETTER) continue;
    const start = at;
    let hash = HASH_OF_NOTHING;
    do {
      hash = Math.imul(hash ^ (units[at++] ?? 0), HASH_FACTOR);
    } while (kindAt(units, at) === LETTER || (kindAt(units, at) === APOSTROPHE && kindAt(units, at + 1) === LETTER));
    words.add(start, at, before >= 0 && isGlue(units, before, start), hash);
    before = at;
  }
}

/** Those of FNV-1a. */
const HASH_OF_NOTHING = 0x811c9dc5;
const HASH_FACTOR = 0x01000193;

const charactersOf = createCharacters();
const words = new Words();

/** Words of a phrase as an index holds them: lower case, without apostrophes. */
export function wordsOf(phrase: string): string[] {
  const shown = unwrap(phrase);
  cut(charactersOf(shown), words);
  const found: string[] = [];
  for (let word = 0; word < words.count; word++) found.push(plain(shown.slice(words.start(word), words.end(word))));
  return found;
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

const kindAt = (units: Uint16Array, at: number): number => KIND[units[at] ?? 0] ?? OUTSIDE;

/** `_`, `-`, `.`, `:` and `/` join the words of a code; white space and quotes part them. */
function isGlue(units: Uint16Array, from: number, to: number): boolean {
  if (to - from > 2) return false;
  for (let at = from; at < to; at++) if (kindAt(units, at) !== GLUE) return false;
  return true;
}
