// Patterns of signatures: linear-time (RE2), and run only when a word that they cannot do without stands in the message.
import { RE2JS } from 're2js';
import type { Reading, Word } from './reading.ts';

/** Where a pattern matched: its first and last word. */
export type PatternMatch = { readonly first: number; readonly last: number };

/** How much of a message around the trigger a pattern looks at: an error line is seldom longer. */
const BEFORE = 300;
const AFTER = 600;

/** Compiled at first use: most patterns never run in the life of a process. `trigger` is the word that called for it. */
export function createPattern(source: string): (reading: Reading, trigger: number) => PatternMatch | undefined {
  const needed = wordsNeeded(source);
  let regex: RE2JS | undefined;
  return (reading, trigger) => {
    if (!needed.every(word => reading.bag.has(word))) return undefined;
    regex ??= RE2JS.compile(source, RE2JS.CASE_INSENSITIVE);
    const start = Math.max(0, (reading.words[trigger]?.start ?? 0) - BEFORE);
    const matcher = regex.matcher(reading.shown.slice(start, start + BEFORE + AFTER));
    if (!matcher.find()) return undefined;
    return {
      first: wordAt(reading.words, start + matcher.start()),
      last: wordAt(reading.words, start + matcher.end() - 1),
    };
  };
}

/** The problem with a pattern, in words, or undefined when it compiles. */
export function patternProblem(source: string): string | undefined {
  try {
    RE2JS.compile(source);
    return triggerOf(source) === undefined ? 'has no whole word outside brackets to start from' : undefined;
  } catch (error) {
    return `is no pattern: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** Stands for a part of a pattern that is not literal; a private-use character, which no pattern holds. */
const HOLE = '\uE000';

/** The longest whole word that every match must hold. */
export const triggerOf = (source: string): string | undefined =>
  wordsNeeded(source).toSorted((a, b) => b.length - a.length)[0];

/** The whole words that every match must hold: literal, outside groups and classes, not followed by a quantifier. */
function wordsNeeded(source: string): string[] {
  const literal = source
    .replace(/\\[bBsS][+*?]?/g, ' ')
    .replace(/\\[.()[\]{}*+?|^$/"'-]/g, ' ')
    .replace(/\\./g, HOLE)
    .replace(/\[(?:\\.|[^\]])*\]/g, HOLE);
  const flat = withoutGroups(literal);
  if (flat.includes('|')) return [];
  return flat
    .split(/[^A-Za-z0-9\uE000.*+?{}]+/)
    .filter(word => /^[A-Za-z0-9]{3,}$/.test(word))
    .map(word => word.toLowerCase());
}

function withoutGroups(source: string): string {
  let flat = source;
  for (let before = ''; before !== flat; ) {
    before = flat;
    flat = flat.replace(/\([^()]*\)[*+?]?/g, HOLE);
  }
  return flat;
}

/** The word that covers an offset, or the last one before it. */
function wordAt(words: readonly Word[], offset: number): number {
  const after = words.findIndex(word => word.end > offset);
  return after < 0 ? Math.max(0, words.length - 1) : after;
}
