// All questions that the entries answer, with what is known of each before anybody asks: its stems, its kinds, how rare they are.
import type { Entry } from '../../../knowledge/entry.ts';
import { wordsOf } from '../../../matching/reading/cut.ts';
import { KIND_COUNT, kindsOf, subjectOf } from './question.ts';
import { createStems, type Stems } from './stems.ts';

/** One question with all its wordings. */
export type Known = {
  readonly entry: string;
  readonly ask: string;
  /** The stems of each wording, and those of all. */
  readonly wordings: readonly ReadonlySet<string>[];
  readonly asked: ReadonlySet<string>;
  readonly answered: ReadonlySet<string>;
  /** For each kind, the share of the wordings that are of it. */
  readonly kinds: readonly number[];
  readonly among: Among;
};

/** The questions of one entry: how many of them hold a stem or are of a kind. What stands in its title is its subject and tells nothing. */
export type Among = {
  readonly size: number;
  readonly holders: ReadonlyMap<string, number>;
  readonly ofKind: readonly number[];
  readonly subject: ReadonlySet<string>;
  /** Of all its texts; read when first asked for, since a thread needs those of a few entries only. */
  readonly words: () => ReadonlySet<string>;
};

export type Library = {
  readonly questions: readonly Known[];
  readonly stems: Stems;
  /** From 0 for what every question and answer holds to 1 for what none does. */
  readonly rarity: (stem: string) => number;
  /** What people say in threads about anything. */
  readonly isTalk: (stem: string) => boolean;
};

export type Sources = {
  readonly entries: readonly Entry[];
  readonly synonyms: readonly (readonly string[])[];
  readonly asked: readonly (readonly string[])[];
  /** How people talk in threads, one phrase each. */
  readonly phrases: readonly string[];
};

/** A stem of fewer phrases is what a phrase is about, not how people talk. */
const OFTEN = 3;

export function createLibrary({ entries, synonyms, asked, phrases }: Sources): Library {
  const stems = createStems(synonyms, asked, vocabularyOf(entries));
  const questions = entries.flatMap(entry => questionsOf(entry, stems));
  const held = count(questions.map(({ asked, answered }) => asked.union(answered)));
  const talk = count(phrases.map(phrase => new Set(stems(wordsOf(phrase)))));
  const most = questions.length + 1;
  return {
    questions,
    stems,
    rarity: stem => Math.log(most / ((held.get(stem) ?? 0) + 1)) / Math.log(most),
    isTalk: stem => (talk.get(stem) ?? 0) >= OFTEN,
  };
}

function questionsOf(entry: Entry, stems: Stems): Known[] {
  const read = (text: string): ReadonlySet<string> => new Set(stems(subjectOf(wordsOf(text))));
  const questions = entry.faq.map(({ ask, also = [], answer }) => {
    const texts = [ask, ...also];
    const wordings = texts.map(read);
    return {
      entry: entry.id,
      ask,
      wordings,
      asked: union(wordings),
      answered: read(answer),
      kinds: sharesOf(texts.map(text => kindsOf(wordsOf(text)))),
    };
  });
  let words: ReadonlySet<string> | undefined;
  const among: Among = {
    size: questions.length,
    holders: count(questions.map(({ asked }) => asked)),
    ofKind: kindNumbers.map(kind => questions.reduce((sum, { kinds }) => sum + (kinds[kind] ?? 0), 0)),
    subject: union([read(entry.title), read(entry.id)]),
    words: () => {
      words ??= union(textsOf(entry).map(read));
      return words;
    },
  };
  return questions.map(question => ({ ...question, among }));
}

const kindNumbers = Array.from({ length: KIND_COUNT }, (_, kind) => kind);

const sharesOf = (kinds: readonly number[]): number[] =>
  kindNumbers.map(kind => kinds.filter(of => of & (1 << kind)).length / kinds.length);

const textsOf = ({ answer, symptoms, causes, advanced = [], faq, escalate }: Entry): string[] => [
  answer,
  escalate,
  ...symptoms,
  ...[...causes, ...advanced].flatMap(({ title, steps }) => [
    title,
    ...steps.flatMap(({ do: what, expect, run = '' }) => [what, expect, run]),
  ]),
  ...faq.flatMap(({ ask, also = [], answer }) => [ask, ...also, answer]),
];

/** The words that stand by themselves somewhere, as they are written. */
const vocabularyOf = (entries: readonly Entry[]): Set<string> =>
  new Set(
    entries
      .flatMap(({ title, faq }) => [title, ...faq.flatMap(({ ask, also = [], answer }) => [ask, ...also, answer])])
      .flatMap(text => wordsOf(text).filter(word => /^[a-z]{3,}$/.test(word))),
  );

const union = (sets: readonly ReadonlySet<string>[]): ReadonlySet<string> => new Set(sets.flatMap(set => [...set]));

function count(sets: readonly ReadonlySet<string>[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const set of sets) for (const stem of set) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return counts;
}
