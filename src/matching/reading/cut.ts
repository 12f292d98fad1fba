// Cuts a text into words, each with what is known of its spelling.
import { unwrap } from './unwrap.ts';

/**
 * A word: where it stands in the text, and what `spell` made of the way it is written. `glued`: nothing but code punctuation
 * before it (`invalid_grant`).
 */
export type Word<Spelling> = {
  readonly spelling: Spelling;
  readonly start: number;
  readonly end: number;
  readonly glued: boolean;
};

/** What a character is to a word: nothing, a letter or digit, an apostrophe, or what joins the words of a code. */
const OUTSIDE = 0;
const LETTER = 1;
const APOSTROPHE = 2;
const GLUE = 3;
const KIND = Uint8Array.from({ length: 0x1_0000 }, (_, code) => kindOf(code));

export function cut<Spelling>(shown: string, spell: (written: string) => Spelling): Word<Spelling>[] {
  const words: Word<Spelling>[] = [];
  let [start, end] = [-1, -1];
  for (let at = 0; at <= shown.length; at++) {
    const kind = kindAt(shown, at);
    if (kind === LETTER) {
      if (start < 0) start = at;
    } else if (start >= 0 && !(kind === APOSTROPHE && kindAt(shown, at + 1) === LETTER)) {
      const glued = end >= 0 && isGlue(shown, end, start);
      words.push({ spelling: spell(shown.slice(start, at)), start, end: at, glued });
      start = -1;
      end = at;
    }
  }
  return words;
}

/** Words of a phrase as an index holds them: lower case, without apostrophes. */
export const wordsOf = (phrase: string): string[] => cut(unwrap(phrase), plain).map(word => word.spelling);

/** Lower case, without apostrophes. */
export const plain = (written: string): string => written.toLowerCase().replaceAll(/['’]/g, '');

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
function kindOf(code: number): number {
  if (code === 0x27 || code === 0x2019) return APOSTROPHE;
  if (code < 0x80 && '_-.:/'.includes(String.fromCharCode(code))) return GLUE;
  if (code < 0x80) return /[A-Za-z0-9]/.test(String.fromCharCode(code)) ? LETTER : OUTSIDE;
  const isLetter =
    (code >= 0xc0 && code < 0x2000 && code !== 0xd7 && code !== 0xf7) || (code >= 0x3040 && code < 0xd800);
  return isLetter ? LETTER : OUTSIDE;
}

/** `_`, `-`, `.`, `:` and `/` join the words of a code; white space and quotes part them. */
function isGlue(shown: string, from: number, to: number): boolean {
  if (to - from > 2) return false;
  for (let at = from; at < to; at++) if (kindAt(shown, at) !== GLUE) return false;
  return true;
}
