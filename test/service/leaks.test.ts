// Every redaction rule's own example goes in by every door of Slack; then everything that we keep or say is searched for it.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { THRESHOLDS } from '../../src/matching/decide.ts';
import { redact } from '../../src/redaction/redact.ts';
import { createApp } from '../../src/service/app.ts';
import { createLog } from '../../src/service/log.ts';
import { receiveMessage } from '../../src/surfaces/slack/receive.ts';
import { type Example, textOf } from '../redaction/example.ts';
import { EXAMPLES } from '../redaction/examples.ts';
import {
  commandBody,
  editBody,
  FORMS,
  interactionBody,
  isCall,
  messageBody,
  postSigned,
  SIGNING_SECRET,
  startFakeSlack,
} from './fake-slack.ts';

const ERROR =
  'An error occurred (ExpiredToken) when calling the ListBuckets operation: The provided token has expired.';
const THREAD = '100.1';
const LONG_MS = 60_000;

/** Each example goes through so many doors, its neighbours through others: all through all would take half a minute. */
const DOORS_EACH = 2;

/** What was kept or said, each as one text. */
const kept = new Map<string, string>();
const doors = new Map<string, readonly number[]>();
let waiting: unknown;

/** Slack sends these three escaped; files come as they are. */
const asTyped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** One example through one door; resolves with the status of the answer. */
type Door = (url: string, text: string, number: number) => Promise<number>;

const doorsOf = (platform: string, keepFile: (text: string) => string): Readonly<Record<string, Door>> => ({
  message: (url, text, i) => postSigned(url, messageBody(`2${i}.1`, asTyped(text))),
  'thread reply': (url, text, i) => postSigned(url, messageBody(`3${i}.1`, asTyped(text), { thread_ts: THREAD })),
  mention: (url, text, i) => postSigned(url, messageBody(`4${i}.1`, `<@UBOT> ${asTyped(text)}`)),
  edit: (url, text, i) => postSigned(url, editBody(`5${i}.1`, asTyped(text))),
  command: (url, text, i) =>
    postSigned(url, commandBody(`trigger${i}`, asTyped(text), `${platform}/response`), { type: FORMS.form }),
  snippet: (url, text, i) => {
    const files = [{ id: `F${i}`, mimetype: 'text/plain', size: text.length, url_private_download: keepFile(text) }];
    return postSigned(url, messageBody(`6${i}.1`, 'this is what I get', { subtype: 'file_share', files }));
  },
  form: (url, text, i) => {
    const values = { paste: { paste: { type: 'plain_text_input', value: asTyped(text) } } };
    const view = { id: `V${i}`, callback_id: 'creds', private_metadata: '{"channel":"C1"}', state: { values } };
    return postSigned(url, interactionBody({ type: 'view_submission', view }), { type: FORMS.form });
  },
  shortcut: (url, text, i) => {
    const message = { type: 'message', user: 'U2', ts: `7${i}.1`, text: asTyped(text) };
    const shortcut = { type: 'message_action', callback_id: 'diagnose', action_ts: `7${i}.2`, channel: { id: 'C1' } };
    return postSigned(url, interactionBody({ ...shortcut, message }), { type: FORMS.form });
  },
});

