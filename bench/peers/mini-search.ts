// MiniSearch over the fields of the entries.
import MiniSearch from 'minisearch';
import stopwords from 'natural/lib/natural/util/stopwords.js';
import { type EntryText, FIELDS, type Peer, textsOf, WANTED } from './peer.ts';

const STOP_WORDS = new Set(stopwords.words);
const BOOST = { symptoms: 3, signatures: 2, title: 2 };

export const miniSearch: Peer = {
  title: 'MiniSearch',
  tuning: 'symptoms three times, signatures and title twice; no stop words; no fuzzy words, which put fewer right',
  build: knowledge => {
    const index = new MiniSearch<EntryText>({
      fields: [...FIELDS],
      processTerm: term => (STOP_WORDS.has(term.toLowerCase()) ? null : term.toLowerCase()),
      searchOptions: { boost: BOOST },
    });
    index.addAll(textsOf(knowledge));
    return text =>
      index
        .search(text)
        .slice(0, WANTED)
        .map(({ id, score }) => ({ id: String(id), score }));
  },
};
