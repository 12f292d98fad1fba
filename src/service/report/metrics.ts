// What can be watched: counters and times, without a word of what anybody wrote.
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** What became of an event that came in; the last two were not for us. */
export type Received = 'chatter' | 'queued' | 'repeat' | 'external' | 'not-installed';

export type Metrics = {
  readonly received: (surface: string, outcome: Received) => void;
  /** A turn that was answered, with what was counted in it, and the time since the event was queued. */
  readonly turned: (counted: readonly string[], ms: number) => void;
  readonly delivered: (surface: string, outcome: string) => void;
  readonly secrets: (kinds: readonly string[]) => void;
  /** Entries in force, and whether the last read of them went wrong. */
  readonly entries: (count: number) => void;
  readonly text: () => Promise<{ readonly type: string; readonly body: string }>;
};

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'locksmith_' });
  const registers = [registry];
  const received = new Counter({
    name: 'locksmith_messages_total',
    help: 'Messages received',
    labelNames: ['surface', 'outcome'],
    registers,
  });
  const turns = new Counter({
    name: 'locksmith_turns_total',
    help: 'Turns, by what was counted',
    labelNames: ['counted'],
    registers,
  });
  const seconds = new Histogram({
    name: 'locksmith_turn_seconds',
    help: 'From queued to answered',
    buckets: [0.005, 0.02, 0.05, 0.2, 1, 5, 30],
    registers,
  });
  const deliveries = new Counter({
    name: 'locksmith_deliveries_total',
    help: 'Replies delivered',
    labelNames: ['surface', 'outcome'],
    registers,
  });
  const secrets = new Counter({
    name: 'locksmith_secrets_total',
    help: 'Secrets seen, by kind',
    labelNames: ['kind'],
    registers,
  });
  const entries = new Gauge({ name: 'locksmith_entries', help: 'Entries in force', registers });
  return {
    received: (surface, outcome) => received.inc({ surface, outcome }),
    turned: (counted, ms) => {
      seconds.observe(ms / 1000);
      for (const name of counted) turns.inc({ counted: name.split(' ')[0] ?? name });
    },
    delivered: (surface, outcome) => deliveries.inc({ surface, outcome }),
    secrets: kinds => {
      for (const kind of kinds) secrets.inc({ kind });
    },
    entries: count => entries.set(count),
    text: async () => ({ type: registry.contentType, body: await registry.metrics() }),
  };
}
