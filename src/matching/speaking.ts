// Whether the best entry is right and worth saying: numbers about the whole message and the gap to the next entry.
import type { Candidate } from './features.ts';
import type { Reading } from './reading.ts';
import { type Odds, soundsLikeTrouble } from './talk.ts';

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
  'placid',
  'trouble',
  'calm',
  'machine',
  'length',
] as const;

/** `brief`: so few words that nothing is described, and nothing quoted that proves. */
export type Speaking = Readonly<Record<(typeof SPEAKING_FEATURES)[number], number>> & { readonly brief: boolean };

/** Words that tell trouble from talk, from knowledge/words.yaml. */
export type Cues = { readonly trouble: ReadonlySet<string>; readonly calm: ReadonlySet<string> };

type Ranked = { readonly candidate: Candidate; readonly score: number };

/** What is known of a message besides its candidates. */
export type Message = {
  readonly reading: Reading;
  readonly concepts: ReadonlySet<string>;
  readonly cues: Cues;
  readonly odds: Odds;
};

/** A code or a text proves in any number of words; a description takes more than these. */
const FEW = 4;

/** `best` and the next two. */
export function weighSpeaking(
  [best, ...others]: readonly [Ranked, ...Ranked[]],
  { reading, concepts, cues, odds }: Message,
): Speaking {
  const { features } = best.candidate;
  const words = Math.max(1, reading.words.length);
  const talk = soundsLikeTrouble(concepts, odds);
  const trouble = count(reading, cues.trouble);
  const proved = features.code + features.text > 0;
  return {
    score: Math.min(4, best.score / 4),
    gap: Math.min(2, (best.score - (others[0]?.score ?? 0)) / 4),
    proof: Math.min(1.5, features.code + features.text),
    // Whatever proves one of the first three proves that there is trouble.
    anyProof: Math.max(
      ...[best, ...others]
        .slice(0, 3)
        .map(({ candidate }) => Math.min(1.5, candidate.features.code + candidate.features.text)),
    ),
    hint: Math.min(1.5, features.little),
    coverage: features.coverage,
    provider: features.provider,
    certain: best.candidate.counted.some(({ feature, gain }) => feature !== 'little' && gain >= 0.95) ? 1 : 0,
    talk,
    // Where nothing is proved, it is the words that decide.
    doubt: proved ? 0 : talk,
    placid: proved || trouble > 0 ? 0 : 1,
    brief: !proved && reading.words.length <= FEW,
    trouble,
    calm: count(reading, cues.calm),
    machine: reading.words.filter(word => word.glued).length / words,
    length: Math.min(1.5, Math.log10(words) / 2),
  };
}

/** How many different cues a message holds, levelling off: 0, a half, three quarters. */
function count(reading: Reading, cues: ReadonlySet<string>): number {
  const found = [...cues].filter(cue => reading.bag.has(cue)).length;
  return 1 - 0.5 ** found;
}
