// Reads a message the way it was meant: chat markup, terminal colours, escapes and line prefixes taken off, then cut into words.
import type { RedactedText } from '../../redaction/redact.ts';
import { remember } from './remember.ts';

/** One word: lower case, and where it stands in `Reading.shown`. `glued`: nothing but code punctuation before it (`invalid_grant`). */
export type Word = { readonly text: string; readonly start: number; readonly end: number; readonly glued: boolean };

export type Reading = {
  /** The text as quoted in evidence. */
  readonly shown: string;
  readonly words: readonly Word[];
  /** The parts of camel-case words, which are no words of their own: `AmazonS3Exception` holds `s3`. `word` is whose part it is. */
  readonly parts: readonly { readonly text: string; readonly word: number }[];
};

export function read(text: RedactedText): Reading {
  const shown = unwrap(text);
  const parts: { text: string; word: number }[] = [];
  const words = cut(shown, (raw, word) => {
    for (const text of partsOf(raw)) parts.push({ text, word });
  });
  return { shown, words, parts };
}

/** Words of a phrase, for an index that is compared with readings. */
export const wordsOf = (phrase: string): string[] => cut(unwrap(phrase), () => {}).map(word => word.text);

/** `InvalidGrant` and `ExpiredTokenException` in their parts, lower case; a word without inner capitals is one part. */
export const camelParts = (word: string): string[] =>
  word
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(part => part !== '');

const partsOf = remember(camelParts);

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

/** What a character is to a word: nothing, a small letter or digit, a capital, an apostrophe, or what joins the words of a code. */
const OUTSIDE = 0;
const SMALL = 1;
const CAPITAL = 2;
const APOSTROPHE = 3;
const GLUE = 4;
const KIND = Uint8Array.from({ length: 0x1_0000 }, (_, code) => kindOf(code));

/** Cuts a text into words; `onCamel` is told each word in which a capital follows a small letter, as it was written. */
function cut(shown: string, onCamel: (raw: string, word: number) => void): Word[] {
  const words: Word[] = [];
  const lowered = shown.toLowerCase();
  const isAligned = lowered.length === shown.length; // a few letters grow when they are made small
  let [start, end] = [-1, 0];
  let [isCamel, isApostrophised] = [false, false];
  let [before, last] = [OUTSIDE, OUTSIDE];
  for (let at = 0; at <= shown.length; at++) {
    const kind = kindAt(shown, at);
    if (kind === SMALL || kind === CAPITAL) {
      if (start < 0) {
        start = at;
        isCamel = false;
        isApostrophised = false;
        before = OUTSIDE;
      } else
        isCamel ||= (last === SMALL && kind === CAPITAL) || (before === CAPITAL && last === CAPITAL && kind === SMALL);
    } else if (kind === APOSTROPHE && start >= 0 && isLetter(shown, at + 1)) {
      isApostrophised = true;
    } else if (start >= 0) {
      const text = isAligned ? lowered.slice(start, at) : shown.slice(start, at).toLowerCase();
      const glued = words.length > 0 && isGlue(shown, end, start);
      words.push({ text: isApostrophised ? text.replaceAll(/['’]/g, '') : text, start, end: at, glued });
      if (isCamel) onCamel(shown.slice(start, at), words.length - 1);
      start = -1;
      end = at;
    }
    before = last;
    last = kind;
  }
  return words;
}

/** Beyond the end there is nothing. */
const kindAt = (shown: string, at: number): number =>
  at < shown.length ? (KIND[shown.charCodeAt(at)] ?? OUTSIDE) : OUTSIDE;

const isLetter = (shown: string, at: number): boolean => {
  const kind = kindAt(shown, at);
  return kind === SMALL || kind === CAPITAL;
};

/** Latin, Greek, Cyrillic and further letters and digits; not punctuation, symbols or emoji. */
function kindOf(code: number): number {
  if (code >= 0x41 && code <= 0x5a) return CAPITAL;
  if (code === 0x27 || code === 0x2019) return APOSTROPHE;
  if (code < 0x80 && '_-.:/'.includes(String.fromCharCode(code))) return GLUE;
  if (code < 0x80) return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39) ? SMALL : OUTSIDE;
  const isLetter =
    (code >= 0xc0 && code < 0x2000 && code !== 0xd7 && code !== 0xf7) || (code >= 0x3040 && code < 0xd800);
  return isLetter ? SMALL : OUTSIDE;
}

/** `_`, `-`, `.`, `:` and `/` join the words of a code; white space and quotes part them. */
function isGlue(shown: string, from: number, to: number): boolean {
  if (to - from > 2) return false;
  for (let at = from; at < to; at++) if (kindAt(shown, at) !== GLUE) return false;
  return true;
}
