// What a message says for and against each entry, as a few numbers between 0 and about 2, each with its evidence.
import type { Against, Hit, Signals } from './signals/signals.ts';
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

export function describe(entry: number, provider: string, { signals, words, length }: Found): Candidate {
  const hits = signals.hits.get(entry) ?? [];
  const counted = count(hits, signals.hits);
  const sum = (feature: Counted['feature']): number =>
    counted.filter(part => part.feature === feature).reduce((total, part) => total + part.gain, 0);
  const against = signals.against.get(entry) ?? [];
  const own = signals.providers.get(provider) ?? 0;
  const score = words.entries.of(entry);
  const sentence = words.nearest(entry);
  const first = Math.min(...hits.map(hit => hit.first));
  return {
    entry,
    counted,
    against,
    features: {
      code: sum('code'),
      text: sum('text'),
      little: sum('little'),
      context: counted.some(part => part.hit.inContext) ? 1 : 0,
      against: Math.min(2, against.length),
      provider: GENERIC.has(provider) ? 0 : saturate(own),
      elsewhere: own === 0 || GENERIC.has(provider) ? saturate(signsElsewhere(signals, provider)) : 0,
      words: score / (score + 10),
      coverage: words.entries.reachable > 0 ? score / words.entries.reachable : 0,
      sentence: sentence / (sentence + 10),
      early: hits.length > 0 ? 1 - first / Math.max(1, length) : 0,
      unproved: 0,
    },
  };
}

/** The most signs of one provider, of all but this and the generic ones. */
function signsElsewhere({ providers }: Signals, provider: string): number {
  let most = 0;
  for (const [id, signs] of providers) if (id !== provider && !GENERIC.has(id)) most = Math.max(most, signs);
  return most;
}

/** 0, a half, three quarters, …: the second sign tells less than the first. */
const saturate = (count: number): number => 1 - 0.5 ** count;

/** A code or a text decides: how much is proved of others, for an entry of which nothing is. */
export function withoutProof(candidates: readonly Candidate[]): Candidate[] {
  const proofOf = ({ features }: Candidate): number => features.code + features.text;
  const most = Math.min(1, Math.max(0, ...candidates.map(proofOf)));
  return candidates.map(candidate =>
    proofOf(candidate) > 0 ? candidate : { ...candidate, features: { ...candidate.features, unproved: most } },
  );
}

/** Hits on the same words count once, by the longest; further ones add half as much each time. */
function count(hits: readonly Hit[], all: Signals['hits']): Counted[] {
  const ordered = hits.toSorted((a, b) => rankOf(a) - rankOf(b) || worth(b, all) - worth(a, all));
  const taken: Counted[] = [];
  for (const hit of ordered) {
    if (taken.some(other => overlap(other.hit, hit))) continue;
    taken.push({
      hit,
      feature: hit.kind,
      gain: worth(hit, all) * 0.5 ** taken.filter(other => other.feature === hit.kind).length,
    });
  }
  return taken;
}

/** What proves comes before what only hints, on the same words. */
const rankOf = (hit: Hit): number => (hit.kind === 'little' ? 1 : 0);

const overlap = (a: Hit, b: Hit): boolean => a.first <= b.last && b.first <= a.last;

/** Longer texts prove more; a text that several entries claim, or that stands inside a longer one of another entry, less. */
function worth(hit: Hit, all: Signals['hits']): number {
  const specific = hit.kind === 'text' ? Math.min(1, 0.4 + hit.length / 7) : 1;
  const inside = all.values().some(others => others.some(other => isInside(hit, other)));
  return specific * (0.5 + 0.5 * hit.share) * (inside ? 0.4 : 1);
}

const isInside = (hit: Hit, other: Hit): boolean =>
  other.entry !== hit.entry && other.length > hit.length && other.first <= hit.first && other.last >= hit.last;
