// Which documents hold a term, and how much it tells about each (BM25): the arithmetic below words.ts, in flat arrays for speed.

/** The documents of one term, in their order, and what the term adds to the score of each. */
type Postings = { readonly documents: Int32Array; readonly gains: Float64Array; readonly best: number };

/** The documents that a query touched; `of` is 0 for all others. Valid until the next query of the same index. */
export type Scores = {
  readonly of: (document: number) => number;
  readonly touched: readonly number[];
  readonly reachable: number;
};

export type PostingIndex = {
  readonly query: (terms: ReadonlySet<string>) => Scores;
  /** What a term adds to a document's score. */
  readonly gain: (term: string, document: number) => number;
};

// BM25, Robertson and Zaragoza 2009: k1 tempers repetition, b the length of a document; the usual middle values.
const K1 = 1.2;
const B = 0.5;
/** A term of more documents than this tells next to nothing about any of them, and would make a large knowledge base slow. */
const MOST_HOLDERS = 400;

/** `documents[i]` counts the terms of document i, with their weights. */
export function createPostings(documents: readonly ReadonlyMap<string, number>[]): PostingIndex {
  const index = weigh(documents);
  const scratch = new Float64Array(documents.length);
  let touched: number[] = [];
  return {
    query(terms) {
      for (const document of touched) scratch[document] = 0;
      touched = [];
      let reachable = 0;
      for (const term of terms) {
        const postings = index.get(term);
        if (!postings || postings.documents.length > MOST_HOLDERS) continue;
        add(postings, scratch, touched);
        reachable += postings.best;
      }
      return { touched, reachable, of: document => scratch[document] ?? 0 };
    },
    gain(term, document) {
      const postings = index.get(term);
      const at = postings ? postings.documents.indexOf(document) : -1;
      return postings?.gains[at] ?? 0;
    },
  };
}

function add({ documents, gains }: Postings, scores: Float64Array, touched: number[]): void {
  for (let i = 0; i < documents.length; i++) {
    const document = documents[i] ?? 0;
    if (scores[document] === 0) touched.push(document);
    scores[document] = (scores[document] ?? 0) + (gains[i] ?? 0);
  }
}

function weigh(documents: readonly ReadonlyMap<string, number>[]): Map<string, Postings> {
  const lengths = documents.map(terms => terms.values().reduce((sum, count) => sum + count, 0));
  const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
  const holders = new Map<string, number[]>();
  documents.forEach((terms, document) => {
    for (const term of terms.keys()) {
      const list = holders.get(term);
      if (list) list.push(document);
      else holders.set(term, [document]);
    }
  });
  const gainOf = (term: string, document: number, held: number): number => {
    const count = documents[document]?.get(term) ?? 0;
    const norm = K1 * (1 - B + (B * (lengths[document] ?? mean)) / mean);
    const rarity = Math.log(1 + (documents.length - held + 0.5) / (held + 0.5));
    return (rarity * (count * (K1 + 1))) / (count + norm);
  };
  return new Map(
    [...holders].map(([term, held]) => {
      const gains = Float64Array.from(held, document => gainOf(term, document, held.length));
      return [term, { documents: Int32Array.from(held), gains, best: Math.max(...gains.slice(0, MOST_HOLDERS)) }];
    }),
  );
}
