// The look-alikes of an entry that a message speaks for instead.
import type { Entry } from '../../knowledge/entry.ts';
import { wordsOf } from '../reading/cut.ts';
import { NONE } from '../reading/lexicon.ts';

/** A look-alike of an entry for which the message speaks, and the words that do. */
export type Against = { readonly lookAlike: string; readonly first: number; readonly last: number };

/** A look-alike and the texts that speak for it: the number of each, and of how many words it is. */
export type LookAlike = { readonly id: string; readonly texts: readonly number[]; readonly lengths: readonly number[] };

/** An entry may name a look-alike more than once, each time for another reason. */
export function lookAlikesOf(entry: Entry, numberOf: (text: string) => number): LookAlike[] {
  const named = Map.groupBy(entry['look-alikes'] ?? [], other => other.entry);
  return [...named].flatMap(([id, same]) => {
    const seen = same.flatMap(other => other.seen ?? []);
    return seen.length === 0
      ? []
      : [{ id, texts: seen.map(numberOf), lengths: seen.map(text => wordsOf(text).length) }];
  });
}

/** Each by the one of its texts that stands first, in the order of the message. */
export function findAgainst(lookAlikes: readonly LookAlike[], firstOf: (text: number) => number): readonly Against[] {
  const against: Against[] = [];
  for (const { id, texts, lengths } of lookAlikes) {
    let first = Number.MAX_SAFE_INTEGER;
    let length = 0;
    for (let i = 0; i < texts.length; i++) {
      const at = firstOf(texts[i] ?? NONE);
      if (at === NONE || at >= first) continue;
      first = at;
      length = lengths[i] ?? 1;
    }
    if (length > 0) against.push({ lookAlike: id, first, last: first + length - 1 });
  }
  return against.length > 1 ? against.sort((a, b) => a.first - b.first) : against;
}
