// The known word that a mistyped one was meant to be: one letter lost, doubled, changed, or two swapped.
import { DamerauLevenshteinDistance } from 'natural/lib/natural/distance/index.js';

/** Longer words are pasted rather than typed, and would make the index of neighbours large. */
const LONGEST = 20;
/** A changed letter, unlike a lost, doubled or swapped one, makes another word of a short one. */
const SHORTEST_CHANGED = 6;

/** Filed at first use: every word under itself with each letter left out (as in SymSpell). Words shorter than `shortest` have too many neighbours. */
export function createNear(vocabulary: ReadonlySet<string>, shortest: number): (typed: string) => string | undefined {
  let filed: ReadonlyMap<string, readonly string[]> | undefined;
  return typed => {
    if (vocabulary.has(typed)) return typed;
    if (typed.length < shortest || typed.length > LONGEST) return undefined;
    filed ??= file(vocabulary, shortest);
    const candidates = withoutOne(typed).flatMap(key => filed?.get(key) ?? []);
    const near = [...new Set(candidates)].filter(word => isNear(typed, word));
    return near.toSorted((a, b) => closeness(typed, b) - closeness(typed, a))[0];
  };
}

function file(vocabulary: ReadonlySet<string>, shortest: number): Map<string, string[]> {
  const filed = new Map<string, string[]>();
  for (const word of vocabulary) {
    if (word.length < shortest || word.length > LONGEST) continue;
    for (const key of withoutOne(word)) {
      const words = filed.get(key);
      if (words) words.push(word);
      else filed.set(key, [word]);
    }
  }
  return filed;
}

const withoutOne = (word: string): string[] => [
  word,
  ...Array.from(word, (_, i) => word.slice(0, i) + word.slice(i + 1)),
];

function isNear(typed: string, word: string): boolean {
  if (DamerauLevenshteinDistance(typed, word, { restricted: true }) > 1) return false;
  return typed.length !== word.length || hasSameLetters(typed, word) || typed.length >= SHORTEST_CHANGED;
}

const letters = (word: string): string => [...word].toSorted().join('');
export const hasSameLetters = (a: string, b: string): boolean => letters(a) === letters(b);

/** Swapped letters are the likeliest error, then the same beginning. */
const closeness = (typed: string, word: string): number =>
  (hasSameLetters(typed, word) ? 2 : 0) + (typed[0] === word[0] ? 1 : 0) + (typed.at(-1) === word.at(-1) ? 0.5 : 0);