const databaseFiles = (folder: string): string =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n');

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'locksmith-leaks-'));
  const slack = await startFakeSlack();
  const lines: string[] = [];
  const app = await createApp(
    {
      channels: {},
      thresholds: THRESHOLDS,
      knowledge: [],
      log: 'debug',
      host: '127.0.0.1',
      port: 0,
      dataFolder: folder,
      slack: { botToken: 'xoxb-for-tests', signingSecret: SIGNING_SECRET, apiUrl: `${slack.url}/api/` },
    },
    createLog('debug', { write: line => lines.push(line) }),
  );
  if (app.kind !== 'running') throw new Error(app.message);
  const url = `http://127.0.0.1:${app.port}`;

  await postSigned(url, messageBody(THREAD, ERROR));
  await slack.until(call => call.body['thread_ts'] === THREAD);
  const all = Object.entries(doorsOf(slack.url, slack.keepFile));
  for (const [nth, [name, door]] of all.entries()) {
    const chosen = EXAMPLES.filter((_, i) => (i + nth) % (all.length / DOORS_EACH) === 0);
    const statuses = await Promise.all(chosen.map((example, i) => door(url, textOf(example), i)));
    doors.set(
      name,
      statuses.filter(status => status !== 200),
    );
  }
  // Work is done in order in its thread, and the longest waiting first elsewhere: behind these three nothing is left.
  await postSigned(url, messageBody('998.1', 'that fixed it, thanks!', { thread_ts: THREAD }));
  await slack.until(({ raw }) => raw.includes('Solved.'));
  await postSigned(url, commandBody('last', 'help', `${slack.url}/last-response`), { type: FORMS.form });
  await slack.until(isCall('last-response'));
  await postSigned(url, messageBody('999.1', `<@UBOT> ${ERROR}`));
  await slack.until(call => call.body['thread_ts'] === '999.1');

  kept.set('the metrics', await (await fetch(`${url}/metrics`)).text());
  kept.set('the database while it runs', databaseFiles(folder));
  await app.stop();
  slack.stop();
  kept.set('the database', databaseFiles(folder));
  kept.set('the log', lines.join('\n'));
  kept.set('what Slack was told', slack.calls.map(({ body, raw }) => `${JSON.stringify(body)}\n${raw}`).join('\n'));
  waiting = openWork(join(folder, 'locksmith.db'));
  rmSync(folder, { recursive: true });
}, LONG_MS);

afterAll(() => kept.clear());

/** Timers wait for hours; everything else must have been done. */
function openWork(file: string): unknown {
  const database = new DatabaseSync(file, { readOnly: true });
  const rows = database.prepare("select kind from jobs where kind <> 'timer' and ended_at is null").all();
  database.close();
  return rows.map(row => row['kind']);
}

const inJson = (text: string): string => JSON.stringify(text).slice(1, -1);

/** A secret as the texts would hold it: plain, escaped by Slack, in JSON, in JSON within JSON, in a form; and line by line. */
function formsOf({ secret }: Example): readonly string[] {
  const plain = [secret, ...secret.split(/\n|\\n/).filter(line => line.trim().length >= 20)];
  const typed = [...plain, ...plain.map(asTyped)];
  return [
    ...new Set([...typed, ...typed.map(inJson), ...typed.map(inJson).map(inJson), ...typed.map(encodeURIComponent)]),
  ];
}

/** Some examples show as a hash, on purpose, what another one uses as its secret. */
const isShownElsewhere = ({ secret }: Example): boolean =>
  EXAMPLES.some(other => textOf(other).replaceAll(other.secret, '').includes(secret));

describe('a secret', () => {
  it.each(['message', 'thread reply', 'mention', 'edit', 'command', 'snippet', 'form', 'shortcut'])(
    'comes in by %s',
    name => {
      expect(doors.get(name)).toEqual([]);
    },
  );

  it('is seen, each kind of them, and nothing waits unanswered', () => {
    const kinds = [...new Set(EXAMPLES.map(({ kind }) => kind))];
    const metrics = kept.get('the metrics') ?? '';
    expect(kinds.filter(kind => !metrics.includes(`locksmith_secrets_total{kind="${kind}"}`))).toEqual([]);
    expect(waiting).toEqual([]);
    expect(EXAMPLES.filter(isShownElsewhere).length).toBeLessThan(EXAMPLES.length / 20);
  });

  it.each(['the metrics', 'the database while it runs', 'the database', 'the log', 'what Slack was told'])(
    'is never found in %s',
    where => {
      const text = kept.get(where);
      expect(text).toBeDefined();
      const leaked = EXAMPLES.filter(
        example => !isShownElsewhere(example) && formsOf(example).some(form => text?.includes(form)),
      );
      expect(leaked.map(({ kind }) => kind)).toEqual([]);
    },
  );
});

describe('a secret among characters that Slack escapes', () => {
  it('is hidden like any other', () => {
    const known = { team: 'T1', botUser: 'UBOT', nameOf: (user: string) => user, eventId: 'Ev1' };
    const leaked = EXAMPLES.filter(example => {
      const payload = { channel: 'C1', user: 'U1', ts: '1.1', text: asTyped(textOf(example)) };
      const event = receiveMessage(payload, known);
      const text = event && 'text' in event ? redact(event.text).text : '';
      return text.includes(example.secret) || text.includes(asTyped(example.secret));
    });
    expect(leaked.map(({ kind }) => kind)).toEqual([]);
  });
});
