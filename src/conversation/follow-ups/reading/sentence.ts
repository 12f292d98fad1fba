// A follow-up read once: its words, the steps and providers in it, and the symbols that sentences of its kind share.
import { wordsOf } from '../../../matching/reading/cut.ts';
import { chosenProvider, type Named, type ProviderFinder } from './provider.ts';
import type { Spelling } from './spelling.ts';
import { findSteps, type StepReference } from './steps.ts';
import type { Surroundings } from './surroundings.ts';
import { cut, type Token } from './tokens.ts';

/** A part of a message between commas, full stops and the like. */
export type Clause = { readonly symbols: readonly string[]; readonly steps: readonly StepReference[] };

export type Sentence = {
  readonly tokens: readonly Token[];
  readonly clauses: readonly Clause[];
  readonly symbols: readonly string[];
  readonly steps: readonly StepReference[];
  /** All words for a search, those of codes too, without whom it is said to. */
  readonly words: readonly string[];
  readonly asks: boolean;
  /** The provider that is named and not ruled out. */
  readonly provider: string | undefined;
};

/** What the thread is about: how long its checklist is, and the codes that identify its entry, in lower case. */
export type Topic = { readonly length: number; readonly codes: ReadonlySet<string> };

export type Reader = (text: string, topic: Topic) => Sentence;

/** Emoji by what they say, from knowledge/follow-ups.yaml. */
export type Emoji = Readonly<Record<string, readonly string[]>>;

export function createReader(parts: {
  readonly spelling: Spelling;
  readonly findProviders: ProviderFinder;
  readonly surroundings: Surroundings;
  readonly emoji: Emoji;
}): Reader {
  const faces = new Map(Object.entries(parts.emoji).flatMap(([says, shown]) => shown.map(one => [one, says] as const)));
  return (text, { length, codes }) => {
    const tokens = parts.spelling(cut(text).map(token => (codes.has(token.text) ? { ...token, kind: 'code' } : token)));
    const named = parts.findProviders(tokens);
    const steps = findSteps(tokens, length, parts.surroundings);
    const clauses = split(tokens, steps).map(([first, last]) => ({
      symbols: symbolsOf(tokens, first, last, { named, steps, faces }),
      steps: steps.filter(one => one.first >= first && one.last <= last),
    }));
    return {
      tokens,
      clauses: clauses.filter(({ symbols }) => symbols.length > 0),
      symbols: clauses.flatMap(({ symbols }) => symbols),
      steps,
      words: wordsOf(tokens.flatMap(({ kind, text }) => (kind === 'mention' ? [] : [text])).join(' ')),
      asks: tokens.some(({ text }) => text === '?') || QUESTION_WORDS.has(tokens[0]?.text ?? ''),
      provider: chosenProvider(tokens, named),
    };
  };
}

/** Many questions have no question mark. */
const QUESTION_WORDS = new Set(
  'how what which where when why who whom can could may should do does is are will would'.split(' '),
);

const BREAKS = new Set([
  '.',
  ',',
  ';',
  '!',
  '?',
  '..',
  '...',
  '…',
  '→',
  '(',
  ')',
  '–',
  '—',
  'but',
  'however',
  'though',
]);

/** Where the clauses stand; never inside a list of steps. A question mark belongs to the clause that it ends, `but` to the one that it opens. */
function split(tokens: readonly Token[], steps: readonly StepReference[]): (readonly [number, number])[] {
  const parts: (readonly [number, number])[] = [];
  let first = 0;
  tokens.forEach((token, at) => {
    const isHyphen = token.text === '-' && !token.glued && tokens[at + 1]?.glued === false;
    if (!(isHyphen || BREAKS.has(token.text)) || steps.some(one => one.first <= at && at <= one.last)) return;
    parts.push([first, token.text === '?' ? at : at - 1]);
    first = token.kind === 'word' ? at : at + 1;
  });
  parts.push([first, tokens.length - 1]);
  return parts.filter(([from, to]) => to >= from);
}

type Found = {
  readonly named: readonly Named[];
  readonly steps: readonly StepReference[];
  readonly faces: ReadonlyMap<string, string>;
};

function symbolsOf(tokens: readonly Token[], first: number, last: number, found: Found): string[] {
  const symbols: string[] = [];
  for (let at = first; at <= last; ) {
    const step = found.steps.find(one => one.first === at);
    const name = found.named.find(one => one.first === at);
    const token = tokens[at];
    const symbol = step ? 'STEP' : name ? 'PROVIDER' : token && symbolOf(token, found.faces);
    if (symbol !== undefined && symbol !== symbols.at(-1)) symbols.push(symbol);
    at = (step?.last ?? name?.last ?? at) + 1;
  }
  return symbols;
}

const ARTICLES = new Set(['the', 'a', 'an']);

function symbolOf(token: Token, faces: ReadonlyMap<string, string>): string | undefined {
  switch (token.kind) {
    case 'word':
      return ARTICLES.has(token.text) ? undefined : token.text;
    case 'number':
      return numberSymbol(token.text);
    case 'amount':
      return numberSymbol(token.text.replace(/s$/, '')); // `401s`
    case 'ordinal':
      return 'NTH';
    case 'code':
      return 'CODE';
    case 'mention':
      return 'WHO';
    case 'emoji':
      return faces.get(token.text.replace(/[\uFE0F\u{1F3FB}-\u{1F3FF}]/gu, '')) ?? 'EMOJI';
    case 'mark':
      return token.text === '?' ? '?' : token.text === '=' ? 'is' : undefined;
  }
}

/** HTTP's 200 says that it works, its 401 and 503 are errors. */
const numberSymbol = (digits: string): string =>
  /^20[0-6]$/.test(digits) ? 'FINE' : /^[45]\d\d$/.test(digits) ? 'CODE' : 'NUMBER';
