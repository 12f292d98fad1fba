// What a pattern cannot do without, read off its source: words that stand in every match, so that it need not run elsewhere.
import { wordsOf } from '../reading/cut.ts';

/**
 * `trigger`: the longest run of words next to each other, empty where there is none. `words`: patterns of words of which one at
 * least stands in every match, after those that the one before it finds. They are without quantifiers, and so linear. `whole`:
 * words of which one at least stands there as a word, or round an apostrophe; the pattern's first and last words are whole ones too.
 */
export type Needs = {
  readonly trigger: readonly string[];
  readonly words: readonly string[];
  readonly whole: readonly (readonly string[])[];
};

/** Stand for what is not literal, and for punctuation that may be missing; private-use characters, which no pattern holds. */
const HOLE = '\uE000';
const MAYBE = '\uE001';
/** A hole in which one of some words stands. */
const CHOICE = '\uE002';

/** Shorter runs stand in too many messages to start from. */
const FEWEST_LETTERS = 3;

export function needsOf(source: string): Needs {
  const { flat, choices } = withoutChoices(source);
  const parts = partsOf(flat);
  const runs = parts.map((part, i) => runOf(part, i > 0, i < parts.length - 1));
  const trigger = runs.toSorted((a, b) => b.join(' ').length - a.join(' ').length)[0] ?? [];
  let next = 0;
  const needed = parts.flatMap((part, i): Needed | readonly Needed[] => {
    if (part === CHOICE) return choices[next++] ?? [];
    // A run leaves the apostrophe out of “can’t”, and the text does not.
    if (/\p{L}['’]\p{L}/u.test(part)) return [];
    // Before a quoted part the text may go on as a word does: `user'abc`.
    const isWhole = !/['’]/.test(part);
    return (runs[i] ?? []).map(word => ({ pattern: word, whole: isWhole ? [word] : [] }));
  });
  return {
    trigger,
    words: needed.map(({ pattern }) => pattern),
    whole: needed.map(({ whole }) => whole).filter(words => words.length > 0),
  };
}

type Needed = { readonly pattern: string; readonly whole: readonly string[] };

/**
 * Groups of plain words between word boundaries, such as `\b(api|command line)\b`, as a hole each, and the first word of each
 * choice. Classes and escapes may hold a bracket, and then a group is simply not used.
 */
function withoutChoices(source: string): { readonly flat: string; readonly choices: readonly Needed[] } {
  const choices: Needed[] = [];
  const flat = source.replace(
    /(^|\\b| )\(([A-Za-z0-9 |]+)\)(?=\\b| )/g,
    (group, before: string, inside: string, at: number) => {
      if (depthAt(source, at) > 0) return group;
      const words = inside.split('|').map(choice => wordsOf(choice)[0] ?? '');
      choices.push({
        pattern: `${before === '' ? '' : '\\b'}(?:${words.join('|')})\\b`,
        whole: words,
      });
      return `${before}${CHOICE}`;
    },
  );
  return { flat, choices };
}

const depthAt = (source: string, end: number): number =>
  [...source.slice(0, end)].reduce((depth, char) => depth + (char === '(' ? 1 : char === ')' ? -1 : 0), 0);

/** What is literal, outside groups and classes, not followed by a quantifier; and between it the choices. */
function partsOf(source: string): string[] {
  const flat = withoutGroups(withoutClasses(source));
  if (flat.includes('|')) return [];
  return flat
    .replace(/([^\p{L}\p{N}\uE000.])[?*]/gu, MAYBE)
    .replace(/.(?:[*+?]|\{[^}]*\})+/gu, HOLE)
    .replaceAll('.', HOLE)
    .replace(/\uE001*[^\p{L}\p{N}'\uE000-\uE002][^\p{L}\p{N}'\uE000\uE002]*/gu, ' ')
    .replaceAll(MAYBE, HOLE)
    .replaceAll(CHOICE, `${HOLE}${CHOICE}${HOLE}`)
    .split(HOLE);
}

/** The whole words of a part. They stand next to each other in every match, with nothing but punctuation and white space between them. */
function runOf(part: string, runsIn: boolean, runsOn: boolean): string[] {
  const run = wordsOf(wholeWords(part, runsIn, runsOn));
  return run.join('').length < FEWEST_LETTERS ? [] : run;
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
