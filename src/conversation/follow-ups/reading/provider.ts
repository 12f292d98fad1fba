// Which providers a message names, by name or by a product that only they have, and which of them it rules out.
import type { Provider } from '../../../knowledge/vocabulary.ts';
import type { Token } from './tokens.ts';

/** A provider named in the tokens from `first` to `last`. */
export type Named = { readonly provider: string; readonly first: number; readonly last: number };

export type ProviderFinder = (tokens: readonly Token[]) => Named[];

type Name = { readonly provider: string; readonly words: readonly string[] };

export function createProviderFinder(
  providers: readonly Provider[],
  products: Readonly<Record<string, readonly string[]>>,
): ProviderFinder {
  const names = providers.flatMap(({ id, name, also }) =>
    [id, ...name.replace(/\(.*\)/, '').split(' or '), ...also, ...(products[id] ?? [])].map(text => ({
      provider: id,
      words: text
        .toLowerCase()
        .split(/[^\p{L}\d.]+/u)
        .filter(word => word !== ''),
    })),
  );
  const byFirst = Map.groupBy(names, ({ words }) => words[0] ?? '');
  for (const list of byFirst.values()) list.sort((a, b) => b.words.length - a.words.length);
  return tokens => {
    const found: Named[] = [];
    for (let at = 0; at < tokens.length; ) {
      const name = byFirst.get(tokens[at]?.text ?? '')?.find(({ words }) => standsAt(tokens, at, words));
      if (name) found.push({ provider: name.provider, first: at, last: at + name.words.length - 1 });
      at += name?.words.length ?? 1;
    }
    return found;
  };
}

const standsAt = (tokens: readonly Token[], at: number, words: Name['words']): boolean =>
  words.every((word, i) => tokens[at + i]?.text === word);

/** Words between a negation and the provider that it rules out: `not aws`, `do not use aws`, `is not on aws`. */
const REACH = 3;

/** The last provider that is named and not ruled out. */
export function chosenProvider(tokens: readonly Token[], named: readonly Named[]): string | undefined {
  return named.findLast(one => !isRuledOut(tokens, one, named))?.provider;
}

function isRuledOut(tokens: readonly Token[], { first }: Named, named: readonly Named[]): boolean {
  for (let at = first - 1; at >= Math.max(0, first - 1 - REACH); at--) {
    const token = tokens[at];
    if (!token || token.kind === 'mark' || token.text === 'but' || named.some(one => one.last === at)) return false;
    if (token.text === 'not' || token.text === 'no') return true;
  }
  return false;
}
