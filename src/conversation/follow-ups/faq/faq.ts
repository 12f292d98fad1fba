// Which question of the knowledge base somebody asks: one of the thread's entry, of one nearby, of any, or none of them.
import { createLibrary, type Known, type Sources } from './library.ts';
import { compare, type Place, weigh } from './likeness.ts';
import { kindsOf, subjectOf } from './question.ts';

/** `confidence` is the probability that this question is meant, and no other and no unknown one. */
export type FaqFound = { readonly entry: string; readonly ask: string; readonly confidence: number };

/** The likeliest first. `about` is the thread's entry, or its candidates while none is sure. */
export type FaqFinder = (words: readonly string[], about: readonly string[]) => readonly FaqFound[];

/** Every thread may fall back on these. */
const GENERAL = 'general/invalid-credentials';

/** So many are weighed against each other; the many that hardly fit say nothing about the first. */
const WEIGHED = 16;

export function createFaqFinder(sources: Sources): FaqFinder {
  const library = createLibrary(sources);
  const related = new Map(sources.entries.map(entry => [entry.id, entry.related ?? []]));
  return (words, about) => {
    const nearby = new Set(about.flatMap(id => related.get(id) ?? []));
    const placeOf = ({ entry }: Known): Place => {
      if (about.includes(entry)) return 'own';
      if (entry === GENERAL) return 'general';
      return nearby.has(entry) ? 'related' : 'elsewhere';
    };
    const asked = { stems: library.stems(subjectOf(words)), kinds: kindsOf(words) };
    const found = library.questions
      .flatMap(known => {
        const place = placeOf(known);
        if (place !== 'own' && !asked.stems.some(stem => known.asked.has(stem))) return [];
        return [{ known, odds: Math.exp(weigh(compare(asked, known, library), place)) }];
      })
      .toSorted((a, b) => b.odds - a.odds)
      .slice(0, WEIGHED);
    const all = found.reduce((sum, { odds }) => sum + odds, 1);
    return found.map(({ known: { entry, ask }, odds }) => ({ entry, ask, confidence: odds / all }));
  };
}
