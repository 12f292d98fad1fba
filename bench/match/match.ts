// Locksmith and its peers over the same entries and the same messages, each with each number of entries in its own process.
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { PEER_NAMES, PEERS, type PeerName } from '../peers/peers.ts';
import { type Measured, measuredSchema, type Task } from './task.ts';

/** The first is every real entry; the others are filled up with made ones. */
export const SIZES = [160, 1_000, 10_000, 100_000] as const;

export type Size = (typeof SIZES)[number];

/** Why there is no figure, or the figures. */
export type Outcome =
  | { readonly kind: 'measured'; readonly measured: Measured }
  | { readonly kind: 'skipped'; readonly why: string };

export type MatchFigures = Readonly<Record<PeerName, Readonly<Record<Size, Outcome>>>>;

/** `deadline`: when to stop, on the clock of `performance.now`. `patient`: try every peer with every number of entries. */
export type TimeToSpend = {
  readonly deadline: number;
  readonly processMs: number;
  readonly casesMs: number;
  readonly patient: boolean;
};

export type MatchOptions = {
  readonly cases: string | undefined;
  readonly time: TimeToSpend;
  readonly say: (line: string) => void;
};

/** What is left must be enough for a start and a warm-up. */
const TOO_LITTLE_MS = 3_000;
/** The heap of a peer with 100,000 entries; Node's own limit may be less. */
const HEAP_MB = 8_000;
const CHILD = resolve(import.meta.dirname, 'child.ts');

/** Locksmith first, then its peers from few entries to many: if time runs out, it is the largest of the slowest that is missing. */
export function measureMatch(options: MatchOptions): MatchFigures {
  const own = bySize(size => measure('locksmith', size, options));
  const peers = PEER_NAMES.filter(peer => peer !== 'locksmith');
  const outcomes = new Map<string, Outcome>();
  for (const size of SIZES) for (const peer of peers) outcomes.set(`${peer} ${size}`, measure(peer, size, options));
  const of = (peer: PeerName) => bySize(size => outcomes.get(`${peer} ${size}`) ?? skipped('not asked for'));
  return byPeer(peer => (peer === 'locksmith' ? own : of(peer)));
}

function measure(peer: PeerName, size: Size, { cases, time, say }: MatchOptions): Outcome {
  const { title, upTo = Number.POSITIVE_INFINITY } = PEERS[peer];
  if (size > upTo && !time.patient) return skipped(`takes minutes beyond ${upTo.toLocaleString('en')} entries`);
  const left = Math.floor(Math.min(time.processMs, time.deadline - performance.now()));
  if (left < TOO_LITTLE_MS) return skipped('the time of this run was over');
  say(`match: ${title}, ${size.toLocaleString('en')} entries`);
  return run(
    { peer, size, casesMs: time.casesMs, ...(cases !== undefined && size === SIZES[0] && { cases: resolve(cases) }) },
    left,
  );
}

function run(task: Task, timeout: number): Outcome {
  const child = spawnSync(
    process.execPath,
    ['--expose-gc', `--max-old-space-size=${HEAP_MB}`, CHILD, JSON.stringify(task)],
    { timeout, killSignal: 'SIGKILL', encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] },
  );
  if (child.status === 0) return { kind: 'measured', measured: measuredSchema.parse(JSON.parse(child.stdout)) };
  if (child.signal) return skipped(`not done after ${Math.round(timeout / 1_000)} s`);
  return skipped(`failed: ${child.stderr.split('\n').find(line => /Error/.test(line)) ?? `status ${child.status}`}`);
}

const skipped = (why: string): Outcome => ({ kind: 'skipped', why });

const byPeer = <T>(make: (peer: PeerName) => T): Readonly<Record<PeerName, T>> => ({
  locksmith: make('locksmith'),
  minisearch: make('minisearch'),
  tfidf: make('tfidf'),
  orama: make('orama'),
  bayes: make('bayes'),
  fuse: make('fuse'),
});

const bySize = <T>(make: (size: Size) => T): Readonly<Record<Size, T>> => ({
  160: make(160),
  1000: make(1_000),
  10000: make(10_000),
  100000: make(100_000),
});
