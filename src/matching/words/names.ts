// What a word is called: words with one stem, or of one group of synonyms, have one name.
import stemmer from 'natural/lib/natural/stemmers/porter_stemmer.js';
import { remember } from './remember.ts';

/** The name of a word: its stem, or that of the first of its synonyms; undefined for words that tell nothing. */
export function createNames(synonyms: readonly (readonly string[])[]): (word: string) => string | undefined {
  const group = new Map<string, string>();
  for (const [first, ...others] of synonyms) {
    if (first === undefined) continue;
    for (const other of [first, ...others]) group.set(stemmer.stem(other), stemmer.stem(first));
  }
  const nameOf = remember(word => {
    const stem = stemmer.stem(word);
    return group.get(stem) ?? stem;
  });
  return word => (tellsNothing(word) ? undefined : nameOf(word));
}

// Words of grammar. Negations and question words stay out as well: whether somebody asks or complains is not whose error it is.
const GRAMMAR = new Set(
  'a about after again all also am an and any are as at be because been before being but by can cannot could did do does doing dont for from get gets go goes got had has have he her here him his how i if im in into is isnt it its just like me more most my no not now of off on one only or other our out over own please same she should so some still than that the their them then there these they this those to too up us use used very was we were what when where which while who why will with would you your'.split(
    ' ',
  ),
);

/** A word that says nothing of whose error it is, but something of whether people have trouble or only talk. */
export const isGrammar = (word: string): boolean => GRAMMAR.has(word);

const tellsNothing = (word: string): boolean =>
  word.length < 2 || word.length > 40 || GRAMMAR.has(word) || /^(?:\d{7,}|[0-9a-f]{12,})$/.test(word);
