// The figures of matching as tables.
import { PEER_NAMES, PEERS, type PeerName } from '../peers/peers.ts';
import { duration, percent, type Table, times } from '../table.ts';
import { type MatchFigures, type Outcome, SIZES, type Size } from './match.ts';
import type { Accuracy, Measured } from './task.ts';

/** What design asks of 100,000 entries beside the real ones. */
const HELD_TO = 3;
const NONE = '-';

export const showMatch = (figures: MatchFigures, cases: string | undefined): Table[] => [
  ...(cases === undefined ? [] : [showAccuracy(figures, cases)]),
  showSpeed(figures),
  showLargest(figures),
  showIndex(figures),
];

export const NO_CASES =
  'Accuracy is left out: give --cases DIR, a folder with errors.jsonl and silence.jsonl. The cases in this repository are in the index.';

function showAccuracy(figures: MatchFigures, folder: string): Table {
  const cells = ({ top1, top3, recallAtOnePercent, errors, quiet }: Accuracy): string[] => [
    percent(top1),
    percent(top3),
    recallAtOnePercent === undefined ? NONE : percent(recallAtOnePercent),
    String(errors),
    String(quiet),
  ];
  return {
    title: `Right on the labelled cases of ${folder}`,
    columns: ['', 'right first', 'in first 3', 'right at 1 % false alarms', 'errors', 'quiet'],
    rows: PEER_NAMES.map(peer => {
      const accuracy = measuredIn(figures[peer][SIZES[0]])?.accuracy;
      return [PEERS[peer].title, ...(accuracy ? cells(accuracy) : [NONE])];
    }),
    notes: ['Each peer gets the threshold that suits it best on these quiet messages. Fewer cases: its time was over.'],
  };
}

const showSpeed = (figures: MatchFigures): Table => ({
  title: 'One match of 2 KB: the median, and how many times that of Locksmith',
  columns: ['entries', ...SIZES.map(size => size.toLocaleString('en'))],
  rows: PEER_NAMES.map(peer => [PEERS[peer].title, ...SIZES.map(size => speedCell(figures, peer, size))]),
  notes: reasons(figures),
});

function speedCell(figures: MatchFigures, peer: PeerName, size: Size): string {
  const mine = measuredIn(figures.locksmith[size]);
  const its = measuredIn(figures[peer][size]);
  if (!its) return NONE;
  const median = duration(its.all.medianMicros);
  return peer === 'locksmith' || !mine ? median : `${median}  ${times(its.all.medianMicros / mine.all.medianMicros)}`;
}

/** Each reason once, with those it holds for. */
const reasons = (figures: MatchFigures): string[] =>
  PEER_NAMES.flatMap(peer => {
    const why = SIZES.flatMap(size => {
      const outcome = figures[peer][size];
      return outcome.kind === 'skipped' ? [outcome.why] : [];
    });
    return [...new Set(why)].map(reason => `${PEERS[peer].title}: ${reason}`);
  });

function showLargest({ locksmith }: MatchFigures): Table {
  const sizes = SIZES.flatMap(size => {
    const measured = measuredIn(locksmith[size]);
    return measured ? [{ size, measured }] : [];
  });
  const first = sizes[0]?.measured;
  return {
    title: `Locksmith by size (held to ${HELD_TO}× at 100,000 entries)`,
    columns: ['entries', 'logs', 'talk', 'all', '99 in 100', 'beside 160'],
    rows: sizes.map(({ size, measured: { logs, talk, all } }) => [
      size.toLocaleString('en'),
      ...[logs.medianMicros, talk.medianMicros, all.medianMicros, all.p99Micros].map(duration),
      first ? times(all.medianMicros / first.all.medianMicros) : NONE,
    ]),
  };
}

const showIndex = (figures: MatchFigures): Table => ({
  title: 'Making the index: time and memory',
  columns: ['entries', ...SIZES.map(size => size.toLocaleString('en'))],
  rows: PEER_NAMES.map(peer => [
    PEERS[peer].title,
    ...SIZES.map(size => {
      const measured = measuredIn(figures[peer][size]);
      return measured ? `${duration(measured.indexMs * 1_000)}  ${Math.round(measured.indexMb)} MB` : NONE;
    }),
  ]),
});

const measuredIn = (outcome: Outcome): Measured | undefined =>
  outcome.kind === 'measured' ? outcome.measured : undefined;
