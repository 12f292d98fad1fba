// What of all that is recognised by fixed texts stands in a message: found in one walk, judged by what stands beside it.
import type { Signature } from '../../knowledge/entry.ts';
import { NONE } from '../reading/lexicon.ts';
import type { Reading } from '../reading/reading.ts';
import { type Against, findAgainst, type LookAlike, lookAlikesOf } from './against.ts';
import { createPhraseIndex, type Found, type PhraseIndex } from './phrase-index.ts';
import { type Claim, type CueKind, contextKey, nameOf, type Owner, phrasesFor, type Recognised } from './phrases.ts';

/** A signature seen in a message. `share` is 1 for a text that one entry owns, less where several claim it. */
export type Hit = {
  readonly entry: number;
  readonly signature: number;
  readonly kind: 'code' | 'text' | 'little';
  readonly name: string;
  readonly first: number;
  readonly last: number;
  readonly length: number;
  readonly share: number;
  readonly inContext: boolean;
};

export type Signals = {
  /** The signatures seen, by entry. */
  readonly hits: ReadonlyMap<number, readonly Hit[]>;
  /** The look-alikes of an entry that the message speaks for instead, each once. Valid until the next message. */
  readonly against: (entry: number) => readonly Against[];
  /** How many different signs of a provider stand in the message. */
  readonly providers: ReadonlyMap<string, number>;
  /** How many different cues of each kind. */
  readonly cues: ReadonlyMap<CueKind, number>;
};

export type SignalIndex = {
  readonly find: (reading: Reading) => Signals;
  readonly steps: PhraseIndex<Owner>['steps'];
  /** The words of everything that it looks for. */
  readonly vocabulary: readonly string[];
};

type Cue = Extract<Owner, { readonly kind: 'cue' }>;
type Sign = Extract<Owner, { readonly kind: 'sign' }>;

type Known = {
  readonly signature: Signature;
  readonly name: string;
  readonly share: number;
  readonly contexts: readonly number[];
};

export function createSignalIndex(recognised: Recognised): SignalIndex {
  const { entries } = recognised;
  const keys = entries.map(entry => entry.signatures.map(signature => contextKey(nameOf(signature))));
  const claims = countBy(
    keys.flatMap(own => [...new Set(own)]),
    key => key,
  );
  const texts = new Map<string, number>();
  const numberOf = (text: string): number => {
    const key = contextKey(text);
    const number = texts.get(key) ?? texts.size;
    texts.set(key, number);
    return number;
  };
  const known = entries.map((entry, i) =>
    entry.signatures.map(
      (signature, s): Known => ({
        signature,
        name: nameOf(signature),
        share: 1 / (claims.get(keys[i]?.[s] ?? '') ?? 1),
        contexts: (signature.with ?? []).map(numberOf),
      }),
    ),
  );
  const lookAlikes = entries.map(entry => lookAlikesOf(entry, numberOf));
  const phrases = phrasesFor(recognised, numberOf);
  const index = createPhraseIndex(
    phrases,
    [...texts.keys()].map(text => text.split(' ')),
  );
  return {
    find: reading => gather(reading, { index, known, lookAlikes }),
    steps: index.steps,
    vocabulary: index.words,
  };
}

type Tables = {
  readonly index: PhraseIndex<Owner>;
  readonly known: readonly (readonly Known[])[];
  readonly lookAlikes: readonly (readonly LookAlike[])[];
};

function gather(reading: Reading, { index, known, lookAlikes }: Tables): Signals {
  const { found, firstOf } = index.find(reading);
  const has = (text: number): boolean => firstOf(text) !== NONE;
  const signs: Sign[] = [];
  const cues: Cue[] = [];
  const hits = new Map<Known, Hit>();
  const runs = new Map<Owner, number>();
  const cover = (one: Found<Owner>): Span | undefined => {
    const { owner } = one;
    if (owner.kind !== 'trigger') return one;
    if (!owner.needs.every(words => words.some(has))) return undefined;
    return runOnce(owner, one.first, { reading, runs });
  };
  for (const one of found) {
    const { owner } = one;
    if (owner.kind === 'cue') cues.push(owner);
    else if (owner.kind === 'sign') signs.push(owner);
    else {
      const span = cover(one);
      if (!span) continue;
      for (const claim of owner.claims) {
        const of = known[claim.entry]?.[claim.signature];
        const hit = of && judge(claim, of, span, has);
        if (hit && (hits.get(of)?.length ?? 0) < hit.length) hits.set(of, hit);
      }
    }
  }
  return {
    hits: Map.groupBy(hits.values(), hit => hit.entry),
    against: entry => findAgainst(lookAlikes[entry] ?? [], firstOf),
    providers: countBy(signs, sign => sign.provider),
    cues: countBy(cues, ({ cue }) => cue),
  };
}

function countBy<Item, Key>(items: Iterable<Item>, keyOf: (item: Item) => Key): Map<Key, number> {
  const counts = new Map<Key, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
}

/** A pattern has so many chances in a message: a megabyte of what only begins like it must not cost a second. */
const MOST_RUNS = 30;

type Running = { readonly reading: Reading; readonly runs: Map<Owner, number> };

/** Once it has matched, further matches of the same pattern add nothing. */
function runOnce(
  owner: Extract<Owner, { readonly kind: 'trigger' }>,
  word: number,
  { reading, runs }: Running,
): Span | undefined {
  const run = runs.get(owner) ?? 0;
  if (run >= MOST_RUNS) return undefined;
  const found = owner.run(reading, word);
  runs.set(owner, found ? MOST_RUNS : run + 1);
  return found;
}

function judge(
  { entry, signature }: Claim,
  known: Known,
  { first, last }: Span,
  has: (text: number) => boolean,
): Hit | undefined {
  const inContext = known.contexts.some(has);
  if (known.contexts.length > 0 && !inContext) return undefined;
  const kind = known.signature.proves === 'little' ? 'little' : 'code' in known.signature ? 'code' : 'text';
  return {
    entry,
    signature,
    first,
    last,
    kind,
    name: known.name,
    length: last - first + 1,
    share: inContext ? 1 : known.share,
    inContext,
  };
}

type Span = { readonly first: number; readonly last: number };
