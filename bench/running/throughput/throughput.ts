// How many signed messages a second one core takes in, decides and acknowledges, beside a Bolt app that does nothing with them.
import { join } from 'node:path';
import { SIGNING_SECRET, startFakeSlack } from '../../../test/service/fake-slack.ts';
import { percent, type Table } from '../../table.ts';
import { median } from '../../timing.ts';
import { canPin, type Running, whileRunning } from '../process.ts';
import { whileServing } from '../serve.ts';
import { countsOf, difference, expectStored } from './counts.ts';
import { signedMessages } from './messages.ts';
import { type Pressed, press } from './press.ts';
import { type Kind, readTexts } from './texts.ts';

const WARM_MS = 5_000;
const ROUNDS = 5;
const ROUND_MS = 1_000;

/**
 * Messages a second, the median of the rounds; `share`, of what the empty listener takes, is that of each round beside it.
 * `answeredPerS`: how many of those that were stored were worked meanwhile.
 */
export type Rates = {
  readonly emptyPerS: number;
  readonly perS: number;
  readonly share: number;
  readonly answeredPerS: number;
};

export type ThroughputFigures = Readonly<Record<Kind, Rates>>;

type Both = { readonly locksmith: Running; readonly empty: Running };

export async function measureThroughput(say: (line: string) => void): Promise<ThroughputFigures> {
  const slack = await startFakeSlack();
  const env = {
    SLACK_BOT_TOKEN: 'xoxb-for-the-bench',
    SLACK_SIGNING_SECRET: SIGNING_SECRET,
    SLACK_API_URL: `${slack.url}/api/`,
    HOST: '127.0.0.1',
  };
  const peer = { args: [join(import.meta.dirname, 'empty-bolt.ts')], cwd: import.meta.dirname, onOneCore: true };
  const texts = await readTexts();
  let queued = 0;
  const measure = async (both: Both): Promise<ThroughputFigures> => {
    say('throughput: chatter');
    const chatter = await compare('chatter', texts.chatter, both);
    say('throughput: errors');
    const errors = await compare('errors', texts.errors, both);
    ({ queued } = await countsOf(both.locksmith));
    return { chatter, errors };
  };
  try {
    return await whileServing(locksmith => whileRunning(peer, empty => measure({ locksmith, empty })), {
      env,
      onOneCore: true,
      afterwards: store => expectStored(store, queued),
    });
  } finally {
    slack.stop();
  }
}

/** In turns; while the empty listener is asked, what Locksmith still has to work on waits. */
async function compare(kind: Kind, texts: readonly string[], { locksmith, empty }: Both): Promise<Rates> {
  const [ours, theirs] = [signedMessages(texts), signedMessages(texts)];
  const pressEmpty = async (ms: number): Promise<Pressed> => {
    locksmith.pause();
    const pressed = await press(empty.url, theirs, ms);
    locksmith.resume();
    return pressed;
  };
  await pressEmpty(WARM_MS);
  await press(locksmith.url, ours, WARM_MS);
  const before = await countsOf(locksmith);
  const rounds: { readonly empty: number; readonly locksmith: Pressed }[] = [];
  for (let i = 0; i < ROUNDS; i++)
    rounds.push({ empty: perS(await pressEmpty(ROUND_MS)), locksmith: await press(locksmith.url, ours, ROUND_MS) });
  const counts = difference(await countsOf(locksmith), before);
  const acknowledged = sum(rounds.map(round => round.locksmith.answered));
  const decided = kind === 'chatter' ? counts.chatter : counts.queued;
  if (decided !== acknowledged)
    throw new Error(`${acknowledged} ${kind} were acknowledged, and ${decided} were decided to be that`);
  return {
    emptyPerS: median(rounds.map(round => round.empty)),
    perS: median(rounds.map(round => perS(round.locksmith))),
    share: median(rounds.map(round => perS(round.locksmith) / round.empty)),
    answeredPerS: counts.answered / (sum(rounds.map(round => round.locksmith.ms)) / 1_000),
  };
}

const perS = ({ answered, ms }: Pressed): number => answered / (ms / 1_000);

const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);

export function showThroughput({ chatter, errors }: ThroughputFigures): Table {
  const number = (value: number): string => Math.round(value).toLocaleString('en');
  return {
    title: 'Signed Slack messages a second, in, decided and acknowledged',
    columns: ['', 'an empty Bolt listener', 'Locksmith', 'of the empty one'],
    rows: [
      ['chatter', number(chatter.emptyPerS), number(chatter.perS), percent(chatter.share)],
      ['errors', number(errors.emptyPerS), number(errors.perS), percent(errors.share)],
    ],
    notes: [
      `Errors were stored before they were acknowledged, and ${number(errors.answeredPerS)} a second of them answered meanwhile.`,
      canPin() ? 'Each server had one core, the same.' : 'There is no taskset here: each server had all cores.',
    ],
  };
}
