// What of a sentence is weighed: its words, pairs of words, what stands under a negation, how it begins and ends.
import stemmer from 'natural/lib/natural/stemmers/porter_stemmer.js';

/** How far a negation reaches, in words. */
const REACH = 3;
const NEGATIONS = new Set(['not', 'no', 'never', 'without', 'none', 'nothing', 'nobody', 'neither']);

/** `words` are the symbols of one sentence, see symbols.ts. */
export function featuresOf(words: readonly string[]): string[] {
  const features = new Set<string>(['always', `length ${lengthOf(words.length)}`]);
  let negated = 0;
  words.forEach((word, i) => {
    features.add(word);
    features.add(`~${stemOf(word)}`);
    features.add(`${words[i - 1] ?? '^'} ${word}`);
    if (i > 1) features.add(`${words[i - 2] ?? ''} _ ${word}`);
    if (negated > 0) features.add(`not ${stemOf(word)}`);
    negated = NEGATIONS.has(word) ? REACH : negated - 1;
  });
  features.add(`${words.at(-1) ?? ''} $`);
  return [...features];
}

const lengthOf = (words: number): string =>
  words < 4 ? String(words) : words < 6 ? 'some' : words < 10 ? 'many' : 'long';

const stems = new Map<string, string>();
function stemOf(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const stem = /^[a-z]+$/.test(word) ? stemmer.stem(word) : word;
  if (stems.size < 20_000) stems.set(word, stem); // a cache of spellings; bounded, since people can type anything
  return stem;
}
