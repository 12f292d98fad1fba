// Whether the best entry is right and worth saying: numbers about the whole message and the gap to the next entry.
import type { Candidate } from './features.ts';
import type { Words } from './reading/words.ts';
import type { CueKind } from './signals/phrases.ts';
import type { Signals } from './signals/signals.ts';

export const SPEAKING_FEATURES = [
  'score',
  'gap',
  'proof',
  'anyProof',
  'hint',
  'coverage',
  'provider',
  'certain',
  'talk',
  'doubt',
  'phrasing',
  'unprovedPhrasing',
  'placid',
  'trouble',
  'calm',
  'settled',
  'over',
  'other',
  'machine',
  'unprovedMachine',
  'length',
] as const;

/** `brief`: so few words that nothing is described, and nothing quoted that proves. */
export type Speaking = Readonly<Record<(typeof SPEAKING_FEATURES)[number], number>> & { readonly brief: boolean };

type Ranked = { readonly candidate: Candidate; readonly score: number };

/** What is known of a message besides its candidates. */
export type Message = {
  /** How many words it has, and how many of them are glued to the one before. */
  readonly words: Pick<Words, 'count' | 'glued'>;
  readonly cues: Signals['cues'];
  /** Of the words, whether they are those of trouble. */
  readonly talk: number;
  /** Of how they follow each other, the same. */
  readonly phrasing: number;
};

/** A code or a text proves in any number of words; a description takes more than these. */
const FEW = 4;

/** `best` and the next two. */
export function weighSpeaking(
  [best, ...others]: readonly [Ranked, ...Ranked[]],
  { words, cues, talk, phrasing }: Message,
): Speaking {
  const { features } = best.candidate;
  const count = Math.max(1, words.count);
  const told = (kind: CueKind): number => levelOff(cues.get(kind) ?? 0);
  const trouble = told('trouble');
  const machine = words.glued / count;
  const proved = proofOf(best) > 0;
  return {
    score: Math.min(4, best.score / 4),
    gap: Math.min(2, (best.score - (others[0]?.score ?? 0)) / 4),
    proof: proofOf(best),
    // Whatever proves one of the first three proves that there is trouble.
    anyProof: Math.max(...[best, ...others].map(proofOf)),
    hint: Math.min(1.5, features.little),
    coverage: features.coverage,
    provider: features.provider,
    certain: best.candidate.counted.some(({ feature, gain }) => feature !== 'little' && gain >= 0.95) ? 1 : 0,
    talk,
    // Where nothing is proved, it is the words that decide.
    doubt: proved ? 0 : talk,
    phrasing,
    unprovedPhrasing: proved ? 0 : phrasing,
    placid: proved || trouble > 0 ? 0 : 1,
    brief: !proved && words.count <= FEW,
    trouble,
    calm: told('calm'),
    settled: told('settled'),
    // An error that is quoted, because it is over.
    over: proved ? told('settled') : 0,
    other: proved ? 0 : told('other'),
    machine,
    // What a program prints names its error; a person may not.
    unprovedMachine: proved ? 0 : machine,
    length: Math.min(1.5, Math.log10(count) / 2),
  };
}

const proofOf = ({ candidate: { features } }: Ranked): number => Math.min(1.5, features.code + features.text);

/** 0, a half, three quarters, …: the second cue tells less than the first. */
const levelOff = (cues: number): number => 1 - 0.5 ** cues;
