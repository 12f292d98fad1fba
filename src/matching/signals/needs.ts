// What a pattern cannot do without, read off its source: words that stand in every match, so that it need not run elsewhere.
import { wordsOf } from '../reading/cut.ts';

/**
 * `trigger`: the longest run of words next to each other, empty where there is none. `words`: of each list one word at least
 * stands in every match.
 */
export type Needs = { readonly trigger: readonly string[]; readonly words: readonly (readonly string[])[] };

/** Stand for what is not literal, and for punctuation that may be missing; private-use characters, which no pattern holds. */
const HOLE = '\uE000';
const MAYBE = '\uE001';

/** Shorter runs stand in too many messages to start from. */
const FEWEST_LETTERS = 3;

export function needsOf(source: string): Needs {
  const runs = runsOf(source);
  const longest = runs.toSorted((a, b) => b.join(' ').length - a.join(' ').length)[0];
  return { trigger: longest ?? [], words: [...runs.flat().map(word => [word]), ...choicesOf(source)] };
}

/**
 * The runs of whole words that every match must hold: literal, outside groups and classes, not followed by a quantifier.
 * The words of a run stand next to each other in every match, with nothing but punctuation and white space between them.
 */
function runsOf(source: string): string[][] {
  const flat = withoutGroups(withoutClasses(source));
  if (flat.includes('|')) return [];
  const literal = flat
    .replace(/([^\p{L}\p{N}\uE000.])[?*]/gu, MAYBE)
    .replace(/.(?:[*+?]|\{[^}]*\})+/gu, HOLE)
    .replaceAll('.', HOLE)
    .replace(/\uE001*[^\p{L}\p{N}'\uE000\uE001][^\p{L}\p{N}'\uE000]*/gu, ' ')
    .replaceAll(MAYBE, HOLE);
  const parts = literal.split(HOLE);
  return parts
    .map((part, i) => wholeWords(part, i > 0, i < parts.length - 1))
    .map(wordsOf)
    .filter(run => run.join('').length >= FEWEST_LETTERS);
}

/** Escapes and classes as a space where they part words for certain, as MAYBE where they may, and otherwise as a hole. */
const withoutClasses = (source: string): string =>
  source
    .replace(/\\[sW](?:\+|\{[1-9][^}]*\})?(?![*?{])/g, ' ')
    .replace(/\\[sW](?:[*?]|\{0[^}]*\})/g, MAYBE)
    .replace(/\\[bB]/g, ' ')
    .replace(/\\[.()[\]{}*+?|^$/"'-]/g, ' ')
    .replace(/\\./g, HOLE)
    .replace(/\[[^\]A-Za-z0-9^\uE000]+\]\??/g, MAYBE)
    .replace(/\[[^\]]*\]/g, HOLE);

function withoutGroups(source: string): string {
  let flat = source;
  for (let before = ''; before !== flat; ) {
    before = flat;
    flat = flat.replace(/\([^()]*\)[*+?]?/g, HOLE);
  }
  return flat;
}

/** A part without the words at its ends that run on into what is not literal. */
function wholeWords(part: string, runsIn: boolean, runsOn: boolean): string {
  const begun = runsIn ? part.replace(/^[\p{L}\p{N}]+/u, '') : part;
  return runsOn ? begun.replace(/[\p{L}\p{N}]+$/u, '') : begun;
}

/** Groups of plain words between word boundaries, such as `\b(api|command line)\b`: the first word of each choice. */
const choicesOf = (source: string): string[][] =>
  [...source.matchAll(/(?:^|\\b| )\(([A-Za-z0-9 |]+)\)(?=\\b| )/g)]
    .filter(({ index }) => depthAt(source, index) === 0)
    .map(([, choices = '']) => choices.split('|').map(choice => wordsOf(choice)[0] ?? ''));

/** How many groups are open there; classes and escapes may hold a bracket, and then the group is simply not used. */
const depthAt = (source: string, end: number): number =>
  [...source.slice(0, end)].reduce((depth, char) => depth + (char === '(' ? 1 : char === ')' ? -1 : 0), 0);
