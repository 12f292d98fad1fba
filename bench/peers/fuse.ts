// Fuse.js in its token search, made for queries of many words.
import Fuse from 'fuse.js';
import stopwords from 'natural/lib/natural/util/stopwords.js';
import { FIELDS, type Peer, textsOf, WANTED } from './peer.ts';

const STOP_WORDS = new Set(stopwords.words);
const WEIGHTS: Readonly<Record<string, number>> = { symptoms: 2, signatures: 2, title: 2 };

export const fuse: Peer = {
  title: 'Fuse.js',
  tuning: 'token search, threshold 0.1, no stop words; symptoms, signatures and title twice',
  // Every word of a message is compared with every text: seconds for a message of 2 KB.
  upTo: 160,
  build: knowledge => {
    const index = new Fuse(textsOf(knowledge), {
      keys: FIELDS.map(name => ({ name, weight: WEIGHTS[name] ?? 1 })),
      useTokenSearch: true,
      tokenize,
      ignoreLocation: true,
      threshold: 0.1,
      includeScore: true,
    });
    // Fuse.js counts down: 0 is a perfect match.
    return text =>
      index.search(text, { limit: WANTED }).map(({ item, score }) => ({ id: item.id, score: 1 - (score ?? 1) }));
  },
};

const tokenize = (text: string): string[] => [
  ...new Set((text.toLowerCase().match(/[\p{L}\p{N}_]{2,}/gu) ?? []).filter(word => !STOP_WORDS.has(word))),
];
