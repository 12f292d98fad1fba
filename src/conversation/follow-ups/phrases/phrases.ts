// Which act a sentence is nearest to, learned from the phrases of knowledge/follow-ups.yaml.
import type { FollowUps } from '../../../knowledge/vocabulary.ts';
import type { Reader, Topic } from '../reading/sentence.ts';
import { featuresOf } from './features.ts';
import { learn } from './learning.ts';

/** How probable each act is for a sentence. Groups under `none` count as one; `question-back` tells how much of it is a colleague's question. */
export type Nearness = ReadonlyMap<string, number>;
/** `part`: only a clause of a message, which does not mean what it would alone: `no, the other one` is no `no`. */
export type Phrases = (symbols: readonly string[], part?: 'part') => Nearness;

/** Steps up to 5 occur in the phrases. */
const TOPIC: Topic = { length: 9, codes: new Set() };

/** A word that stands in one phrase only tells nothing about the act; it becomes ANY, as does a word never seen. */
const ENOUGH = 2;

export function learnPhrases(followUps: FollowUps, read: Reader): Phrases {
  const groups = [
    ...Object.entries(followUps.acts),
    ...Object.entries(followUps.none).map(
      ([group, phrases]) => [group === 'question-back' ? 'none question-back' : 'none others', phrases] as const,
    ),
  ];
  const said = groups.flatMap(([label, phrases]) =>
    phrases.map(phrase => ({ label, symbols: read(phrase, TOPIC).symbols })),
  );
  const common = commonWords(said.map(({ symbols }) => symbols));
  const generalise = (symbols: readonly string[]): string[] =>
    symbols
      .map(symbol => (common.has(symbol) ? symbol : 'ANY'))
      .filter((symbol, i, all) => symbol !== 'ANY' || all[i - 1] !== 'ANY');
  const learned = learn(said.map(({ label, symbols }) => ({ label, features: featuresOf(generalise(symbols)) })));
  const exact = exactPhrases(said);
  return (symbols, part) => {
    const label = part ? undefined : exact.get(symbols.join(' '));
    const weighed = learned.weigh(featuresOf(generalise(symbols)));
    const shares = label === undefined ? weighed : weighed.map((share, i) => mix(share, learned.labels[i] === label));
    const nearness = new Map<string, number>();
    learned.labels.forEach((label, i) => {
      const act = label.startsWith('none ') ? 'none' : label;
      nearness.set(act, (nearness.get(act) ?? 0) + (shares[i] ?? 0));
      if (label === 'none question-back') nearness.set('question-back', shares[i] ?? 0);
    });
    return nearness;
  };
}

/** Somebody wrote a phrase as it stands here: what was learned from all the others hardly counts. */
const mix = (share: number, isIt: boolean): number => 0.1 * share + (isIt ? 0.9 : 0);

/** Each phrase with its label, but for the few that stand under two. */
function exactPhrases(
  said: readonly { readonly label: string; readonly symbols: readonly string[] }[],
): Map<string, string> {
  const labels = Map.groupBy(said, ({ symbols }) => symbols.join(' '));
  return new Map(
    [...labels].flatMap(([phrase, group]) => {
      const [first] = group;
      return first && group.every(({ label }) => label === first.label) ? [[phrase, first.label]] : [];
    }),
  );
}

function commonWords(sentences: readonly (readonly string[])[]): Set<string> {
  const counts = new Map<string, number>();
  for (const symbols of sentences)
    for (const symbol of new Set(symbols)) counts.set(symbol, (counts.get(symbol) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count >= ENOUGH).map(([symbol]) => symbol));
}
