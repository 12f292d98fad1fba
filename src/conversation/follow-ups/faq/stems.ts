// Words as questions are compared by them: their stems, one for all words of a group, and what was written together taken apart.
import stemmer from 'natural/lib/natural/stemmers/porter_stemmer.js';

type Groups = readonly (readonly string[])[];

/** The stems of a text, each once. */
export type Stems = (words: readonly string[]) => readonly string[];

/** `asked`: what means the same in a question, whatever it means in an error; `vocabulary`: what a long word may be made of. */
export function createStems(synonyms: Groups, asked: Groups, vocabulary: ReadonlySet<string>): Stems {
  const groups = new Map([...synonyms, ...asked].flatMap(namesOf));
  const stems = new Map([...asked, ...synonyms].flatMap(namesOf).map(([word, name]) => [stemmer.stem(word), name]));
  const known = new Map<string, readonly string[]>();
  const stemOf = (word: string): string => {
    const stem = stemmer.stem(word);
    return groups.get(word) ?? stems.get(stem) ?? stem;
  };
  const stemsOf = (word: string): readonly string[] => {
    const cached = known.get(word);
    if (cached) return cached;
    const parts = apart(word, vocabulary).filter(part => part.length > 1 && !GRAMMAR.has(part));
    const found = parts.map(stemOf);
    if (known.size < 20_000) known.set(word, found); // a cache; bounded, since people can type anything
    return found;
  };
  return words => [...new Set(words.flatMap(stemsOf))];
}

const namesOf = (group: readonly string[]): (readonly [string, string])[] =>
  group.map(word => [word, stemmer.stem(group[0] ?? word)]);

/** Shorter words are not made of others, and shorter parts stand in every word. In letters. */
const LONG = 8;
const PART = 3;

/** `tokencreator`, `administratoraccess`: in as few words as it can be made of, or as it stands. */
function apart(word: string, vocabulary: ReadonlySet<string>): readonly string[] {
  if (word.length < LONG || vocabulary.has(word) || !/^[a-z]+$/.test(word)) return [word];
  const best: (readonly string[] | undefined)[] = [[]];
  for (let end = PART; end <= word.length; end++)
    for (let start = 0; start <= end - PART; start++) {
      const before = best[start];
      if (!before || !vocabulary.has(word.slice(start, end))) continue;
      if (before.length + 1 < (best[end]?.length ?? Number.POSITIVE_INFINITY))
        best[end] = [...before, word.slice(start, end)];
    }
  return best[word.length] ?? [word];
}

/** Words that every question holds. */
const GRAMMAR = new Set(
  'a about after all also am an and any are as at be because been before being but by can cant could did do does doing dont for from get gets go got had has have he her here him his how i if im in into is isnt it its just like me more most my no not now of off on one only or other our out over own please same she should so some still than that the their them then there these they this those to too up us use used using very was we were might may must shall what when where which while who why will with would you your anyway actually really ever goes going gone somebody someone anybody anyone such'.split(
    ' ',
  ),
);
