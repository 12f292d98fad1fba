// Which question of the knowledge base somebody asks: one of the thread's entry, of one nearby, of any, or none of them.
import type { Entry } from '../../../knowledge/entry.ts';
import { createLibrary, type Known, type Library, type Sources } from './library.ts';
import { compare, type Likeness, type Place, weigh } from './likeness.ts';
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
  const compareAll = createComparison(createLibrary(sources), sources.entries);
  return (words, about) => {
    const found = nearest(compareAll(words, about));
    const all = found.reduce((sum, { odds }) => sum + odds, 1);
    return found.map(({ known: { entry, ask }, odds }) => ({ entry, ask, confidence: odds / all }));
  };
}

/** A known question that may be meant. */
export type Compared = { readonly known: Known; readonly likeness: Likeness; readonly place: Place };

export type Comparison = (words: readonly string[], about: readonly string[]) => readonly Compared[];

export function createComparison(library: Library, entries: readonly Entry[]): Comparison {
  const related = new Map(entries.map(entry => [entry.id, entry.related ?? []]));
  return (words, about) => {
    const nearby = new Set(about.flatMap(id => related.get(id) ?? []));
    const placeOf = ({ entry }: Known): Place => {
      if (about.includes(entry)) return 'own';
      if (entry === GENERAL) return 'general';
      return nearby.has(entry) ? 'related' : 'elsewhere';
    };
    const asked = { stems: library.stems(subjectOf(words)), kinds: kindsOf(words) };
    return library.questions.flatMap(known => {
      const place = placeOf(known);
      const isFar = place !== 'own' && !asked.stems.some(stem => known.asked.has(stem));
      return isFar ? [] : [{ known, place, likeness: compare(asked, known, library) }];
    });
  };
}

export const nearest = (compared: readonly Compared[]): (Compared & { readonly odds: number })[] =>
  compared
    .map(one => ({ ...one, odds: Math.exp(weigh(one.likeness, one.place)) }))
    .toSorted((a, b) => b.odds - a.odds)
    .slice(0, WEIGHED);
