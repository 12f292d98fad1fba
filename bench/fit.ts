// Fits the matcher's weights on labelled cases, and says by cross-validation what they are worth on cases that were not fitted.
//   npm run fit -- [--cases DIR] [--write] [--wrong]
// DIR holds errors.jsonl and silence.jsonl; bench/cases and the entries' own examples are always used. --write replaces
// src/matching/weights.json.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { RANKING_FEATURES } from '../src/matching/features.ts';
import { SPEAKING_FEATURES, type Speaking, weighSpeaking } from '../src/matching/speaking.ts';
import { probability, rank, WEIGHTS, type Weights } from '../src/matching/weights.ts';
import { isPair } from '../src/matching/words/pairs.ts';
import { flowsLikeTrouble, type Odds, soundsLikeTrouble } from '../src/matching/words/talk.ts';
import { type Case, FOLDS, loadCases } from './cases.ts';
import { logistic, softmax } from './regression.ts';
import { learnTalk, type TalkModel, tallyOf } from './talk.ts';

const { values } = parseArgs({
  options: {
    cases: { type: 'string' },
    write: { type: 'boolean', default: false },
    wrong: { type: 'boolean', default: false },
  },
});

const { cases, knowledge, spoken } = loadCases(values.cases);
const ids = knowledge.entries.map(entry => entry.id);
const isRight = (one: Case, entry: number): boolean => one.accept.includes(ids[entry] ?? '');

/** Where the descent begins, and what it is pulled towards where the cases say little: a code proves most, text less, words least. */
const START: Weights['ranking'] = {
  code: 5,
  text: 5,
  little: 1,
  context: 1,
  against: -2,
  provider: 1,
  elsewhere: -1,
  words: 3,
  coverage: 3,
  sentence: 2,
  early: 0.2,
  unproved: -2,
};

function fitRanking(train: readonly Case[]): Weights['ranking'] {
  const rows = train
    .filter(one => one.accept.length > 0)
    .map(one => ({
      weight: one.weight,
      options: one.ranking.candidates.map(({ candidate }) => ({
        x: RANKING_FEATURES.map(name => candidate.features[name]),
        right: isRight(one, candidate.entry),
      })),
    }));
  return named(
    RANKING_FEATURES,
    softmax(
      rows,
      RANKING_FEATURES.map(name => START[name]),
    ),
  );
}

type Judged = { readonly best: number; readonly offered: readonly number[]; readonly speaking: Speaking };

/** The best entry of a case under some weights, and what speaks for saying it. */
function judge(one: Case, ranking: Weights['ranking'], odds: Odds): Judged | undefined {
  const scored = one.ranking.candidates
    .map(({ candidate }) => ({ candidate, score: rank(candidate.features, { ...WEIGHTS, ranking }) }))
    .toSorted((a, b) => b.score - a.score);
  const [best, ...next] = scored;
  if (!best) return undefined;
  const { words, cues } = one.ranking;
  const [pairs, concepts] = [one.names.values().filter(isPair), one.names.values().filter(name => !isPair(name))];
  return {
    best: best.candidate.entry,
    offered: scored.slice(0, 3).map(({ candidate }) => candidate.entry),
    speaking: weighSpeaking([best, ...next.slice(0, 2)], {
      words,
      cues,
      talk: soundsLikeTrouble(tallyOf(concepts, odds)),
      phrasing: flowsLikeTrouble(tallyOf(pairs, odds)),
    }),
  };
}

function fitWeights(train: readonly Case[]): { readonly weights: Weights; readonly talk: TalkModel } {
  const ranking = fitRanking(train);
  const talk = learnTalk([...spoken, ...train.flatMap(one => one.told ?? [])]);
  const rows = train.flatMap(one => {
    // A message that the talk model learned from is judged as if it had not been seen.
    const judged = judge(one, ranking, one.told ? talk.without(one.told) : talk.odds);
    if (!judged) return [];
    const x = [...SPEAKING_FEATURES.map(name => judged.speaking[name]), 1];
    return [
      {
        x,
        weight: one.weight,
        right: isRight(one, judged.best),
        offered: judged.offered.some(entry => isRight(one, entry)),
      },
    ];
  });
  const fitTo = (y: 'right' | 'offered') =>
    named([...SPEAKING_FEATURES, 'bias'], logistic(rows.map(row => ({ ...row, y: row[y] }))));
  return { talk, weights: { ranking, right: fitTo('right'), trouble: fitTo('offered'), odds: talk.odds } };
}

function named<Name extends string>(names: readonly Name[], vector: readonly number[]): Record<Name, number> {
  const pairs = names.map((name, i) => [name, vector[i] ?? 0] as const);
  return Object.fromEntries(pairs) as Record<Name, number>;
}

