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
  const written = words.terms(candidate.entry, reading.concepts).map(concept => asWritten(concept, reading));
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

/** The first word of the message that means it: what is counted is a stem, which nobody wrote. */
function asWritten(concept: number, reading: Reading): string {
  const { words } = reading;
  const inner = new Set(
    reading.inner.filter(({ parts }) => parts.some(part => part.concept === concept)).map(({ word }) => word),
  );
  let word = 0;
  while (word < words.count && words.concept(word) !== concept && !inner.has(word)) word++;
  return quote({ first: word, last: word }, reading);
}

function quote({ first, last }: Pick<Hit, 'first' | 'last'>, reading: Reading): string {
  const start = reading.words.start(first);
  const end = reading.words.end(last);
  return reading.shown.slice(start, end).replace(/\s+/g, ' ').slice(0, 120);
}
