// Tells a secret from everything else where only its place says that it could be one.
import type { Check } from './rule.ts';
import {
  isAddress,
  isCode,
  isErrorCode,
  isJoinedName,
  isPath,
  isSentence,
  isState,
  isTerm,
  isWord,
  LONGEST_WORDING,
} from './wording.ts';

/** A password behind its name: nearly anything but a sentence, a path or code. */
export const isPassword: Check = (value, before, after) =>
  value.length >= 4 && isLiteral(value, before, after) && !/^\d{1,3}$/.test(value);

/** A token or key behind its name: not one word of letters, no name of a thing, no number. */
export const isToken: Check = (value, before, after) =>
  /^\S{6,}$/.test(value.replace(SCHEME, '')) &&
  isLiteral(value, before, after) &&
  !isName(value) &&
  !/^[\d.,:/-]+$/.test(value);

/** What a header's value may begin with. */
const SCHEME = /^(?:bearer|basic|token|apikey|splunk)\s+/i;

/** A secret behind its name: a token, or where it is set (=) any longer word. */
export const isSetSecret: Check = (value, before, after) =>
  isToken(value, before, after) ||
  (value.length >= 8 && isSet(before) && isPassword(value, before, after) && !isJoinedName(value) && !isState(value));

/** A key behind a name that nothing else has: where it is set, it may be short. */
export const isSetKey: Check = (value, before, after) =>
  isKey(value, before, after) || (isSet(before) && isOpaque(value) && isToken(value, before, after));

const isSet = (before: string): boolean => /=\s*["']?$/.test(before);

/** A key whose name is common in other uses too: long, and no word. */
export const isKey: Check = (value, before, after) =>
  value.length >= 12 && isToken(value, before, after) && isOpaque(value);

/** Letters and digits mixed, or capitals without the rhythm of words: nobody's name. */
export const isOpaque = (value: string): boolean => /[A-Za-z]/.test(value) && (/\d/.test(value) || isJumble(value));

/** A word of a camelCase name has four letters or more, a piece of random letters two. */
function isJumble(value: string): boolean {
  const letters = value.replace(/[^A-Za-z]/g, '');
  const pieces = (letters.match(/[a-z](?=[A-Z])|[A-Z](?=[A-Z][a-z])/g) ?? []).length + 1;
  return letters.length >= 10 && letters.length / pieces < 3.2;
}

const isName = (value: string): boolean =>
  /^[A-Za-z]+\d{0,2}[.,;:!?]*$/.test(value)
    ? !isJumble(value)
    : isJoinedName(value) || isAddress(value) || isErrorCode(value);

/** What is written as a value: not taken from elsewhere, not said about it. */
function isLiteral(value: string, before: string, after: string): boolean {
  if (value.length > LONGEST_WORDING) return true;
  if (isPath(value) || /^[a-z][a-z0-9+.-]*:\/\/[^\s@]*$/i.test(value)) return false;
  if (isQuoted(before)) return isQuotedLiteral(value, before);
  return !isCode(value, after) && (/=\s*$/.test(before) || !isProse(value, after));
}

const isQuoted = (before: string): boolean => /["'`“”„‘’]$|&quot;$/.test(before);

/** Not what follows a closing quote, not a command in a code span, not a sentence. */
const isQuotedLiteral = (value: string, before: string): boolean =>
  !/^[\s;,)|\]}>"'{]/.test(value) && !(before.endsWith('`') && /\s/.test(value)) && !isSentence(value);

/** Behind a colon: a word with more words behind it, or one that says how things are. */
const isProse = (value: string, after: string): boolean =>
  /^[A-Za-z]+:$/.test(value) ||
  isState(value) ||
  (isWord(value) && /^[ \t]+[A-Za-z'’]+(?![\w-]*["']?[:=])/.test(after));

/** A password that somebody says: unlike a word, a number, an address, a code; four words with dashes are one. */
export function isSaid(value: string): boolean {
  if (value.length < 5 || value.length > LONGEST_WORDING || /\s/.test(value) || !/[A-Za-z]/.test(value)) return false;
  if (isWord(value) || isAddress(value) || isPath(value) || isCode(value, '') || isTerm(value)) return false;
  if (/^[a-z]+(?:-[a-z0-9]+)+[.,]?$/.test(value)) return isFourWords(value);
  return strength(value) > 1 || /\d|[!@#$%^&*+=?~]./.test(value);
}

/** A passphrase as generators make them. */
export const isFourWords = (value: string): boolean => /^(?:[a-z]{3,}-){3,}[a-z]{3,}$/.test(value);

/** Said without "is" in between: two things that a word has not, and no setting (name=value). */
export const isPlainlySaid = (value: string): boolean =>
  isSaid(value) &&
  !/^[A-Za-z_-]+[=:]/.test(value) &&
  (strength(value) > 1 || (value.length >= 9 && /\d/.test(value) && /[a-z]/.test(value) && /[A-Z]/.test(value)));

/** How many things a word has not: digits, signs, capitals inside. */
function strength(value: string): number {
  const mixed = /^[a-z].*[-_.][A-Z][a-z]/.test(value) || isJumble(value);
  const things = [/\d/.test(value), /[!@#$%^&*+=?~]/.test(value), mixed, mixed && /[-_.!]/.test(value)];
  return things.filter(Boolean).length;
}

/** One word that somebody calls a password, at the end of the sentence: no word that says how it is. */
export const isSpokenWord = (value: string, after: string): boolean =>
  /^[A-Za-z]{5,30}$/.test(value) && /^["'`”’]|^\s*(?:$|\n|[.!?](?:\s|$))/.test(after) && !isState(value);
