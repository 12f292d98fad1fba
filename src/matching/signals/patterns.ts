// Patterns of signatures: linear-time (RE2), and run only where the words that they cannot do without stand in the message.
import { RE2JS } from 're2js';
import type { Reading } from '../reading/reading.ts';
import type { Words } from '../reading/words.ts';
import { needsOf } from './needs.ts';

/** Where a pattern matched: its first and last word. */
export type PatternMatch = { readonly first: number; readonly last: number };

/** How much of a message around the trigger a pattern looks at, in characters: an error line is seldom longer. */
const BEFORE = 300;
const AFTER = 600;

/** `trigger`: the words next to each other from which it is run. `needs`: of each group, a word stands in every match. */
export type Pattern = {
  readonly trigger: readonly string[];
  readonly needs: readonly (readonly string[])[];
  readonly run: (reading: Reading, first: number) => PatternMatch | undefined;
};

/** Compiled at first use: most patterns never run in the life of a process. `run` is told the first word of its trigger. */
export function createPattern(source: string): Pattern {
  const { trigger, whole, words: needed } = needsOf(source);
  const isAcrossLines = /\\[sWn]/.test(source);
  let inOrder: readonly RegExp[] | undefined;
  let regex: RE2JS | undefined;
  return {
    trigger,
    needs: whole,
    run({ shown, words }, first) {
      const range = rangeAround(shown, words.start(first), isAcrossLines);
      const text = shown.slice(range.start, range.end).toLowerCase();
      inOrder ??= needed.map(word => new RegExp(word, 'g'));
      if (!holdsAll(text, inOrder)) return undefined;
      regex ??= compile(source);
      const matcher = regex.matcher(text.replaceAll('\n', ' '));
      if (!matcher.find()) return undefined;
      return {
        first: wordAt(words, range.start + matcher.start()),
        last: wordAt(words, range.start + matcher.end() - 1),
      };
    },
  };
}

/** The problem with a pattern, in words, or undefined when it compiles. */
export function patternProblem(source: string): string | undefined {
  try {
    compile(source);
    return needsOf(source).trigger.length === 0 ? 'has no whole word outside brackets to start from' : undefined;
  } catch (error) {
    return `is no pattern: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/**
 * For texts in lower case: told to ignore case, RE2 could not look for the letters of a pattern first. What an escape says is not
 * a letter of the pattern.
 */
const compile = (source: string): RE2JS =>
  RE2JS.compile(
    source.replace(/\\[pP]\{.*?\}|\\.|[A-Z]+/gs, part => (part.startsWith('\\') ? part : part.toLowerCase())),
  );

type Range = { readonly start: number; readonly end: number };

/** A pattern that names no white space but the blank looks at its line and the two beside it: a line may be wrapped. */
function rangeAround(shown: string, at: number, isAcrossLines: boolean): Range {
  const [start, end] = [Math.max(0, at - BEFORE), Math.min(shown.length, at + AFTER)];
  if (isAcrossLines) return { start, end };
  const before = shown.lastIndexOf('\n', Math.max(0, shown.lastIndexOf('\n', at) - 1));
  const lineEnd = shown.indexOf('\n', at);
  const after = lineEnd < 0 ? -1 : shown.indexOf('\n', lineEnd + 1);
  return { start: Math.max(start, before + 1), end: after < 0 ? end : Math.min(end, after) };
}

/** Whether each of the words stands in a text, one after the other, be it within another word. */
function holdsAll(text: string, needed: readonly RegExp[]): boolean {
  let from = 0;
  for (const word of needed) {
    word.lastIndex = from;
    if (!word.test(text)) return false;
    from = word.lastIndex;
  }
  return true;
}

/** The word that covers an offset, or the last one before it. */
function wordAt(words: Words, offset: number): number {
  let word = 0;
  while (word < words.count - 1 && words.end(word) <= offset) word++;
  return word;
}
