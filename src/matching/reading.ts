// Reads a message the way it was meant: chat markup, terminal colours, escapes and line prefixes taken off, then cut into words.
import type { RedactedText } from '../redaction/redact.ts';

/** One word: lower case, and where it stands in `Reading.shown`. `glued`: nothing but code punctuation before it (`invalid_grant`). */
export type Word = { readonly text: string; readonly start: number; readonly end: number; readonly glued: boolean };

export type Reading = {
  /** The text as quoted in evidence. */
  readonly shown: string;
  readonly words: readonly Word[];
  /** Every word, and the parts of camel-case words: `AmazonS3Exception` holds `s3`. */
  readonly bag: ReadonlySet<string>;
};

export function read(text: RedactedText): Reading {
  const shown = unwrap(text);
  const bag = new Set<string>();
  const words = cut(shown, bag);
  return { shown, words, bag };
}

/** Words of a phrase, for an index that is compared with readings. */
export const wordsOf = (phrase: string): string[] => cut(unwrap(phrase), new Set()).map(word => word.text);

/** `InvalidGrant` and `ExpiredTokenException` in their parts, lower case; a word without inner capitals is one part. */
export const camelParts = (word: string): string[] =>
  word
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(part => part !== '');

const MARKUP =
  /<(?:(?:https?:\/\/|mailto:)([^|>\s]{1,2000})(?:\|[^>]{0,500})?|[@#!][^>\n]{1,200}|\/?(?:br|p|div|span|pre|code|at|b|i|strong|em)\b[^>\n]{0,200})>|\[redacted:[a-z0-9-]+\]|\p{Cc}?\[[0-9;]{1,12}m|\\u001b\[[0-9;]{1,12}m|\\+[nrt]|\\+(?=["'/])|&(?:lt|gt|amp|quot|apos|nbsp|#39|#x27);/gu;
const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&quot;': '"',
  '&apos;': "'",
  '&#39;': "'",
  '&#x27;': "'",
  '&nbsp;': ' ',
};
const PREFIX =
  /^(?:[ \t]*(?:[│┃|╷╵>*#]|\[?\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?\]?|\d\d:\d\d:\d\d(?:[.,]\d{1,9})?)[ \t]*){1,4}/gm;

function unwrap(text: string): string {
  const plain = text.replace(MARKUP, (found, link: string | undefined) => link ?? ENTITIES[found] ?? ' ');
  return plain.includes('\n') ? plain.replace(PREFIX, '') : plain;
}

const APOSTROPHES = new Set([0x27, 0x2019]);
const UPPER = /[a-z0-9][A-Z]|[A-Z][A-Z][a-z]/;

function cut(shown: string, bag: Set<string>): Word[] {
  const words: Word[] = [];
  const { length } = shown;
  let end = 0;
  for (let at = 0; at < length; at++) {
    if (!isLetter(shown.charCodeAt(at))) continue;
    const start = at;
    while (at < length && (isLetter(shown.charCodeAt(at)) || isApostrophe(shown, at))) at++;
    const raw = shown.slice(start, at);
    const text = raw.toLowerCase().replaceAll(/['’]/g, '');
    words.push({ text, start, end: at, glued: words.length > 0 && isGlue(shown, end, start) });
    bag.add(text);
    if (UPPER.test(raw)) for (const part of camelParts(raw)) bag.add(part);
    end = at;
  }
  return words;
}

const isApostrophe = (shown: string, at: number): boolean =>
  APOSTROPHES.has(shown.charCodeAt(at)) && isLetter(shown.charCodeAt(at + 1)) && at + 1 < shown.length;

/** Latin, Greek, Cyrillic and further letters and digits; not punctuation, symbols or emoji. */
function isLetter(code: number): boolean {
  if (code < 0x80)
    return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39);
  return (code >= 0xc0 && code < 0x2000 && code !== 0xd7 && code !== 0xf7) || (code >= 0x3040 && code < 0xd800);
}

/** `_`, `-`, `.`, `:` and `/` join the words of a code; white space and quotes part them. */
function isGlue(shown: string, from: number, to: number): boolean {
  if (to - from > 2) return false;
  for (let at = from; at < to; at++) if (!'_-.:/'.includes(shown.charAt(at))) return false;
  return true;
}
