// A candidate and its reasons: what matching returns, and what a decision is made of.

/**
 * Why: the signature or the words that spoke for an entry, with the quoted text. With a negative weight it spoke against it, and for
 * `lookAlike` instead.
 */
export type Evidence = {
  readonly signature?: string;
  readonly terms?: readonly string[];
  readonly lookAlike?: string;
  readonly quote: string;
  readonly weight: number;
};

/**
 * An entry that may be it; `confidence` is a probability from 0 to 1, never without its evidence. That is worked out when asked for,
 * and so not copied by a spread: declared as a class, for which the compiler knows it.
 */
export declare class Match {
  readonly entry: string;
  readonly confidence: number;
  get evidence(): readonly Evidence[];
}

/** `answer`: one entry, sure enough. `ask`: a few it could be. `silent`: none, or not sure enough to speak. */
export type Decision =
  | { readonly kind: 'answer'; readonly match: Match; readonly others: readonly Match[] }
  | { readonly kind: 'ask'; readonly candidates: readonly Match[] }
  | { readonly kind: 'silent'; readonly candidates: readonly Match[] };
