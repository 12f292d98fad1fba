// What of all that is recognised by fixed texts stands in a message: found in one walk, judged by what stands beside it.
import type { Entry, Signature } from '../../knowledge/entry.ts';
import type { Reading } from '../reading/reading.ts';
import { createPhraseIndex, type PhraseIndex } from './phrase-index.ts';
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
  /** Per entry, the look-alikes that the message speaks for instead, each once. */
  readonly against: ReadonlyMap<number, readonly Against[]>;
  /** How many different signs of a provider stand in the message. */
  readonly providers: ReadonlyMap<string, number>;
  /** How many different cues of each kind. */
  readonly cues: ReadonlyMap<CueKind, number>;
};

/** A look-alike of an entry for which the message speaks, and the words that do. */
export type Against = { readonly lookAlike: string; readonly first: number; readonly last: number };

export type SignalIndex = {
  readonly find: (reading: Reading) => Signals;
  readonly step: PhraseIndex<Owner>['step'];
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
  const contexts = new Map<string, number>();
  const contextOf = (text: string): number => {
    const key = contextKey(text);
    const context = contexts.get(key) ?? contexts.size;
    contexts.set(key, context);
    return context;
  };
  const known = entries.map((entry, i) =>
    entry.signatures.map(
      (signature, s): Known => ({
        signature,
        name: nameOf(signature),
        share: 1 / (claims.get(keys[i]?.[s] ?? '') ?? 1),
        contexts: (signature.with ?? []).map(contextOf),
      }),
    ),
  );
  const seen = whoSaw(entries, contextOf);
  const index = createPhraseIndex(phrasesFor(recognised, [...contexts.keys()]));
  return {
    find: reading => gather(reading, { index, known, seen }),
    step: index.step,
    vocabulary: index.words,
  };
}

type Tables = {
  readonly index: PhraseIndex<Owner>;
  readonly known: readonly (readonly Known[])[];
  /** Which look-alikes a context speaks for. */
  readonly seen: ReadonlyMap<number, readonly Seen[]>;
};

function gather(reading: Reading, { index, known, seen }: Tables): Signals {
  const found = index.find(reading.words);
  const contexts = new Map<number, Span>();
  const signs = new Set<Sign>();
  const cues = new Set<Cue>();
  for (const one of found) {
    const { owner } = one;
    if (owner.kind === 'cue') cues.add(owner);
    else if (owner.kind === 'sign') signs.add(owner);
    else if (owner.kind === 'context' && !contexts.has(owner.context)) contexts.set(owner.context, one);
  }
  reading.words.forEach(({ spelling: { parts } }, word) => {
    if (!parts) return;
    for (const owner of parts.flatMap(index.owners))
      if (owner.kind === 'context' && !contexts.has(owner.context))
        contexts.set(owner.context, { first: word, last: word });
  });
  const hits = new Map<Known, Hit>();
  const runs = new Map<Owner, number>();
  for (const one of found) {
    const { owner } = one;
    if (owner.kind !== 'signature' && owner.kind !== 'trigger') continue;
    const covered = owner.kind === 'signature' ? one : runOnce(owner, one.first, { reading, runs });
    if (!covered) continue;
    for (const claim of owner.claims) {
      const of = known[claim.entry]?.[claim.signature];
      const hit = of && judge(claim, of, covered, contexts);
      if (hit && (hits.get(of)?.length ?? 0) < hit.length) hits.set(of, hit);
    }
  }
  return {
    hits: Map.groupBy(hits.values(), hit => hit.entry),
    against: findAgainst(seen, contexts),
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
  contexts: ReadonlyMap<number, Span>,
): Hit | undefined {
  const inContext = known.contexts.some(context => contexts.has(context));
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
type Seen = { readonly entry: number; readonly lookAlike: string; readonly context: number };

const whoSaw = (entries: readonly Entry[], contextOf: (text: string) => number): Map<number, Seen[]> =>
  Map.groupBy(
    entries.flatMap((entry, i) =>
      (entry['look-alikes'] ?? []).flatMap(other =>
        (other.seen ?? []).map(text => ({ context: contextOf(text), entry: i, lookAlike: other.entry })),
      ),
    ),
    ({ context }) => context,
  );

function findAgainst(seen: Tables['seen'], present: ReadonlyMap<number, Span>): Map<number, Against[]> {
  const against = new Map<number, Against[]>();
  for (const [context, { first, last }] of present)
    for (const { entry, lookAlike } of seen.get(context) ?? []) {
      const others = against.get(entry) ?? [];
      if (others.some(other => other.lookAlike === lookAlike)) continue;
      others.push({ lookAlike, first, last });
      against.set(entry, others);
    }
  return against;
}
