// Every way a message comes in, replayed through real Bolt over both connections: the outcomes are the same.
import { expect, it } from 'vitest';
import type { Call } from '../fake-slack.ts';
import { fixture, type Running, startRunning, type Transport } from './running.ts';

const ERROR =
  'An error occurred (ExpiredToken) when calling the ListBuckets operation: The provided token has expired.';
const REFRESH =
  "ERROR: (gcloud.auth.print-access-token) There was a problem refreshing your current auth tokens: ('invalid_grant: Bad Request')";

/** A way in; the thread of the answer, and how it begins, or nothing where we keep quiet. */
type Way = readonly [name: string, fixtures: readonly string[], answer?: readonly [thread: string, text: RegExp]];

const WAYS: readonly Way[] = [
  ['an error in a public channel', ['message-channel'], ['1001.000100', /temporary AWS credentials/]],
  ['the same event once more', ['message-channel']],
  ['an error in a private channel', ['message-group'], ['1002.000100', /temporary AWS credentials/]],
  ['an error in a group direct message', ['message-mpim'], ['1003.000100', /temporary AWS credentials/]],
  ['a question in a direct message', ['message-im'], ['1004.000100', /access key/i]],
  ['chatter', ['message-chatter']],
  ['a question in the thread', ['thread-reply'], ['1001.000100', /hour/]],
  ['a reply that goes to the channel as well', ['thread-broadcast'], ['1001.000100', /hour/]],
  ['a /me message', ['me-message'], ['1008.000100', /./]],
  ['a mention, which is two events', ['app-mention', 'app-mention-message'], ['1009.000100', /client secret/i]],
  ['a snippet without a word beside it', ['file-snippet'], ['1010.000100', /temporary AWS credentials/]],
  ['a log file', ['file-log'], ['1011.000100', /./]],
  ['a picture that we are asked about', ['file-picture'], ['1012.000100', /could not read/]],
  ['a picture that we are not asked about', ['file-picture-unaddressed']],
  ['a file above 1 MB that we are asked about', ['file-too-large'], ['1014.000100', /could not read/]],
  ['an edit that brings an error', ['edit'], ['1015.000100', /./]],
  ['an unfurled link', ['unfurl']],
  ['a thread’s counter', ['thread-counter']],
  ['our own message', ['own-message']],
  ['our own edit', ['own-edit']],
  ['a bot’s message', ['bot-message']],
  ['a message of a bot that the channel names', ['bot-message-named'], ['1022.000100', /temporary AWS credentials/]],
  ['somebody joining', ['joined']],
  ['a message in the assistant’s container', ['assistant-message'], ['1027.000100', /access key/i]],
];

/** Where an answer went, and its words. */
const saidIn = ({ body }: Call): string => `${body['thread_ts']} ${body['text']}`;

async function replay(transport: Transport): Promise<Running> {
  const running = await startRunning(transport, { channels: { C2: { listen: 'errors', helpers: [], bots: ['BCI'] } } });
  const places = {
    text: running.slack.keepFile(ERROR),
    log: running.slack.keepFile(REFRESH),
    slack: running.slack.url,
  };
  const threads = new Map<string, number>();
  for (const [, fixtures, answer] of WAYS) {
    for (const name of fixtures) await running.send(fixture(name, places));
    if (!answer) continue;
    const nth = (threads.get(answer[0]) ?? 0) + 1;
    threads.set(answer[0], nth);
    await running.posted(answer[0], nth);
  }
  // What was to keep quiet has had its time when this one, which came last, is answered.
  await running.send({
    ...fixture('message-im'),
    event: { ...Object(fixture('message-im')['event']), ts: '9999.000100' },
  });
  await running.posted('9999.000100');
  return running;
}

it.each(['http', 'socket'] as const)('answers each way in once, and keeps quiet otherwise, by %s', async transport => {
  const running = await replay(transport);
  const expected = WAYS.flatMap(([, , answer]) => (answer ? [answer] : []));
  const said = running.posts().map(saidIn);
  expect(said.map(text => text.split(' ')[0])).toEqual([...expected.map(([thread]) => thread), '9999.000100']);
  for (const [i, [thread, text]] of expected.entries()) expect(said[i], thread).toMatch(text);
  // No link unfurls, each text can be read alone, and nobody asks again who we are.
  for (const { body } of running.posts()) {
    expect(body).toMatchObject({ unfurl_links: 'false', unfurl_media: 'false' });
    expect(String(body['text'])).toMatch(/\w+ \w+ \w+.*\./s);
  }
  expect(running.slack.calls.filter(({ method }) => method === 'auth.test')).toHaveLength(1);
});

it.each(['http', 'socket'] as const)('answers a command by its own way back, by %s', async transport => {
  const running = await startRunning(transport);
  await running.send(fixture('slash-command', { slack: running.slack.url }));
  const { raw } = await running.slack.until(({ method }) => method === 'response');
  expect(JSON.parse(raw)).toMatchObject({ response_type: 'ephemeral', text: expect.stringContaining('AWS') });
});

it.each(['http', 'socket'] as const)('forgets a message that was deleted, by %s', async transport => {
  const running = await startRunning(transport);
  await running.send(fixture('edit'));
  await running.posted('1015.000100');
  await running.send(fixture('message-deleted'));
  const { body } = await running.slack.until(({ method }) => method === 'chat.update');
  expect(body['text']).toContain('was deleted');
});
