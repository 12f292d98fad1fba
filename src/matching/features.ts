// What a message says for and against each entry, as a few numbers between 0 and about 2, each with its evidence.
import type { Against } from './signals/against.ts';
import type { Hit, Signals } from './signals/signals.ts';
import type { WordScores } from './words/words.ts';

/** In the order of the weights that `npm run fit` finds for them. */
export const RANKING_FEATURES = [
  'code',
  'text',
  'little',
  'context',
  'against',
  'provider',
  'elsewhere',
  'words',
  'coverage',
  'sentence',
  'early',
  'unproved',
] as const;

export type Features = Readonly<Record<(typeof RANKING_FEATURES)[number], number>>;

/** A hit with what it adds to one of the features. */
export type Counted = { readonly hit: Hit; readonly feature: 'code' | 'text' | 'little'; readonly gain: number };

export type Candidate = {
  readonly entry: number;
  readonly features: Features;
  readonly counted: readonly Counted[];
  readonly against: readonly Against[];
};

/** Entries without a provider of their own: a named service always speaks for its own entry first. */
const GENERIC = new Set(['general', 'oauth', 'jwt', 'git', 'ssh', 'smtp']);

/** What was found in one message; `length` is its number of words. */
export type Found = {
  readonly signals: Signals;
  readonly words: WordScores;
  readonly length: number;
};

/** The entries that may be it, each with what speaks for and against it. */
export function describe(
  entries: readonly number[],
  providerOf: (entry: number) => string,
  { signals, words, length }: Found,
): Candidate[] {
  const allHits = [...signals.hits.values()].flat();
  const counted = entries.map(entry => count(signals.hits.get(entry) ?? [], allHits));
  const proved = Math.min(1, Math.max(0, ...counted.map(proof)));
  const signsElsewhere = saturate(mostSigns(signals));
  return entries.map((entry, i) =>
    weigh(entry, counted[i] ?? [], { signals, words, length, provider: providerOf(entry), proved, signsElsewhere }),
  );
}

/** `proved`: of any entry. `signsElsewhere`: of the provider that is mentioned most. */
type Told = Found & { readonly provider: string; readonly proved: number; readonly signsElsewhere: number };

function weigh(entry: number, counted: readonly Counted[], told: Told): Candidate {
  const { signals, words, provider } = told;
  const against = signals.against(entry);
  const own = signals.providers.get(provider) ?? 0;
  const isGeneric = GENERIC.has(provider);
  const score = words.entries.of(entry);
  const sentence = words.nearest(entry);
  return {
    entry,
    counted,
    against,
    features: {
      code: sum(counted, 'code'),
      text: sum(counted, 'text'),
      little: sum(counted, 'little'),
      context: counted.some(part => part.hit.inContext) ? 1 : 0,
      against: Math.min(2, against.length),
      provider: isGeneric ? 0 : saturate(own),
      elsewhere: isGeneric || own === 0 ? told.signsElsewhere : 0,
      words: score / (score + 10),
      coverage: words.entries.reachable > 0 ? score / words.entries.reachable : 0,
      sentence: sentence / (sentence + 10),
      early: earliness(signals.hits.get(entry) ?? [], told.length),
      // A code or a text decides: how much is proved of others, for an entry of which nothing is.
      unproved: proof(counted) > 0 ? 0 : told.proved,
    },
  };
}

const proof = (counted: readonly Counted[]): number => sum(counted, 'code') + sum(counted, 'text');

function sum(counted: readonly Counted[], feature: Counted['feature']): number {
  let total = 0;
  for (const part of counted) if (part.feature === feature) total += part.gain;
  return total;
}

/** From 1, where the first of all words is a hit, to 0. */
const earliness = (hits: readonly Hit[], length: number): number =>
  hits.length === 0 ? 0 : 1 - Math.min(...hits.map(hit => hit.first)) / Math.max(1, length);

/** The most signs of one provider, of all but the generic ones. */
function mostSigns({ providers }: Signals): number {
  let most = 0;
  for (const [id, signs] of providers) if (!GENERIC.has(id)) most = Math.max(most, signs);
  return most;
}

/** 0, a half, three quarters, …: the second sign tells less than the first. */
const saturate = (count: number): number => 1 - 0.5 ** count;

/** Hits on the same words count once, by the longest; further ones add half as much each time. */
function count(hits: readonly Hit[], all: readonly Hit[]): Counted[] {
  const taken: Counted[] = [];
  const ordered = hits
    .map(hit => ({ hit, worth: worth(hit, all) }))
    .sort((a, b) => rankOf(a.hit) - rankOf(b.hit) || b.worth - a.worth);
  for (const { hit, worth } of ordered) {
    if (taken.some(other => overlap(other.hit, hit))) continue;
    const before = taken.filter(other => other.feature === hit.kind).length;
    taken.push({ hit, feature: hit.kind, gain: worth * 0.5 ** before });
  }
  return taken;
}

/** What proves comes before what only hints, on the same words. */
const rankOf = (hit: Hit): number => (hit.kind === 'little' ? 1 : 0);

const overlap = (a: Hit, b: Hit): boolean => a.first <= b.last && b.first <= a.last;

/** Longer texts prove more; a text that several entries claim, or that stands inside a longer one of another entry, less. */
function worth(hit: Hit, all: readonly Hit[]): number {
  const specific = hit.kind === 'text' ? Math.min(1, 0.4 + hit.length / 7) : 1;
  const inside = all.some(other => isInside(hit, other));
  return specific * (0.5 + 0.5 * hit.share) * (inside ? 0.4 : 1);
}

const isInside = (hit: Hit, other: Hit): boolean =>
  other.entry !== hit.entry && other.length > hit.length && other.first <= hit.first && other.last >= hit.last;
