// Measures one peer with one number of entries, in a process of its own: its memory is nobody else's, and it can be stopped.
//   node --expose-gc bench/match/child.ts '{"peer":"locksmith","size":160,"casesMs":0}'
import type { MatchingKnowledge } from '../../src/matching/matcher.ts';
import { redact } from '../../src/redaction/redact.ts';
import { loadKnowledge } from '../../src/service/knowledge/load.ts';
import { growTo } from '../made/entries.ts';
import { makeMessages } from '../made/messages.ts';
import type { Find } from '../peers/peer.ts';
import { PEERS } from '../peers/peers.ts';
import { summarise, time } from '../timing.ts';
import { measureAccuracy } from './accuracy.ts';
import { type Measured, taskSchema } from './task.ts';

/** So many different messages that none is in a cache only because it has just been there. */
const MESSAGES = 200;
const ROUNDS = { warmMs: 1_500, forMs: 1_500, most: 20_000 };

const { peer, size, cases, casesMs } = taskSchema.parse(JSON.parse(process.argv[2] ?? ''));
const real = await loadKnowledge();
const knowledge = { ...real, entries: growTo(real.entries, size) };
const { find, ...index } = await build(knowledge);
const speed = await measureSpeed(find);
const accuracy = cases === undefined ? undefined : await measureAccuracy(find, cases, casesMs);
const measured: Measured = { ...index, ...speed, ...(accuracy && { accuracy }) };
process.stdout.write(JSON.stringify(measured));

async function build(of: MatchingKnowledge): Promise<Pick<Measured, 'indexMs' | 'indexMb'> & { readonly find: Find }> {
  const before = heapMb();
  const start = performance.now();
  const built = await PEERS[peer].build(of);
  const indexMs = performance.now() - start;
  return { find: built, indexMs, indexMb: heapMb() - before };
}

function heapMb(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 1e6;
}

async function measureSpeed(of: Find): Promise<Pick<Measured, 'all' | 'logs' | 'talk'>> {
  const messages = makeMessages(real.entries, MESSAGES).map(text => redact(text).text);
  const times = await time(round => {
    const text = messages[round % MESSAGES];
    return text === undefined ? [] : of(text);
  }, ROUNDS);
  return {
    all: summarise(times),
    logs: summarise(times.filter((_, i) => i % 2 === 0)),
    talk: summarise(times.filter((_, i) => i % 2 === 1)),
  };
}