/** `sure` is the confidence in the best entry, `some` that it is one of the first three. */
type Outcome = {
  readonly one: Case;
  readonly sure: number;
  readonly some: number;
  readonly right: boolean;
  readonly offered: boolean;
  readonly best: string;
};

function outcome(one: Case, { weights, talk }: ReturnType<typeof fitWeights>): Outcome {
  const judged = judge(one, weights.ranking, talk.odds);
  if (!judged) return { one, sure: 0, some: 0, right: false, offered: false, best: '' };
  const sure = probability(judged.speaking, weights.right);
  return {
    one,
    sure,
    some: Math.max(sure, probability(judged.speaking, weights.trouble)),
    right: isRight(one, judged.best),
    offered: judged.offered.some(entry => isRight(one, entry)),
    best: ids[judged.best] ?? '',
  };
}

const share = (part: number, of: number): string => (part / Math.max(1, of)).toFixed(3);

function report(title: string, outcomes: readonly Outcome[]): void {
  const errors = outcomes.filter(({ one }) => one.accept.length > 0);
  const quiet = outcomes.filter(({ one }) => one.accept.length === 0);
  console.log(
    `${title}: ${errors.length} errors, the right entry first in ${share(errors.filter(({ right }) => right).length, errors.length)}; ${quiet.length} quiet`,
  );
  for (const threshold of [0.4, 0.5, 0.6, 0.7, 0.8]) {
    const answered = errors.filter(({ sure }) => sure >= threshold);
    const right = answered.filter(one => one.right).length;
    console.log(
      `  answer at ${threshold}: precision ${share(right, answered.length)} recall ${share(right, errors.length)} false alarms ${share(quiet.filter(({ sure }) => sure >= threshold).length, quiet.length)}`,
    );
  }
  for (const threshold of [0.4, 0.5, 0.6, 0.7, 0.8]) {
    const helped = errors.filter(one => (one.sure >= 0.5 ? one.right : one.some >= threshold && one.offered)).length;
    const alarms = quiet.filter(one => one.sure >= 0.5 || one.some >= threshold).length;
    console.log(
      `  ask at ${threshold}: helped ${share(helped, errors.length)} false alarms ${share(alarms, quiet.length)}`,
    );
  }
}

const BANDS = [
  [0, 0.05],
  [0.05, 0.1],
  [0.1, 0.2],
  [0.2, 0.4],
  [0.4, 0.6],
  [0.6, 0.8],
  [0.8, 0.9],
  [0.9, 1],
] as const;

function reliability(outcomes: readonly Outcome[]): void {
  for (const [low, high] of BANDS) {
    const inside = outcomes.filter(({ sure }) => sure >= low && (sure < high || high > 0.99));
    console.log(
      `  said ${low.toFixed(2)} to ${high.toFixed(2)}: right in ${share(inside.filter(({ right }) => right).length, inside.length)} of ${inside.length}`,
    );
  }
}

const crossed = Array.from({ length: FOLDS }, (_, fold) => {
  const fitted = fitWeights(cases.filter(one => one.fold !== fold));
  return cases.filter(one => one.fold === fold).map(one => outcome(one, fitted));
}).flat();

for (const set of new Set(cases.map(one => one.set)))
  report(
    `cross-validated, ${set}`,
    crossed.filter(({ one }) => one.set === set),
  );
console.log('reliability, cross-validated:');
reliability(crossed.filter(({ one }) => one.set !== 'examples'));
// Whoever addresses the bot has a problem, as a rule: what confidence means there decides the thresholds of addressed messages.
console.log('reliability where there is trouble, cross-validated:');
reliability(crossed.filter(({ one }) => one.set !== 'examples' && one.accept.length > 0));

const { weights } = fitWeights(cases);
const round = (_: string, value: unknown): unknown =>
  typeof value === 'number' ? Math.round(value * 1000) / 1000 : value;
console.log(JSON.stringify({ ...weights, odds: weights.odds.size }, round));
if (values.write)
  writeFileSync(
    'src/matching/weights.json',
    `${JSON.stringify({ ...weights, odds: Object.fromEntries(weights.odds) }, round, 2)}\n`,
  );
if (values.wrong)
  for (const { one, sure, right, best } of crossed)
    if (one.set !== 'examples' && (one.accept.length > 0 ? !right || sure < 0.5 : sure > 0.4))
      console.log(
        `${one.set} ${sure.toFixed(2)} ${one.accept.join('|') || 'QUIET'} <- ${best} :: ${one.text.slice(0, 240).replaceAll('\n', ' / ')}`,
      );
