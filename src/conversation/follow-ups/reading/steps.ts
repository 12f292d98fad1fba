// Which numbers and ordinals in a message are steps of the checklist: `1 and 3`, `the last one`, `1-3`, `stpe 2`.
import { fits, type Surroundings } from './surroundings.ts';
import type { Token } from './tokens.ts';

/** Steps named at one place: the tokens from `first` to `last`. */
export type StepReference = { readonly steps: readonly number[]; readonly first: number; readonly last: number };

const NUMBERS = new Map(
  ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'].map((word, i) => [word, i + 1]),
);
const ORDINALS = new Map(
  ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'].map((word, i) => [
    word,
    i + 1,
  ]),
);
const MARKERS = new Set([
  'step',
  'steps',
  'number',
  'numbers',
  'nr',
  '#',
  'point',
  'points',
  'item',
  'items',
  'bullet',
  'bullets',
  'position',
  'box',
  'command',
]);
const NOUNS = new Set([
  'step',
  'steps',
  'one',
  'ones',
  'command',
  'commands',
  'point',
  'points',
  'item',
  'items',
  'bullet',
  'bullets',
  'position',
  'box',
  'tick',
]);
const AND = new Set(['and', ',', '&', '+', '/', 'also', 'plus', 'then']);
const TO = new Set(['-', '–', '..', '...', '…', 'to', 'through', 'thru', 'till', 'until']);

/** No checklist is longer; a greater number is never a step, whatever stands around it. */
const MOST = 30;

export function findSteps(tokens: readonly Token[], length: number, surroundings: Surroundings): StepReference[] {
  const found: StepReference[] = [];
  for (let at = 0; at < tokens.length; ) {
    const reference = readAt(tokens, at, length, surroundings);
    if (reference) found.push(reference);
    at = reference ? reference.last + 1 : at + 1;
  }
  return found;
}

function readAt(
  tokens: readonly Token[],
  at: number,
  length: number,
  surroundings: Surroundings,
): StepReference | undefined {
  if (textAt(tokens, at) === 'all') return readAll(tokens, at, length);
  const marked = MARKERS.has(textAt(tokens, at));
  const start = marked ? skipMarks(tokens, at + 1) : at;
  const group = readGroup(tokens, start, length) ?? readList(tokens, start, marked);
  if (!group) return undefined;
  const noun = NOUNS.has(textAt(tokens, group.end)) && !marked;
  const last = noun ? group.end : group.end - 1;
  const named = marked || noun || textAt(tokens, at - 1) === '#';
  const steps = untilHere(tokens, at, group.steps);
  if (steps.some(step => step < 1 || step > MOST)) return undefined;
  if (!named && (steps.some(step => step > length) || !fits(tokens, { first: at, last }, surroundings)))
    return undefined;
  return { steps: [...new Set(steps)], first: at, last };
}

/** `all steps`, `all of the steps`. */
function readAll(tokens: readonly Token[], at: number, length: number): StepReference | undefined {
  for (let next = at + 1; next <= at + 3; next++)
    if (textAt(tokens, next) === 'steps') return { steps: rangeOf(1, length), first: at, last: next };
  return undefined;
}

type Group = { readonly steps: readonly number[]; readonly end: number };

/** `first two`, `opening couple`, `last three steps`, `last step`, `opening item`. */
function readGroup(tokens: readonly Token[], at: number, length: number): Group | undefined {
  const word = textAt(tokens, at);
  const isLast = word === 'last';
  if (!isLast && word !== 'first' && word !== 'opening') return undefined;
  const size = sizeOf(tokens[at + 1]);
  if (size !== undefined && size > 1 && size <= length)
    return { steps: isLast ? rangeOf(length - size + 1, length) : rangeOf(1, size), end: at + 2 };
  // `first step` is an ordinal like any other.
  if (word === 'first' || !NOUNS.has(textAt(tokens, at + 1))) return undefined;
  return { steps: [isLast ? length : 1], end: at + 1 };
}

/** `1`, `1, 2 and 3`, `1-3`, `second`, `one and two` (number words only where `step` stands before, or in a list). */
function readList(tokens: readonly Token[], at: number, marked: boolean): Group | undefined {
  const spaced = spacedNumbers(tokens, at);
  if (spaced.length >= FEWEST_SPACED) return { steps: spaced, end: at + spaced.length };
  const first = itemAt(tokens, at, marked || isListOfWords(tokens, at));
  if (first === undefined) return undefined;
  const steps = [first];
  let end = at + 1;
  for (;;) {
    const between = textAt(tokens, end);
    const next = nextItem(tokens, end);
    const value = next < 0 ? undefined : itemAt(tokens, next, true);
    if (value === undefined) return { steps, end };
    const from = steps.at(-1) ?? value;
    steps.push(...(TO.has(between) && value > from && value <= MOST ? rangeOf(from + 1, value) : [value]));
    end = next + 1;
  }
}

/** From so many on, growing numbers side by side are a list: `1 2 4 checked`. */
const FEWEST_SPACED = 3;

function spacedNumbers(tokens: readonly Token[], at: number): number[] {
  const numbers: number[] = [];
  for (let next = at; tokens[next]?.kind === 'number'; next++) {
    const number = Number(tokens[next]?.text);
    if (number <= (numbers.at(-1) ?? 0)) break;
    numbers.push(number);
  }
  return numbers;
}

/** Where the next item of a list stands, or -1: after `and`, a comma or a plus, after a dash, after both of `, and`. */
function nextItem(tokens: readonly Token[], at: number): number {
  const text = textAt(tokens, at);
  if (TO.has(text)) return at + 1;
  if (text === 'as' && textAt(tokens, at + 1) === 'well' && textAt(tokens, at + 2) === 'as') return at + 3;
  if (!AND.has(text)) return -1;
  const next = skipMarks(tokens, AND.has(textAt(tokens, at + 1)) ? at + 2 : at + 1);
  return MARKERS.has(textAt(tokens, next)) ? skipMarks(tokens, next + 1) : next;
}

const isListOfWords = (tokens: readonly Token[], at: number): boolean =>
  NUMBERS.has(textAt(tokens, at)) &&
  nextItem(tokens, at + 1) > 0 &&
  NUMBERS.has(textAt(tokens, nextItem(tokens, at + 1)));

function itemAt(tokens: readonly Token[], at: number, wordsToo: boolean): number | undefined {
  const token = tokens[at];
  if (token?.kind === 'number' || token?.kind === 'ordinal') return Number.parseInt(token.text, 10);
  return ORDINALS.get(token?.text ?? '') ?? (wordsToo ? NUMBERS.get(token?.text ?? '') : undefined);
}

const sizeOf = (token: Token | undefined): number | undefined =>
  token?.kind === 'number' ? Number(token.text) : token?.text === 'couple' ? 2 : NUMBERS.get(token?.text ?? '');

/** `up to 3` and `up to and including 3` mean everything before it as well. */
function untilHere(tokens: readonly Token[], at: number, steps: readonly number[]): readonly number[] {
  const to = textAt(tokens, at - 1) === 'including' && textAt(tokens, at - 2) === 'and' ? at - 3 : at - 1;
  return textAt(tokens, to) === 'to' && textAt(tokens, to - 1) === 'up' ? rangeOf(1, steps[0] ?? 1) : steps;
}

const skipMarks = (tokens: readonly Token[], at: number): number =>
  ['#', '.', ':', '-'].includes(textAt(tokens, at)) ? at + 1 : at;

const textAt = (tokens: readonly Token[], at: number): string => tokens[at]?.text ?? '';

const rangeOf = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
