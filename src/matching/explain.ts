// Why a candidate was found: what the message says for it and against it, quoted as it was written.
import type { Candidate } from './features.ts';
import type { Evidence } from './match.ts';
import type { Reading } from './reading/reading.ts';
import type { Hit } from './signals/signals.ts';
import { round, WEIGHTS } from './weights.ts';
import type { WordIndex } from './words/words.ts';

/** The weightiest words that are shown. */
const MOST_TERMS = 6;

export function explain(candidate: Candidate, reading: Reading, words: WordIndex): Evidence[] {
  const proofs = candidate.counted.map(({ hit, feature, gain }) => ({
    signature: hit.name,
    quote: quote(hit, reading),
    weight: round(gain * WEIGHTS.ranking[feature]),
  }));
  const first = firstWords(reading);
  const written = words
    .terms(candidate.entry, reading.concepts)
    .map(concept => first.get(concept) ?? 0)
    .map(word => quote({ first: word, last: word }, reading));
  const terms = [...new Set(written)].slice(0, MOST_TERMS);
  const weight = round(
    candidate.features.words * WEIGHTS.ranking.words + candidate.features.coverage * WEIGHTS.ranking.coverage,
  );
  const share = candidate.features.against / Math.max(1, candidate.against.length);
  const against = candidate.against.map(({ lookAlike, ...span }) => ({
    lookAlike,
    quote: quote(span, reading),
    weight: round(share * WEIGHTS.ranking.against),
  }));
  return [...proofs, ...(terms.length > 0 ? [{ terms, quote: terms.join(', '), weight }] : []), ...against];
}

/** Of each concept the first word that means it: what is counted is a stem, which nobody wrote. */
function firstWords({ words, inner }: Reading): ReadonlyMap<number, number> {
  const first = new Map<number, number>();
  const see = (concept: number, word: number): void => {
    first.set(concept, Math.min(word, first.get(concept) ?? word));
  };
  for (let word = 0; word < words.count; word++) see(words.concept(word), word);
  for (const { word, parts } of inner) for (const { concept } of parts) see(concept, word);
  return first;
}

function quote({ first, last }: Pick<Hit, 'first' | 'last'>, reading: Reading): string {
  const start = reading.words.start(first);
  const end = reading.words.end(last);
  return reading.shown.slice(start, end).replace(/\s+/g, ' ').slice(0, 120);
}
