// Words as they were meant: short forms written out, typing errors mended towards words that the phrases use.
import { DamerauLevenshteinDistance } from 'natural/lib/natural/distance/index.js';
import type { Token } from './tokens.ts';

export type Spelling = (tokens: readonly Token[]) => readonly Token[];

/** Shorter words have too many neighbours: `host` is not `lost`. */
const SHORTEST = 4;
/** A changed letter, unlike a lost, doubled or swapped one, makes another word of a short one. */
const SHORTEST_CHANGED = 6;

/**
 * `vocabulary` are words towards which errors are mended, `known` words that are right as they stand although no phrase
 * uses them: those of the entries. `spellings` go from what is meant to how it is typed.
 */
export function createSpelling(
  spellings: Readonly<Record<string, readonly string[]>>,
  vocabulary: ReadonlySet<string>,
  known: ReadonlySet<string>,
): Spelling {
  const meant = new Map(Object.entries(spellings).flatMap(([word, typed]) => typed.map(form => [form, word] as const)));
  const near = createNear(vocabulary);
  const mend = (typed: string): string => {
    if (typed.endsWith("'s") && !meant.has(typed.replace("'", ''))) return `${mend(typed.slice(0, -2))} is`;
    const text = typed.replaceAll("'", '');
    const short = meant.get(typed) ?? meant.get(text);
    if (short !== undefined) return short;
    if (vocabulary.has(text) || known.has(text)) return text;
    return near(text) ?? near(text.replace(/(\p{L})\1+/gu, '$1')) ?? inTwo(text, vocabulary) ?? text;
  };
  return tokens =>
    tokens.flatMap(token =>
      token.kind === 'word'
        ? mend(token.text)
            .split(' ')
            .map(text => ({ ...token, text }))
        : [token],
    );
}

/** The one word within one error: every word is filed under itself with each letter left out (as in SymSpell). */
function createNear(vocabulary: ReadonlySet<string>): (text: string) => string | undefined {
  const shortened = new Map<string, string[]>();
  for (const word of vocabulary)
    if (word.length >= SHORTEST)
      for (const key of withoutOne(word)) shortened.set(key, [...(shortened.get(key) ?? []), word]);
  return text => {
    if (vocabulary.has(text)) return text;
    if (text.length < SHORTEST || text.length > 20) return undefined;
    const candidates = withoutOne(text).flatMap(key => shortened.get(key) ?? []);
    const near = [...new Set(candidates)].filter(word => isNear(text, word));
    return near.length > 0 ? near.toSorted((a, b) => closeness(text, b) - closeness(text, a))[0] : undefined;
  };
}

const withoutOne = (word: string): string[] => [
  word,
  ...Array.from(word, (_, i) => word.slice(0, i) + word.slice(i + 1)),
];

function isNear(text: string, word: string): boolean {
  if (DamerauLevenshteinDistance(text, word, { restricted: true }) > 1) return false;
  return text.length !== word.length || hasSameLetters(text, word) || text.length >= SHORTEST_CHANGED;
}

const letters = (word: string): string => [...word].toSorted().join('');
const hasSameLetters = (a: string, b: string): boolean => letters(a) === letters(b);

/** Swapped letters are the likeliest error, then the same beginning. */
const closeness = (text: string, word: string): number =>
  (hasSameLetters(text, word) ? 2 : 0) + (text[0] === word[0] ? 1 : 0) + (text.at(-1) === word.at(-1) ? 0.5 : 0);

/** `notworking`: a space forgotten. Both parts must be words of some length. */
function inTwo(text: string, vocabulary: ReadonlySet<string>): string | undefined {
  for (let at = 3; at <= text.length - 3; at++) {
    const parts = [text.slice(0, at), text.slice(at)];
    if (parts.every(part => vocabulary.has(part))) return parts.join(' ');
  }
  return undefined;
}
