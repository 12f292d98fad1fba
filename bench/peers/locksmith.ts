// The matcher as the product calls it: matches with confidence and evidence.
import { createMatcher } from '../../src/matching/matcher.ts';
import { type Peer, WANTED } from './peer.ts';

export const locksmith: Peer = {
  title: 'Locksmith',
  tuning: 'as it ships',
  build: knowledge => {
    const matcher = createMatcher(knowledge);
    return text =>
      matcher
        .match(text)
        .slice(0, WANTED)
        .map(({ entry, confidence }) => ({ id: entry, score: confidence }));
  },
};
