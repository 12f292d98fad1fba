// Redacted text to ranked Matches with Evidence. Built once from all entries; a match is pure.
import type { Entry } from '../knowledge/entry.ts';
import type { Provider } from '../knowledge/vocabulary.ts';
import type { RedactedText } from '../redaction/redact.ts';
import { explain } from './explain.ts';
import { type Candidate, describe } from './features.ts';
import type { Evidence, Match } from './match.ts';
import { wordsOf } from './reading/cut.ts';
import { createReader, type Reading } from './reading/reading.ts';
import type { Cues } from './signals/phrases.ts';
import { createSignalIndex, type Signals } from './signals/signals.ts';
import { type Message, type Speaking, weighSpeaking } from './speaking.ts';
import { probability, rank, round, WEIGHTS } from './weights.ts';
import type { Scores } from './words/postings.ts';
import { flowsLikeTrouble, soundsLikeTrouble } from './words/talk.ts';
import { createWordIndex, type Document, type Field, type WordIndex } from './words/words.ts';

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
  readonly words: Message['words'];
  readonly cues: Signals['cues'];
};
export type Ranked = { readonly candidate: Candidate; readonly score: number };

export type Matcher = {
  /** Every entry that may be it, the best first; empty when nothing speaks for any. */
  readonly match: (text: RedactedText) => readonly Match[];
  /** The same before weights become a probability: what the fit works on. */
  readonly rank: (text: RedactedText) => Ranking;
  /** The names of all concepts in a message, and of the pairs that stand side by side: what the fit learns from. */
  readonly names: (text: RedactedText) => ReadonlySet<string>;
};

/** How many candidates are worth keeping, and how many words alone may bring in. */
const KEPT = 8;
const BY_WORDS = 12;

export function createMatcher(knowledge: MatchingKnowledge): Matcher {
  const signals = createSignalIndex(knowledge);
  const said = (entry: Entry): readonly string[] => knowledge.described.get(entry.id) ?? [];
  const documents = knowledge.entries.map(entry => documentOf(entry, said(entry)));
  const words = createWordIndex(documents, { synonyms: knowledge.synonyms, odds: WEIGHTS.odds });
  const vocabulary = new Set([
    ...signals.vocabulary,
    ...documents.flatMap(({ fields }) => fields.flatMap(({ text }) => text)),
  ]);
  const read = createReader({ steps: signals.steps, concept: words.concept, telling: words.telling, vocabulary });
  const rankText = (text: RedactedText): Ranking => {
    const reading = read(text);
    const found = {
      signals: signals.find(reading),
      words: words.score(reading.concepts),
      length: reading.words.count,
    };
    const entries = candidateEntries(found.signals, found.words.entries);
    const candidates = describe(entries, entry => knowledge.entries[entry]?.provider ?? '', found)
      .map(candidate => ({ candidate, score: rank(candidate.features, WEIGHTS) }))
      .sort((a, b) => b.score - a.score || a.candidate.entry - b.candidate.entry);
    const { cues } = found.signals;
    const speaking = speakingOf(candidates, { reading, cues, words });
    const { count, glued } = reading.words;
    return { candidates, cues, speaking, words: { count, glued } };
  };
  return {
    rank: rankText,
    names: text => words.namesIn(read(text)),
    match(text) {
      return confidences(rankText(text)).map(({ candidate, confidence }) => {
        const entry = knowledge.entries[candidate.entry]?.id ?? '';
        return new ExplainedMatch(entry, confidence, () => explain(candidate, read(text), words));
      });
    },
  };
}

function speakingOf(
  [best, ...next]: readonly Ranked[],
  { reading, cues, words }: Pick<Ranking, 'cues'> & { readonly reading: Reading; readonly words: WordIndex },
): Speaking | undefined {
  if (!best) return undefined;
  const tally = words.tally(reading);
  const [talk, phrasing] = [soundsLikeTrouble(tally.words), flowsLikeTrouble(tally.pairs)];
  return weighSpeaking([best, ...next.slice(0, 2)], { words: reading.words, cues, talk, phrasing });
}

/**
 * A class because its evidence is worked out when asked for, from the message read once more: most messages are chatter, of which
 * nobody asks why.
 */
class ExplainedMatch implements Match {
  readonly entry: string;
  readonly confidence: number;
  readonly #explain: () => readonly Evidence[];
  constructor(entry: string, confidence: number, explained: () => readonly Evidence[]) {
    this.entry = entry;
    this.confidence = confidence;
    this.#explain = explained;
  }
  get evidence(): readonly Evidence[] {
    return this.#explain();
  }
}

/** Below one in a hundred that there is any trouble at all, there are no candidates. */
const LEAST = 0.01;

/** The candidates worth keeping, with the probability of each. */
function confidences({
  speaking,
  candidates,
}: Ranking): { readonly candidate: Candidate; readonly confidence: number }[] {
  if (!speaking) return [];
  const sure = probability(speaking, WEIGHTS.right);
  const trouble = Math.max(sure, probability(speaking, WEIGHTS.trouble));
  if (trouble < LEAST) return [];
  const kept = candidates.slice(0, KEPT);
  const shares = share(kept.map(({ score }) => score));
  return kept.map(({ candidate }, i) => ({
    candidate,
    confidence: round(i === 0 ? sure : Math.min(sure, (trouble - sure) * (shares[i] ?? 0))),
  }));
}

/** How much of the remaining doubt each candidate takes: a soft maximum over the scores. */
function share(scores: readonly number[]): number[] {
  const top = Math.max(...scores.slice(1), 0);
  const parts = scores.map((score, i) => (i === 0 ? 0 : Math.exp(score - top)));
  const sum = parts.reduce((total, part) => total + part, 0);
  return parts.map(part => (sum > 0 ? part / sum : 0));
}

/** All entries of which a sign was seen, and those that the words bring nearest. */
const candidateEntries = ({ hits }: Signals, scores: Scores): number[] => [
  ...new Set([...hits.keys(), ...scores.nearest(BY_WORDS)]),
];

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
