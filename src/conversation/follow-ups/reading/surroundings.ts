// What may stand around a bare number that is a step: `did 2` and `2 is done`, not `port 2` or `2 months`.
import type { Token } from './tokens.ts';

/** Words right before and right after a step's number. */
export type Surroundings = { readonly before: ReadonlySet<string>; readonly after: ReadonlySet<string> };

/** Learned from sentences about steps: every number in them is a step. */
export function learnSurroundings(sentences: readonly (readonly Token[])[]): Surroundings {
  const before = new Set<string>();
  const after = new Set<string>();
  for (const tokens of sentences)
    tokens.forEach(({ kind }, at) => {
      if (kind !== 'number') return;
      if (tokens[at - 1]?.kind === 'word') before.add(textAt(tokens, at - 1));
      if (tokens[at + 1]?.kind === 'word') after.add(textAt(tokens, at + 1));
    });
  return { before, after };
}

const ARTICLES = new Set(['the', 'both']);

/** Whether the tokens from `first` to `last` may be a step, by what stands around them. */
export function fits(
  tokens: readonly Token[],
  { first, last }: { readonly first: number; readonly last: number },
  { before, after }: Surroundings,
): boolean {
  if (tokens[first]?.kind === 'ordinal' && isDate(tokens, first)) return false;
  const left = tokens[ARTICLES.has(textAt(tokens, first - 1)) ? first - 2 : first - 1];
  const right = tokens[last + 1];
  if (left?.text === '+' && tokens[first]?.glued) return false; // `+1` agrees with somebody
  return (isEdge(left) || before.has(left?.text ?? '')) && (isEdge(right) || after.has(right?.text ?? ''));
}

const isEdge = (token: Token | undefined): boolean => !token || token.kind === 'emoji' || token.kind === 'mark';

const DATED = new Set(['on', 'by', 'since', 'until', 'before', 'from', 'after']);
const STUCK = new Set(['stuck', 'hang', 'hanging', 'hung', 'am', 'are']);

/** `on the 1st`, but `stuck on the 1st`. */
const isDate = (tokens: readonly Token[], at: number): boolean =>
  DATED.has(textAt(tokens, at - 2)) && textAt(tokens, at - 1) === 'the' && !STUCK.has(textAt(tokens, at - 3));

const textAt = (tokens: readonly Token[], at: number): string => tokens[at]?.text ?? '';
