// Everything an entry or a provider is recognised by, found in one walk over the words of a message.
import type { Entry, Signature } from '../knowledge/entry.ts';
import type { Provider } from '../knowledge/vocabulary.ts';
import type { Heard } from './hearing.ts';
import { needsOf } from './needs.ts';
import { createPattern } from './patterns.ts';
import { findPhrases, ownersOf, type Phrase } from './phrase-index.ts';
import { camelParts, type Reading, wordsOf } from './reading.ts';

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

/** What tells trouble from talk, from knowledge/words.yaml: signs of trouble, of calm, of trouble that is over, and of trouble of another kind. */
export const CUE_KINDS = ['trouble', 'calm', 'settled', 'other'] as const;
export type CueKind = (typeof CUE_KINDS)[number];
export type Cues = Readonly<Record<CueKind, readonly string[]>>;

/** A look-alike of an entry for which the message speaks, and the words that do. */
export type Against = { readonly lookAlike: string; readonly first: number; readonly last: number };

export type SignalIndex = {
  /** Everything to be found in one walk over the words of a message. */
  readonly phrases: readonly Phrase<Owner>[];
  readonly find: (reading: Reading, heard: Heard<Owner>) => Signals;
};

type SignatureOwner = { readonly kind: 'signature'; readonly entry: number; readonly signature: number };
export type Owner =
  | SignatureOwner
  | {
      readonly kind: 'trigger';
      readonly entry: number;
      readonly signature: number;
      readonly run: ReturnType<typeof createPattern>;
    }
  | { readonly kind: 'context'; readonly context: string }
  | { readonly kind: 'cue'; readonly cue: CueKind; readonly text: string }
  | { readonly kind: 'sign'; readonly provider: string; readonly sign: string };

type Known = {
  readonly signature: Signature;
  readonly name: string;
  readonly share: number;
  readonly contexts: readonly string[];
};

/** Whatever is recognised by fixed texts. */
type Recognised = { readonly entries: readonly Entry[]; readonly providers: readonly Provider[]; readonly cues: Cues };

export function createSignalIndex({ entries, providers, cues }: Recognised): SignalIndex {
  const claims = countClaims(entries);
  const known = entries.map(entry => entry.signatures.map(signature => know(signature, claims)));
  const seen = whoSaw(entries);
  const phrases = [
    ...entries.flatMap((entry, i) =>
      entry.signatures.flatMap((signature, s) => phrasesOf(signature, { kind: 'signature', entry: i, signature: s })),
    ),
    ...contextPhrases([...known.flat().flatMap(({ contexts }) => contexts), ...seen.keys()]),
    ...providers.flatMap(signPhrases),
    ...CUE_KINDS.flatMap(cue => cuePhrases(cue, cues[cue])),
  ];
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
  const present = (context: string): boolean => contexts.has(context);
  const hits = new Map<string, Hit>();
  for (const { owner, ...span } of found) {
    if (owner.kind !== 'signature' && owner.kind !== 'trigger') continue;
    const covered =
      owner.kind === 'signature' ? span : hits.has(hitKey(owner)) ? undefined : owner.run(reading, span.first);
    const hit = covered && judge(owner, known[owner.entry]?.[owner.signature], covered, present);
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

function judge(
  owner: { readonly entry: number; readonly signature: number },
  known: Known | undefined,
  span: Span,
  present: (context: string) => boolean,
): Hit | undefined {
  if (!known) return undefined;
  const inContext = known.contexts.some(present);
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

const nameOf = (signature: Signature): string =>
  'code' in signature ? signature.code : 'text' in signature ? signature.text : signature.pattern;

const contextKey = (text: string): string => wordsOf(text).join(' ');

/** A code in all its dresses: as written, in one word, and in its camel-case parts joined by `_` or `-`. */
function phrasesOf(signature: Signature, owner: SignatureOwner): Phrase<Owner>[] {
  const name = nameOf(signature);
  if ('pattern' in signature) return triggerPhrase(name, owner);
  const written = wordsOf(name);
  const parts = name.split(/[^A-Za-z0-9]+/).flatMap(camelParts);
  if ('text' in signature) return distinct([written, parts]).map(words => ({ words, joined: false, owner }));
  return distinct([written, [written.join('')], parts]).map(words => ({ words, joined: true, owner }));
}

/** A pattern is run where the words that it cannot do without are met; without such words it never runs (`knowledge check` says so). */
function triggerPhrase(source: string, { entry, signature }: SignatureOwner): Phrase<Owner>[] {
  const words = needsOf(source).trigger;
  return words.length === 0
    ? []
    : [{ words, joined: false, owner: { kind: 'trigger', entry, signature, run: createPattern(source) } }];
}

const distinct = (variants: readonly (readonly string[])[]): (readonly string[])[] =>
  variants.filter(
    (words, i) => words.length > 0 && variants.findIndex(other => other.join(' ') === words.join(' ')) === i,
  );

const contextPhrases = (contexts: readonly string[]): Phrase<Owner>[] =>
  [...new Set(contexts)].map(context => ({
    words: context.split(' '),
    joined: false,
    owner: { kind: 'context', context },
  }));

const cuePhrases = (cue: CueKind, texts: readonly string[]): Phrase<Owner>[] =>
  texts.map(text => ({ words: wordsOf(text), joined: false, owner: { kind: 'cue', cue, text } }));

const signPhrases = ({ id, name, also, signs }: Provider): Phrase<Owner>[] =>
  [name, ...also, ...signs].map(sign => ({
    words: wordsOf(sign),
    joined: false,
    owner: { kind: 'sign', provider: id, sign },
  }));
