// Words as they were meant: short forms written out, typing errors mended towards words that the phrases use.
import { createNear } from '../../../matching/reading/near.ts';
import type { Token } from './tokens.ts';

export type Spelling = (tokens: readonly Token[]) => readonly Token[];

/** Shorter words have too many neighbours: `host` is not `lost`. */
const SHORTEST = 4;

/**
 * `vocabulary` are words towards which errors are mended, `known` words that are right as they stand although no phrase
 * uses them: those of the entries. `spellings` go from what is meant to how it is typed.
 */
export function createSpelling(
  spellings: Readonly<Record<string, readonly string[]>>,
  vocabulary: ReadonlySet<string>,
  known: ReadonlySet<string>,
): Spelling {
  const meant = new Map(Object.entries(spellings).flatMap(([word, typed]) => typed.map(form => [form, word] as const)));
  const near = createNear(vocabulary, SHORTEST);
  const mend = (typed: string): string => {
    if (typed.endsWith("'s") && !meant.has(typed.replace("'", ''))) return `${mend(typed.slice(0, -2))} is`;
    const text = typed.replaceAll("'", '');
    const short = meant.get(typed) ?? meant.get(text);
    if (short !== undefined) return short;
    if (vocabulary.has(text) || known.has(text) || known.has(text.replace(/s$/, ''))) return text; // `pats` are no `past`
    return near(text) ?? near(text.replace(/(\p{L})\1+/gu, '$1')) ?? inTwo(text, vocabulary) ?? text;
  };
  return tokens =>
    tokens.flatMap(token =>
      token.kind === 'word'
        ? mend(token.text)
            .split(' ')
            .map(text => ({ ...token, text }))
        : [token],
    );
}

/** `notworking`: a space forgotten. Both parts must be words of some length. */
function inTwo(text: string, vocabulary: ReadonlySet<string>): string | undefined {
  for (let at = 3; at <= text.length - 3; at++) {
    const parts = [text.slice(0, at), text.slice(at)];
    if (parts.every(part => vocabulary.has(part))) return parts.join(' ');
  }
  return undefined;
}
