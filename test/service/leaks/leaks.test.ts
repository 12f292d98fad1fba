// Every redaction rule's own examples go in by every door of every surface, at log level trace; then everything that we keep or
// say is searched for them.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { redact } from '../../../src/redaction/redact.ts';
import { receiveMessage } from '../../../src/surfaces/slack/receiving/message.ts';
import { textOf } from '../../redaction/example.ts';
import { EXAMPLES } from '../../redaction/examples.ts';
import { createConnector } from '../../surfaces/teams/fixtures.ts';
import { messageBody, postSigned, SIGNING_SECRET, startFakeSlack } from '../fake-slack.ts';
import { COMMANDS } from './cli-doors.ts';
import { escaped, HIDDEN, leakedInto, MESSAGES } from './examples.ts';
import { PLACES, startHouse } from './house.ts';
import { type Door, type Reach, SLACK_DOORS } from './slack-doors.ts';
import { TEAMS_DOORS } from './teams-doors.ts';
import { WORKBENCH_DOORS } from './workbench-doors.ts';

const ERROR =
  'An error occurred (ExpiredToken) when calling the ListBuckets operation: The provided token has expired.';
const THREAD = '100.1';
const LONG_MS = 120_000;

/** What is no message is answered with something else. */
const ANSWERS: Readonly<Record<string, number>> = { 'a body that is no JSON': 400, 'an invoke that nobody knows': 501 };

const SURFACES = { Slack: SLACK_DOORS, Teams: TEAMS_DOORS, 'the workbench': WORKBENCH_DOORS } as const;
const NAMES = Object.entries(SURFACES).flatMap(([surface, doors]) => Object.keys(doors).map(door => [surface, door]));

/** `Slack: a message`: the statuses of its answers. */
const answers = new Map<string, readonly number[]>();
/** `Slack: the log`: all that was found there. */
const traces = new Map<string, string>();

beforeAll(async () => {
  const [slack, connector] = await Promise.all([startFakeSlack(), createConnector()]);
  const heard: string[] = [];
  const reach = { thread: THREAD, keepFile: slack.keepFile, heard: (answer: string) => heard.push(answer) };
  const told = { maintainers: ['U0MAINTAINER', '29:1maintainer'], report_secrets: true };
  const secrets = { botToken: 'xoxb-for-tests', signingSecret: SIGNING_SECRET, apiUrl: `${slack.url}/api/` };
  await Promise.all([
    live('Slack', { slack: secrets, ...told }, { ...reach, platform: slack.url }),
    live('Teams', { teams: { anonymous: true, host: '127.0.0.1' }, ...told }, { ...reach, platform: connector.url }),
    live('the workbench', {}, { ...reach, platform: '' }),
    ...Object.entries(COMMANDS).map(async ([name, run]) => traces.set(`the command line: ${name}`, await run())),
  ]);
  traces.set('Slack: what was said', slack.calls.map(({ body, raw }) => `${JSON.stringify(body)}\n${raw}`).join('\n'));
  traces.set('Teams: what was said', [...heard, ...connector.calls.map(call => JSON.stringify(call))].join('\n'));
  slack.stop();
  connector.stop();
}, LONG_MS);

afterAll(() => traces.clear());

/** One life of Locksmith on a surface: everything goes in, and is worked off. */
async function live(
  surface: keyof typeof SURFACES,
  config: Parameters<typeof startHouse>[0],
  reach: Omit<Reach, 'url'>,
): Promise<void> {
  const house = await startHouse(config);
  const { url } = house;
  if (surface === 'Slack') await postSigned(url, messageBody(THREAD, ERROR));
  for (const [name, door] of Object.entries<Door>(SURFACES[surface])) {
    const statuses = await Promise.all(MESSAGES.map((text, i) => door({ ...reach, url }, text, i)));
    answers.set(`${surface}: ${name}`, statuses);
    house.look();
  }
  for (const text of MESSAGES) house.log.error('a job failed by a bug', {}, new Error(text));
  await house.settled();
  for (const [place, text] of await house.close()) traces.set(`${surface}: ${place}`, text);
}

describe('a secret', () => {
  it.each(NAMES)('comes into %s by %s', (surface, door) => {
    expect(new Set(answers.get(`${surface}: ${door}`))).toEqual(new Set([ANSWERS[door ?? ''] ?? 200]));
  });

  it.each(['Slack', 'Teams', 'the workbench'])('is seen in %s, each kind of them', surface => {
    const metrics = traces.get(`${surface}: the metrics`) ?? '';
    const kinds = [...new Set(EXAMPLES.map(({ kind }) => kind))];
    expect(kinds.filter(kind => !metrics.includes(`locksmith_secrets_total{kind="${kind}"}`))).toEqual([]);
  });

  const searched = [
    ...['Slack', 'Teams', 'the workbench'].flatMap(surface => PLACES.map(place => `${surface}: ${place}`)),
    'Slack: what was said',
    'Teams: what was said',
    ...Object.keys(COMMANDS).map(name => `the command line: ${name}`),
  ];
  it.each(searched)('is never found in %s', where => {
    const text = traces.get(where) ?? '';
    expect(text).not.toBe('');
    expect(leakedInto(text)).toEqual([]);
  });

  it('is searched for, nearly each of them', () => {
    expect(HIDDEN.length).toBeGreaterThan(EXAMPLES.length * 0.95);
    const kinds = new Set(HIDDEN.map(({ kind }) => kind));
    expect(leakedInto(MESSAGES.join('\n')).toSorted()).toEqual([...kinds].toSorted());
  });
});

describe('a secret among characters that Slack escapes', () => {
  it('is hidden like any other', () => {
    const known = { team: 'T1', botUser: 'UBOT', nameOf: (user: string) => user, eventId: 'Ev1' };
    const leaked = EXAMPLES.filter(example => {
      const payload = { channel: 'C1', user: 'U1', ts: '1.1', text: escaped(textOf(example)) };
      const event = receiveMessage(payload, known);
      const text = event && 'text' in event ? redact(event.text).text : '';
      return text.includes(example.secret) || text.includes(escaped(example.secret));
    });
    expect(leaked.map(({ kind }) => kind)).toEqual([]);
  });
});
