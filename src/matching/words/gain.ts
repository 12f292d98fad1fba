// How much a term tells about one document among others (BM25).

// Robertson and Zaragoza 2009: k1 tempers repetition, b the length of a document; the usual middle values.
const K1 = 1.2;
const B = 0.5;

/** What a term adds to the score of a document that holds it. `documents[i]` counts the terms of document i, with their weights. */
export function createGain(
  documents: readonly ReadonlyMap<string, number>[],
): (term: string, document: number) => number {
  const lengths = documents.map(terms => terms.values().reduce((sum, count) => sum + count, 0));
  const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
  const held = new Map<string, number>();
  for (const terms of documents) for (const term of terms.keys()) held.set(term, (held.get(term) ?? 0) + 1);
  return (term, document) => {
    const holders = held.get(term) ?? 0;
    const count = documents[document]?.get(term) ?? 0;
    const norm = K1 * (1 - B + (B * (lengths[document] ?? mean)) / mean);
    const rarity = Math.log(1 + (documents.length - holders + 0.5) / (holders + 0.5));
    return (rarity * (count * (K1 + 1))) / (count + norm);
  };
}
