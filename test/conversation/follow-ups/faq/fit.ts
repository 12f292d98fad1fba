// Fits the weights of src/conversation/follow-ups/faq/likeness.ts and prints them, in about a minute:
//   node test/conversation/follow-ups/faq/fit.ts
import { type Choice, softmax } from '../../../../bench/regression.ts';
import { type Comparison, createComparison, nearest } from '../../../../src/conversation/follow-ups/faq/faq.ts';
import { createLibrary, type Known, type Library } from '../../../../src/conversation/follow-ups/faq/library.ts';
import { MEASURES } from '../../../../src/conversation/follow-ups/faq/likeness.ts';
import { createLanguage, phrasesOf } from '../../../../src/conversation/follow-ups/language.ts';
import type { Entry, Faq } from '../../../../src/knowledge/entry.ts';
import { redact } from '../../../../src/redaction/redact.ts';
import { knowledge } from '../listening.ts';
import { readAsked } from './asked.ts';

const { entries } = knowledge;

/** Every third wording says enough. */
const STEP = 3;

/** What a wording counts that is asked outside its entry, where people ask it less often; and what was made up as people ask. */
const AWAY = 0.3;
const MADE_UP = 4;

/** A question of the general entry is asked anywhere: in so many threads each. */
const THREADS = 8;
const GENERAL = 'general/invalid-credentials';

/** So alike, by the stems of the shorter, that either answers; one of another entry is then no wrong answer. */
const TWINS = 0.4;

const PLACES = ['own', 'related', 'general', 'elsewhere'] as const;

const { read } = createLanguage(knowledge);

const libraryOf = (changed: readonly Entry[]): Library =>
  createLibrary({ ...knowledge, entries: changed, phrases: phrasesOf(knowledge.followUps) });

const withFaq = (change: (faq: readonly Faq[]) => Faq[]): Library =>
  libraryOf(entries.map(entry => ({ ...entry, faq: change(entry.faq) })));

const wordingsOf = ({ ask, also = [] }: Faq): string[] => [ask, ...also];

type Question = {
  readonly text: string;
  readonly about: string;
  readonly weight: number;
  /** Absent where none is. */
  readonly isRight?: (known: Known) => boolean;
  readonly isLeftOut?: (known: Known) => boolean;
};

/** The known questions that may be meant, and that none of them is. */
function choice(compare: Comparison, { text, about, weight, isRight, isLeftOut }: Question): Choice {
  const { words } = read(redact(text).text, { length: 0, codes: new Set() });
  const options = nearest(compare(words, [about]).filter(({ known }) => isRight?.(known) || !isLeftOut?.(known)));
  const compared = options.map(({ known, likeness, place }) => ({
    x: [...MEASURES.map(name => likeness[name]), ...PLACES.map(one => (one === place ? 1 : 0))],
    right: isRight?.(known) ?? false,
  }));
  const none = { x: [...MEASURES, ...PLACES].map(() => 0), right: isRight === undefined };
  return { weight, options: [...compared, none] };
}

const full = libraryOf(entries);
const stems = new Map(full.questions.map(({ entry, ask, asked }) => [`${entry} ${ask}`, asked]));

function isTwin(entry: string, { ask }: Faq): (known: Known) => boolean {
  const own = stems.get(`${entry} ${ask}`) ?? new Set();
  return ({ entry: other, asked }) =>
    other !== entry && own.intersection(asked).size >= TWINS * Math.max(1, Math.min(own.size, asked.size));
}

/** Where else a question of an entry is asked. */
function threadsBeside(id: string, seed: number): string[] {
  if (id === GENERAL)
    return Array.from({ length: THREADS }, (_, i) => entries[(seed * 37 + i * 101) % entries.length]?.id ?? id);
  const beside = entries.filter(({ related = [] }) => related.includes(id));
  return beside.length > 0 ? [beside[seed % beside.length]?.id ?? id] : [];
}

/** Each wording, asked when it stands nowhere. */
function reworded(index: number): Choice[] {
  const library = withFaq(faq =>
    faq.map(one => {
      const [ask = one.ask, ...also] = wordingsOf(one).filter((_, i, all) => i !== index || all.length === 1);
      return { ...one, ask, also };
    }),
  );
  const compare = createComparison(library, entries);
  const faqs = entries.flatMap(({ id, faq }) => faq.map(one => ({ id, one })));
  return faqs.flatMap(({ id, one }, at) => {
    const text = wordingsOf(one)[index];
    if (text === undefined || (at + index) % STEP !== 0 || wordingsOf(one).length < 2) return [];
    const asked = { text, isRight: (known: Known) => known === library.questions[at], isLeftOut: isTwin(id, one) };
    const beside = threadsBeside(id, at).filter(about => about !== id);
    return [
      choice(compare, { ...asked, about: id, weight: 1 }),
      ...beside.map(about => choice(compare, { ...asked, about, weight: AWAY })),
    ];
  });
}

/** Each wording, asked when its question stands nowhere: nothing is right. Every sixth question is away at a time. */
const AT_A_TIME = 6;

function unanswered(index: number): Choice[] {
  const compare = createComparison(
    withFaq(faq => faq.filter((_, i) => i % AT_A_TIME !== index)),
    entries,
  );
  return entries.flatMap(({ id, faq }) =>
    faq
      .filter((_, i) => i % AT_A_TIME === index)
      .flatMap(one =>
        wordingsOf(one)
          .filter((_, i) => (i + index) % STEP === 0)
          .map(text => choice(compare, { text, about: id, weight: 1, isLeftOut: isTwin(id, one) })),
      ),
  );
}

const madeUp = readAsked('questions.yaml').asked.map(({ about, text, right }) =>
  choice(createComparison(full, entries), {
    text,
    about,
    weight: MADE_UP,
    ...(right.length > 0 && { isRight: ({ ask }: Known) => right.includes(ask) }),
  }),
);

const choices = [
  ...[0, 1, 2, 3].flatMap(reworded),
  ...Array.from({ length: AT_A_TIME }, (_, index) => unanswered(index)).flat(),
  ...madeUp,
];
const names = [...MEASURES, ...PLACES];
const weights = softmax(
  choices,
  names.map(() => 0),
);
process.stdout.write(`${choices.length} questions\n`);
for (const [i, name] of names.entries()) process.stdout.write(`  ${name}: ${weights[i]?.toFixed(1)}\n`);
