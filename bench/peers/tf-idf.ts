// natural's TfIdf over one document an entry.
import stemmer from 'natural/lib/natural/stemmers/porter_stemmer.js';
import { TfIdf } from 'natural/lib/natural/tfidf/index.js';
import stopwords from 'natural/lib/natural/util/stopwords.js';
import { type Found, linesOf, type Peer, textsOf, WANTED } from './peer.ts';

const STOP_WORDS = new Set(stopwords.words);

export const tfIdf: Peer = {
  title: 'natural TfIdf',
  tuning: 'stems, no stop words, each word of a message once',
  // Every word of a message is compared with every entry.
  upTo: 10_000,
  build: knowledge => {
    const texts = textsOf(knowledge);
    const index = new TfIdf();
    for (const entry of texts) index.addDocument(stemsOf(linesOf(entry).join('\n')), entry.id);
    return text => {
      const measures = index.tfidfs([...new Set(stemsOf(text))]);
      return best(measures).map(i => ({ id: texts[i]?.id ?? '', score: measures[i] ?? 0 }) satisfies Found);
    };
  },
};

const stemsOf = (text: string): string[] =>
  (text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [])
    .filter(word => !STOP_WORDS.has(word))
    .map(word => stemmer.stem(word));

/** The positions of the highest measures, found in one walk: sorting them all would be held against the library. */
function best(measures: readonly number[]): number[] {
  const found: number[] = [];
  measures.forEach((measure, i) => {
    if (found.length === WANTED && measure <= (measures[found.at(-1) ?? 0] ?? 0)) return;
    const at = found.findIndex(other => measure > (measures[other] ?? 0));
    found.splice(at < 0 ? found.length : at, 0, i);
    found.length = Math.min(found.length, WANTED);
  });
  return found;
}
