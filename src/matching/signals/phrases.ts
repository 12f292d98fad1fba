// The fixed texts by which entries, providers and cues are recognised, each with whose it is.
import type { Entry, Signature } from '../../knowledge/entry.ts';
import type { Provider } from '../../knowledge/vocabulary.ts';
import { camelParts, wordsOf } from '../reading/cut.ts';
import { createPattern, type Pattern } from './patterns.ts';
import type { Phrase } from './phrase-tree.ts';

/** What tells trouble from talk, from knowledge/words.yaml: signs of trouble, of calm, of trouble that is over, and of trouble of another kind. */
export const CUE_KINDS = ['trouble', 'calm', 'settled', 'other'] as const;
export type CueKind = (typeof CUE_KINDS)[number];
export type Cues = Readonly<Record<CueKind, readonly string[]>>;

/** A signature of an entry, by their numbers. */
export type Claim = { readonly entry: number; readonly signature: number };

export type Owner =
  | { readonly kind: 'signature'; readonly claims: readonly Claim[] }
  | {
      readonly kind: 'trigger';
      readonly claims: readonly Claim[];
      readonly run: Pattern['run'];
      /** Numbers of words: of each group one must stand in the message. */
      readonly needs: readonly (readonly number[])[];
    }
  | { readonly kind: 'cue'; readonly cue: CueKind; readonly text: string }
  | { readonly kind: 'sign'; readonly provider: string; readonly sign: string };

/** Whatever is recognised by fixed texts. */
export type Recognised = {
  readonly entries: readonly Entry[];
  readonly providers: readonly Provider[];
  readonly cues: Cues;
};

/** Everything to be found in one walk over the words of a message; `numberOf` gives a text that is only looked out for its number. */
export const phrasesFor = (
  { entries, providers, cues }: Recognised,
  numberOf: (text: string) => number,
): Phrase<Owner>[] => [
  ...entries.flatMap((entry, i) =>
    entry.signatures.flatMap((signature, s) => phrasesOf(signature, { entry: i, signature: s })),
  ),
  ...patternPhrases(entries, numberOf),
  ...providers.flatMap(signPhrases),
  ...CUE_KINDS.flatMap(cue => cuePhrases(cue, cues[cue])),
];

export const nameOf = (signature: Signature): string =>
  'code' in signature ? signature.code : 'text' in signature ? signature.text : signature.pattern;

/** The words of a text, as it is looked up among those found. */
export const contextKey = (text: string): string => wordsOf(text).join(' ');

/** A code in all its dresses: as written, in one word, and in its camel-case parts joined by `_` or `-`. */
function phrasesOf(signature: Signature, claim: Claim): Phrase<Owner>[] {
  if ('pattern' in signature) return [];
  const owner: Owner = { kind: 'signature', claims: [claim] };
  const name = nameOf(signature);
  const written = wordsOf(name);
  const parts = name.split(/[^A-Za-z0-9]+/).flatMap(camelParts);
  if ('text' in signature)
    return distinct([written, parts]).map(words => ({ words, joined: false, once: false, owner }));
  return distinct([written, [written.join('')], parts]).map(words => ({ words, joined: true, once: false, owner }));
}

/**
 * Twenty entries may have a pattern in common: it is run once for all of them, where the words that it cannot do without are met;
 * without such words it never runs (`knowledge check` says so).
 */
function patternPhrases(entries: readonly Entry[], numberOf: (text: string) => number): Phrase<Owner>[] {
  const patterns = entries.flatMap((entry, i) =>
    entry.signatures.flatMap((signature, s) =>
      'pattern' in signature ? [{ source: signature.pattern, claim: { entry: i, signature: s } }] : [],
    ),
  );
  return [...Map.groupBy(patterns, ({ source }) => source)].flatMap(([source, same]) => {
    const { trigger, run, needs } = createPattern(source);
    const claims = same.map(({ claim }) => claim);
    const owner: Owner = { kind: 'trigger', claims, run, needs: needs.map(words => words.map(numberOf)) };
    return trigger.length === 0 ? [] : [{ words: trigger, joined: false, once: false, owner }];
  });
}

const distinct = (variants: readonly (readonly string[])[]): (readonly string[])[] =>
  variants.filter(
    (words, i) => words.length > 0 && variants.findIndex(other => other.join(' ') === words.join(' ')) === i,
  );

const cuePhrases = (cue: CueKind, texts: readonly string[]): Phrase<Owner>[] =>
  texts.map(text => ({ words: wordsOf(text), joined: false, once: true, owner: { kind: 'cue', cue, text } }));

const signPhrases = ({ id, name, also, signs }: Provider): Phrase<Owner>[] =>
  [...new Set([name, ...also, ...signs])].map(sign => ({
    words: wordsOf(sign),
    joined: false,
    once: true,
    owner: { kind: 'sign', provider: id, sign },
  }));
