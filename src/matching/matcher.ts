// Redacted text to ranked Matches with Evidence. Built once from all entries; a match is pure.
import type { Entry } from '../knowledge/entry.ts';
import type { Provider } from '../knowledge/vocabulary.ts';
import type { RedactedText } from '../redaction/redact.ts';
import { type Candidate, describe } from './features.ts';
import type { Evidence, Match } from './match.ts';
import type { Scores } from './postings.ts';
import { type Reading, read, wordsOf } from './reading.ts';
import { createSignalIndex, type Hit, type Signals } from './signals.ts';
import { type Cues, type Speaking, weighSpeaking } from './speaking.ts';
import { probability, rank, WEIGHTS, type Weights } from './weights.ts';
import { createWordIndex, type Document, type Field, type WordIndex } from './words.ts';

/** All that matching knows: the entries, whose signs speak for whom, and how people say things. */
export type MatchingKnowledge = {
  readonly entries: readonly Entry[];
  readonly providers: readonly Provider[];
  readonly synonyms: readonly (readonly string[])[];
  readonly cues: Cues;
  /** How people described a problem without pasting it, by entry id. */
  readonly described: ReadonlyMap<string, readonly string[]>;
};

/** `speaking` is undefined when nothing in the message speaks for any entry. */
export type Ranking = {
  readonly candidates: readonly Ranked[];
  readonly speaking: Speaking | undefined;
  readonly reading: Reading;
  readonly concepts: ReadonlySet<string>;
};
export type Ranked = { readonly candidate: Candidate; readonly score: number };

export type Matcher = {
  /** Every entry that may be it, the best first; empty when nothing speaks for any. */
  readonly match: (text: RedactedText) => readonly Match[];
  /** The same before weights become a probability: what the fit works on. */
  readonly rank: (text: RedactedText, weights?: Weights) => Ranking;
};

/** How many candidates are worth keeping, and how many words alone may bring in. */
const KEPT = 8;
const BY_WORDS = 12;

export function createMatcher(knowledge: MatchingKnowledge): Matcher {
  const signals = createSignalIndex(knowledge.entries, knowledge.providers);
  const said = (entry: Entry): readonly string[] => knowledge.described.get(entry.id) ?? [];
  const words = createWordIndex(
    knowledge.entries.map(entry => documentOf(entry, said(entry))),
    knowledge.synonyms,
  );
  const rankText = (text: RedactedText, weights: Weights = WEIGHTS): Ranking => {
    const reading = read(text);
    const found = signals.find(reading);
    const concepts = conceptsOf(reading, words);
    const scored = words.score(concepts);
    const candidates = [...candidateEntries(found, scored.entries)]
      .map(entry =>
        describe(entry, knowledge.entries[entry]?.provider ?? '', {
          signals: found,
          words: scored,
          length: reading.words.length,
        }),
      )
      .map(candidate => ({ candidate, score: rank(candidate.features, weights) }))
      .toSorted((a, b) => b.score - a.score || a.candidate.entry - b.candidate.entry);
    const [best, ...next] = candidates;
    return {
      candidates,
      reading,
      concepts,
      speaking:
        best &&
        weighSpeaking([best, ...next.slice(0, 2)], { reading, concepts, cues: knowledge.cues, odds: weights.odds }),
    };
  };
  return {
    rank: rankText,
    match(text) {
      const { candidates, speaking, reading, concepts } = rankText(text);
      if (!speaking) return [];
      const sure = probability(speaking, WEIGHTS.right);
      const doubt = Math.max(0, probability(speaking, WEIGHTS.trouble) - sure);
      const kept = candidates.slice(0, KEPT);
      const shares = share(kept.map(({ score }) => score));
      return kept.map(({ candidate }, i) => ({
        entry: knowledge.entries[candidate.entry]?.id ?? '',
        confidence: round(i === 0 ? sure : Math.min(sure, doubt * (shares[i] ?? 0))),
        evidence: explain(candidate, reading, words.terms(candidate.entry, concepts).slice(0, 6)),
      }));
    },
  };
}

/** How much of the remaining doubt each candidate takes: a soft maximum over the scores. */
function share(scores: readonly number[]): number[] {
  const top = Math.max(...scores.slice(1), 0);
  const parts = scores.map((score, i) => (i === 0 ? 0 : Math.exp(score - top)));
  const sum = parts.reduce((total, part) => total + part, 0);
  return parts.map(part => (sum > 0 ? part / sum : 0));
}

const round = (value: number): number => Math.round(value * 1000) / 1000;

function candidateEntries(signals: Signals, scores: Scores): Set<number> {
  const byWords: number[] = [];
  for (const entry of scores.touched) {
    const at = byWords.findIndex(other => scores.of(other) < scores.of(entry));
    if (at >= 0) byWords.splice(at, 0, entry);
    else if (byWords.length < BY_WORDS) byWords.push(entry);
    if (byWords.length > BY_WORDS) byWords.pop();
  }
  return new Set([...signals.hits.keys(), ...byWords]);
}

function conceptsOf(reading: Reading, words: WordIndex): Set<string> {
  const concepts = new Set<string>();
  for (const word of reading.bag) {
    const concept = words.concept(word);
    if (concept !== undefined) concepts.add(concept);
  }
  return concepts;
}

function explain(candidate: Candidate, reading: Reading, terms: readonly string[]): Evidence[] {
  const proofs = candidate.counted.map(({ hit, feature, gain }) => ({
    signature: hit.name,
    quote: quote(hit, reading),
    weight: round(gain * WEIGHTS.ranking[feature]),
  }));
  const weight = round(
    candidate.features.words * WEIGHTS.ranking.words + candidate.features.coverage * WEIGHTS.ranking.coverage,
  );
  return terms.length > 0 ? [...proofs, { terms, quote: terms.join(', '), weight }] : proofs;
}

function quote(hit: Hit, reading: Reading): string {
  const start = reading.words[hit.first]?.start ?? 0;
  const end = reading.words[hit.last]?.end ?? start;
  return reading.shown.slice(start, end).replace(/\s+/g, ' ').slice(0, 120);
}

/** What of an entry its words are taken from. Symptoms are how people say it, so they weigh most. */
function documentOf(entry: Entry, described: readonly string[]): Document {
  const field = (texts: readonly string[], weight: number): Field => ({ text: texts.flatMap(wordsOf), weight });
  const fields = [
    field(entry.symptoms, 2),
    field(described, 1.5),
    field([entry.title, entry.answer], 1.5),
    field(
      entry.signatures.flatMap(signature =>
        'pattern' in signature ? [] : 'code' in signature ? [signature.code] : [signature.text],
      ),
      1,
    ),
    field(
      entry.causes.map(cause => cause.title),
      1,
    ),
    field(entry.examples.match, 0.7),
    field(
      entry.faq.map(faq => faq.ask),
      0.5,
    ),
  ];
  return { fields, sentences: [...entry.symptoms, ...described, entry.title] };
}
