// The figures of matching for programs: by peer, how often it is right, then its figures by number of entries.
import { PEER_NAMES, PEERS } from '../peers/peers.ts';
import { type MatchFigures, type Outcome, SIZES } from './match.ts';

export function toJson(figures: MatchFigures): unknown {
  const ofPeer = (peer: (typeof PEER_NAMES)[number]) => {
    const first = figures[peer][SIZES[0]];
    return {
      title: PEERS[peer].title,
      tuning: PEERS[peer].tuning,
      ...(first.kind === 'measured' && first.measured.accuracy),
      sizes: Object.fromEntries(SIZES.map(size => [size, ofSize(figures[peer][size])])),
    };
  };
  return Object.fromEntries(PEER_NAMES.map(peer => [peer, ofPeer(peer)]));
}

function ofSize(outcome: Outcome): unknown {
  if (outcome.kind === 'skipped') return { skipped: outcome.why };
  const { all, logs, talk, indexMs, indexMb } = outcome.measured;
  return { medianMicros: all.medianMicros, p99Micros: all.p99Micros, rounds: all.rounds, logs, talk, indexMs, indexMb };
}
