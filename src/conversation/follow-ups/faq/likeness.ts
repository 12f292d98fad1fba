// How alike what somebody asks and a known question are: a few measures, and one number of them all.
import type { Known, Library } from './library.ts';
import { kindsIn } from './question.ts';

/** What somebody asks: its stems and its kinds. */
export type Asked = { readonly stems: readonly string[]; readonly kinds: number };

/** Where a known question stands, seen from the thread: the nearer, the likelier that it is meant. */
export type Place = 'own' | 'related' | 'general' | 'elsewhere';

/** What is telling is rare among all questions, and held by few of its entry's: within one entry its own subject tells nothing. */
export type Likeness = {
  /** How telling is what they have in common. */
  readonly common: number;
  /** How rare is what only the answer holds. */
  readonly answer: number;
  /** How much of the nearest wording was said. */
  readonly wording: number;
  /** How telling the kinds are that both are of; and 1 where both are of some kind, but of no common one. */
  readonly kinds: number;
  readonly otherKind: number;
  /** Stems that neither question nor answer hold: how people talk, or what its entry is about, and what is neither. */
  readonly unsaid: number;
  readonly astray: number;
};

/** In the order in which they are fitted. */
export const MEASURES = ['common', 'answer', 'wording', 'kinds', 'otherKind', 'unsaid', 'astray'] as const;

/**
 * Fitted by test/conversation/follow-ups/faq/fit.ts: over 3,000 wordings of the entries, asked when they stood nowhere and when
 * their whole question stood nowhere, and over 230 questions made up as people ask. That none is meant is one of the choices.
 * The share of a question that is covered is no measure here: it spoke for nothing that these do not say.
 */
const WEIGHTS: Readonly<Record<keyof Likeness, number>> = {
  common: 5,
  answer: 1.5,
  wording: 1.4,
  kinds: 2.5,
  otherKind: -1,
  unsaid: -0.9,
  astray: -1,
};
/** As above. A sum of 0 is as likely as that none is meant. */
const PLACES: Readonly<Record<Place, number>> = { own: -1.2, related: -3, general: -3.9, elsewhere: -8.2 };

/** More of the same says no more. */
const ENOUGH = 3;

/** The logarithm of how much likelier it is that the known question is meant than that none is. */
export function weigh(likeness: Likeness, place: Place): number {
  let sum = PLACES[place];
  for (const name of MEASURES) sum += WEIGHTS[name] * likeness[name];
  return sum;
}

export function compare({ stems, kinds }: Asked, known: Known, { rarity, isTalk }: Library): Likeness {
  const { asked, answered, among } = known;
  const telling = (stem: string): number => rarity(stem) * rareAmong(among.holders.get(stem) ?? 0, among.size);
  const common = stems.filter(stem => asked.has(stem));
  const rest = stems.filter(stem => !asked.has(stem) && !answered.has(stem) && !among.subject.has(stem));
  const astray = rest.filter(stem => !isTalk(stem) && !among.words().has(stem)).length;
  const ofBoth = kindsIn(kinds).filter(kind => known.kinds[kind]);
  return {
    common: Math.min(ENOUGH, sum(common, telling)),
    answer: Math.min(
      ENOUGH,
      sum(
        stems.filter(stem => !asked.has(stem) && answered.has(stem)),
        rarity,
      ),
    ),
    wording: Math.max(0, ...known.wordings.map(wording => nearness(stems, wording, rarity))),
    kinds: sum(ofBoth, kind => (known.kinds[kind] ?? 0) * rareAmong(among.ofKind[kind] ?? 0, among.size)),
    otherKind: kinds && ofBoth.length === 0 && known.kinds.some(share => share > 0) ? 1 : 0,
    unsaid: Math.min(ENOUGH, rest.length - astray),
    astray: Math.min(ENOUGH, astray),
  };
}

/** From 1 for what none of the entry's questions holds, down to nearly nothing for what all do. */
const rareAmong = (holders: number, size: number): number =>
  Math.log((size + 1) / (holders + 0.5)) / Math.log((size + 1) / 0.5);

const nearness = (stems: readonly string[], wording: ReadonlySet<string>, rarity: Library['rarity']): number =>
  share(
    sum(
      stems.filter(stem => wording.has(stem)),
      rarity,
    ),
    sum([...wording], rarity),
  );

const share = (part: number, whole: number): number => (whole > 0 ? part / whole : 0);

const sum = <T>(list: readonly T[], of: (item: T) => number): number =>
  list.reduce((total, item) => total + of(item), 0);
