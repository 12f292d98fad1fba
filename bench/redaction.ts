// What redaction costs: a message of 2 KB beside one plain regular expression over it, and whether twice the text takes twice the time.
import { redact } from '../src/redaction/redact.ts';
import { loadKnowledge } from '../src/service/knowledge/load.ts';
import { joined, makeMessages } from './made/messages.ts';
import { duration, type Table, times } from './table.ts';
import { summarise, type Timing, time } from './timing.ts';

const ROUNDS = { warmMs: 300, forMs: 1_000, most: 4_000 };
const LONG_ROUNDS = { warmMs: 500, forMs: 1_000, most: 200 };
const MESSAGES = 200;
const KB = 1_024;

export type RedactionFigures = {
  readonly plain: Timing;
  readonly message: Timing;
  readonly withSecrets: Timing;
  readonly kb64: Timing;
  readonly kb128: Timing;
};

export async function measureRedaction(): Promise<RedactionFigures> {
  const messages = makeMessages((await loadKnowledge()).entries, MESSAGES);
  const leaking = messages.map(text => `${text.slice(0, 1_000)} ${secrets()} ${text.slice(1_000)}`);
  const over = (texts: readonly string[], does: (text: string) => unknown, rounds = ROUNDS): Promise<Timing> =>
    time(round => does(texts[round % texts.length] ?? ''), rounds).then(summarise);
  return {
    plain: await over(messages, text => text.match(/[A-Za-z0-9]+/g)?.length),
    message: await over(messages, redact),
    withSecrets: await over(leaking, redact),
    // A secret makes it look twice: in both, or the one without would seem to be quick.
    kb64: await over([joined(leaking, 64 * KB)], redact, LONG_ROUNDS),
    kb128: await over([joined(leaking, 128 * KB)], redact, LONG_ROUNDS),
  };
}

/** Put together here, so that no file holds the shape of a secret. */
const secrets = (): string =>
  [`${'AKIA'}${'Q7'.repeat(8)}`, `password=${'hunter'.repeat(2)}9`, `${'ghp'}_${'aB3'.repeat(12)}`].join(' ');

export function showRedaction({ plain, message, withSecrets, kb64, kb128 }: RedactionFigures): Table {
  const row = (name: string, { medianMicros }: Timing): string[] => [
    name,
    duration(medianMicros),
    times(medianMicros / plain.medianMicros),
  ];
  return {
    title: 'Redaction: the median, and how many times a plain pattern over 2 KB',
    columns: ['', 'median', ''],
    rows: [
      row('a plain pattern over 2 KB', plain),
      row('2 KB', message),
      row('2 KB with three secrets', withSecrets),
      row('64 KB', kb64),
      row('128 KB', kb128),
    ],
    notes: [`128 KB takes ${times(kb128.medianMicros / kb64.medianMicros)} as long as 64 KB (linear is 2.0×).`],
  };
}
