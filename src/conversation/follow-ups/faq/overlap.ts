// How much of a question other texts cover: stems and synonyms in common, weighed by how rare they are among the texts.
import stemmer from 'natural/lib/natural/stemmers/porter_stemmer.js';

/** A part of a text, and how much its words tell about the whole. */
export type Part = { readonly words: readonly string[]; readonly weight: number };

/** For each text the share of the question that it covers, from 0 to 1. */
export type Overlap = (words: readonly string[]) => readonly number[];

/** A word that no text holds counts like a common one of theirs. */
const UNKNOWN = 1;

export function createOverlap(texts: readonly (readonly Part[])[], synonyms: readonly (readonly string[])[]): Overlap {
  const stemOf = createStems(synonyms);
  const weights = texts.map(parts => weigh(parts, stemOf));
  const stems = Map.groupBy(
    weights.flatMap(of => [...of].map(([stem, weight]) => ({ stem, weight }))),
    ({ stem }) => stem,
  );
  const most = new Map<string, number>();
  const rarity = new Map<string, number>();
  for (const [stem, holders] of stems) {
    rarity.set(stem, Math.log(1 + (texts.length - holders.length + 0.5) / (holders.length + 0.5)));
    most.set(stem, Math.max(...holders.map(({ weight }) => weight)));
  }
  return words => {
    const asked = [...new Set(words.flatMap(word => stemOf(word) ?? []))];
    const total = sum(asked, stem => (rarity.get(stem) ?? UNKNOWN) * (most.get(stem) ?? 1));
    const covered = (of: ReadonlyMap<string, number>): number =>
      sum(asked, stem => (rarity.get(stem) ?? 0) * (of.get(stem) ?? 0));
    return weights.map(of => (total > 0 ? covered(of) / total : 0));
  };
}

const sum = (list: readonly string[], of: (item: string) => number): number =>
  list.reduce((total, item) => total + of(item), 0);

/** As in BM25 (Robertson and Zaragoza 2009): the second time a word stands in a text tells less than the first. */
const TEMPER = 1.2;

/** The weight of each stem in one text, from 0 to 2.2. */
function weigh(parts: readonly Part[], stemOf: (word: string) => string | undefined): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { words, weight } of parts)
    for (const stem of words.flatMap(word => stemOf(word) ?? [])) counts.set(stem, (counts.get(stem) ?? 0) + weight);
  return new Map([...counts].map(([stem, count]) => [stem, (count * (TEMPER + 1)) / (count + TEMPER)]));
}

function createStems(synonyms: readonly (readonly string[])[]): (word: string) => string | undefined {
  const group = new Map(
    synonyms.flatMap(words => words.map(word => [stemmer.stem(word), stemmer.stem(words[0] ?? word)] as const)),
  );
  const known = new Map<string, string>();
  return word => {
    if (word.length < 2 || GRAMMAR.has(word)) return undefined;
    const stem = known.get(word) ?? stemmer.stem(word);
    if (known.size < 20_000) known.set(word, stem); // a cache; bounded, since people can type anything
    return group.get(stem) ?? stem;
  };
}

/** Words that every question holds. */
const GRAMMAR = new Set(
  'a about after all also am an and any are as at be because been before being but by can cant could did do does doing dont for from get gets go got had has have he her here him his how i if im in into is isnt it its just like me more most my no not now of off on one only or other our out over own please same she should so some still than that the their them then there these they this those to too up us use used using very was we were what when where which while who why will with would you your anyway actually really'.split(
    ' ',
  ),
);
