// What of all that is recognised by fixed texts stands in a message: found in one walk, judged by what stands beside it.
import type { Entry, Signature } from '../../knowledge/entry.ts';
import type { Heard } from '../reading/hearing.ts';
import type { Reading } from '../reading/reading.ts';
import { findPhrases, ownersOf, type Phrase } from './phrase-index.ts';
import { type CueKind, contextKey, nameOf, type Owner, phrasesFor, type Recognised } from './phrases.ts';

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
  readonly cues: Readonly<Record<CueKind, number>>;
};

/** A look-alike of an entry for which the message speaks, and the words that do. */
export type Against = { readonly lookAlike: string; readonly first: number; readonly last: number };

export type SignalIndex = {
  /** Everything to be found in one walk over the words of a message. */
  readonly phrases: readonly Phrase<Owner>[];
  readonly find: (reading: Reading, heard: Heard<Owner>) => Signals;
};

type Known = {
  readonly signature: Signature;
  readonly name: string;
  readonly share: number;
  readonly contexts: readonly string[];
};

export function createSignalIndex(recognised: Recognised): SignalIndex {
  const { entries } = recognised;
  const claims = countClaims(entries);
  const known = entries.map(entry => entry.signatures.map(signature => know(signature, claims)));
  const seen = whoSaw(entries);
  const contexts = [...known.flat().flatMap(one => one.contexts), ...seen.keys()];
  const phrases = phrasesFor(recognised, contexts);
  return { phrases, find: (reading, heard) => gather(reading, heard, { known, seen }) };
}

type Tables = {
  readonly known: readonly (readonly Known[])[];
  /** Which look-alikes a context speaks for. */
  readonly seen: ReadonlyMap<string, readonly Seen[]>;
};

function gather(reading: Reading, heard: Heard<Owner>, { known, seen }: Tables): Signals {
  const found = findPhrases(heard.words, heard.starts);
  const contexts = new Map<string, Span>();
  const signs = new Map<string, Set<string>>();
  const cues: Record<CueKind, Set<string>> = {
    trouble: new Set(),
    calm: new Set(),
    settled: new Set(),
    other: new Set(),
  };
  for (const { owner, first, last } of found) {
    if (owner.kind === 'cue') cues[owner.cue].add(owner.text);
    if (owner.kind === 'context' && !contexts.has(owner.context)) contexts.set(owner.context, { first, last });
    if (owner.kind === 'sign') signs.set(owner.provider, (signs.get(owner.provider) ?? new Set()).add(owner.sign));
  }
  for (const { start, word } of heard.parts)
    for (const owner of ownersOf(start))
      if (owner.kind === 'context' && !contexts.has(owner.context))
        contexts.set(owner.context, { first: word, last: word });
  const hits = new Map<string, Hit>();
  const runs = new Map<string, number>();
  for (const { owner, ...span } of found) {
    if (owner.kind !== 'signature' && owner.kind !== 'trigger') continue;
    const covered = owner.kind === 'signature' ? span : runOnce(owner, span.first, { reading, runs });
    const hit = covered && judge(owner, known[owner.entry]?.[owner.signature], covered, contexts);
    if (hit) keepLonger(hits, hit);
  }
  return {
    hits: Map.groupBy(hits.values(), hit => hit.entry),
    against: findAgainst(seen, contexts),
    providers: new Map([...signs].map(([provider, set]) => [provider, set.size])),
    cues: {
      trouble: cues.trouble.size,
      calm: cues.calm.size,
      settled: cues.settled.size,
      other: cues.other.size,
    },
  };
}

/** A pattern has so many chances in a message: a megabyte of what only begins like it must not cost a second. */
const MOST_RUNS = 30;

type Running = { readonly reading: Reading; readonly runs: Map<string, number> };

/** Once it has matched, further matches of the same pattern add nothing. */
function runOnce(
  owner: Extract<Owner, { readonly kind: 'trigger' }>,
  word: number,
  { reading, runs }: Running,
): Span | undefined {
  const run = runs.get(hitKey(owner)) ?? 0;
  if (run >= MOST_RUNS) return undefined;
  const found = owner.run(reading, word);
  runs.set(hitKey(owner), found ? MOST_RUNS : run + 1);
  return found;
}

function judge(
  owner: { readonly entry: number; readonly signature: number },
  known: Known | undefined,
  span: Span,
  contexts: ReadonlyMap<string, Span>,
): Hit | undefined {
  if (!known) return undefined;
  const inContext = known.contexts.some(context => contexts.has(context));
  if (known.contexts.length > 0 && !inContext) return undefined;
  const kind = known.signature.proves === 'little' ? 'little' : 'code' in known.signature ? 'code' : 'text';
  return {
    entry: owner.entry,
    signature: owner.signature,
    ...span,
    kind,
    name: known.name,
    length: span.last - span.first + 1,
    share: inContext ? 1 : known.share,
    inContext,
  };
}

function keepLonger(hits: Map<string, Hit>, hit: Hit): void {
  const before = hits.get(hitKey(hit));
  if (!before || before.length < hit.length) hits.set(hitKey(hit), hit);
}

const hitKey = (of: { readonly entry: number; readonly signature: number }): string => `${of.entry} ${of.signature}`;

type Span = { readonly first: number; readonly last: number };
type Seen = { readonly entry: number; readonly lookAlike: string; readonly context: string };

const whoSaw = (entries: readonly Entry[]): Map<string, Seen[]> =>
  Map.groupBy(
    entries.flatMap((entry, i) =>
      (entry['look-alikes'] ?? []).flatMap(other =>
        (other.seen ?? []).map(text => ({ context: contextKey(text), entry: i, lookAlike: other.entry })),
      ),
    ),
    ({ context }) => context,
  );

function findAgainst(seen: Tables['seen'], present: ReadonlyMap<string, Span>): Map<number, Against[]> {
  const against = new Map<number, Against[]>();
  for (const [context, span] of present)
    for (const { entry, lookAlike } of seen.get(context) ?? []) {
      const others = against.get(entry) ?? [];
      if (others.some(other => other.lookAlike === lookAlike)) continue;
      against.set(entry, [...others, { lookAlike, ...span }]);
    }
  return against;
}

/** How many entries claim each signature, by its words. */
function countClaims(entries: readonly Entry[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const entry of entries)
    for (const name of new Set(entry.signatures.map(signature => contextKey(nameOf(signature)))))
      counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

const know = (signature: Signature, counts: ReadonlyMap<string, number>): Known => ({
  signature,
  name: nameOf(signature),
  share: 1 / (counts.get(contextKey(nameOf(signature))) ?? 1),
  contexts: (signature.with ?? []).map(contextKey),
});
