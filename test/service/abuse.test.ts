// What strangers may try at our doors, over real HTTP: forged, repeated, oversized, slow, misplaced and foreign requests.

import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, type IncomingHttpHeaders, type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, createApp } from '../../src/service/app.ts';
import type { Config } from '../../src/service/config/config.ts';
import { createHttp } from '../../src/service/http.ts';
import { createLog } from '../../src/service/report/log.ts';
import { createMetrics } from '../../src/service/report/metrics.ts';
import { BARE_CONFIG } from './bare-config.ts';
import {
  type FakeSlack,
  FORMS,
  isCall,
  messageBody,
  postSigned,
  SIGNING_SECRET,
  signatureOf,
  startFakeSlack,
} from './fake-slack.ts';

const ERROR =
  'An error occurred (ExpiredToken) when calling the ListBuckets operation: The provided token has expired.';
const NOTHING = 'There is nothing here.';

const folder = mkdtempSync(join(tmpdir(), 'locksmith-abuse-'));
const lines: string[] = [];
let slack: FakeSlack;
let app: App;
let workbench: App;
let teams: App;

beforeAll(async () => {
  slack = await startFakeSlack();
  const log = createLog('warn', { write: line => lines.push(line) });
  const config: Config = {
    ...BARE_CONFIG,
    log: 'warn',
    dataFolder: join(folder, 'slack'),
  };
  const secrets = { botToken: 'xoxb-for-tests', signingSecret: SIGNING_SECRET, apiUrl: `${slack.url}/api/` };
  app = await createApp({ ...config, slack: secrets }, log);
  workbench = await createApp({ ...config, dataFolder: join(folder, 'workbench') }, log);
  const anonymous = { anonymous: true, host: '127.0.0.1' };
  teams = await createApp({ ...config, dataFolder: join(folder, 'teams'), teams: anonymous }, log);
});

afterAll(async () => {
  for (const one of [app, workbench, teams]) if (one.kind === 'running') await one.stop();
  slack.stop();
  rmSync(folder, { recursive: true });
});

const portOf = (one: App): number => (one.kind === 'running' ? one.port : 0);
const url = (): string => `http://127.0.0.1:${portOf(app)}`;

type Asked = {
  readonly to: App;
  readonly path: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly agent?: Agent;
};
type Answered = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly text: string };

/** Sends the path as it is written: `fetch` would tidy it up first. */
function ask({ to, path, method = 'GET', headers = {}, body = '', agent }: Asked): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port: portOf(to), path, method, headers, ...(agent && { agent }) };
    const asking = request(options, answer => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (chunk: string) => {
        text += chunk;
      });
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }));
    });
    asking.on('error', reject);
    asking.end(body);
  });
}

const headersFor = (body: string, timestamp = String(Math.floor(Date.now() / 1000))) => ({
  'content-type': FORMS.json,
  'x-slack-request-timestamp': timestamp,
  'x-slack-signature': signatureOf(body, timestamp),
});

const toSlack = (body: string, headers: Readonly<Record<string, string>>): Promise<Answered> =>
  ask({ to: app, path: '/slack/events', method: 'POST', headers, body });

describe('a request that does not come from Slack', () => {
  const body = messageBody('1.1', ERROR);
  const minutesAgo = (minutes: number): string => String(Math.floor(Date.now() / 1000) - minutes * 60);

  it.each([
    ['signed with another secret', { ...headersFor(body), 'x-slack-signature': signatureOf(body, '1', 'other') }],
    ['signed for another body', headersFor(messageBody('1.1', 'something else'))],
    ['without a signature', { 'content-type': FORMS.json }],
    ['with an empty signature', { ...headersFor(body), 'x-slack-signature': '' }],
    ['with a signature of another version', { ...headersFor(body), 'x-slack-signature': `v1=${'0'.repeat(64)}` }],
    ['recorded six minutes ago', headersFor(body, minutesAgo(6))],
    ['without a time', { ...headersFor(body), 'x-slack-request-timestamp': 'now' }],
  ])('is refused when %s', async (_, headers) => {
    expect(await toSlack(body, headers)).toMatchObject({ status: 401, text: '' });
  });

  it('leaves no trace: nothing is answered', () => {
    expect(slack.calls.filter(isCall('chat.postMessage'))).toEqual([]);
  });
});

it('answers a request that is replayed at once only the first time', async () => {
  const body = messageBody('2.1', ERROR);
  const headers = headersFor(body);
  const statuses = await Promise.all([toSlack(body, headers), toSlack(body, headers), toSlack(body, headers)]);
  expect(statuses.map(({ status }) => status)).toEqual([200, 200, 200]);
  await postSigned(url(), messageBody('2.2', `<@UBOT> ${ERROR}`));
  await slack.until(call => call.body['thread_ts'] === '2.2');
  expect(slack.calls.filter(call => call.body['thread_ts'] === '2.1')).toHaveLength(1);
});

describe('a body', () => {
  it('may not be endless, signed or not; the next request is answered', async () => {
    const body = messageBody('3.1', 'x'.repeat(2_000_001));
    const [signed, unsigned] = await Promise.all([toSlack(body, headersFor(body)), toSlack(body, {})]);
    expect([signed, unsigned]).toMatchObject([
      { status: 413, text: '' },
      { status: 413, text: '' },
    ]);
    expect(await ask({ to: app, path: '/healthz' })).toMatchObject({ status: 200 });
  });

  const ROUTES: readonly (readonly [string, () => App, string, number])[] = [
    ['Slack’s door', () => app, '/slack/events', 2_000_000],
    ['Teams’ door', () => teams, '/api/messages', 1_000_000],
    ['the page’s door', () => workbench, '/workbench/api/message', 4 * 1024 * 1024],
    ['the stand-in Slack’s door', () => workbench, '/workbench/slack/api/chat.postMessage', 4 * 1024 * 1024],
    ['the stand-in Slack’s way back', () => workbench, '/workbench/slack/response/x', 4 * 1024 * 1024],
    ['the Teams view’s door', () => workbench, '/workbench/teams/api/message', 4 * 1024 * 1024],
    ['the stand-in Teams’ door', () => workbench, '/workbench/teams/connector/v3/conversations', 4 * 1024 * 1024],
  ];

  it.each(ROUTES)(
    'larger than anybody needs is refused at %s, and the next request answered',
    async (_, to, path, most) => {
      const headers = { 'content-type': FORMS.json };
      const answer = await ask({ to: to(), path, method: 'POST', headers, body: `"${'x'.repeat(most)}"` });
      expect(answer.status).toBe(413);
      expect(answer.text.length).toBeLessThan(100);
      expect(await ask({ to: to(), path: '/healthz' })).toMatchObject({ status: 200 });
    },
  );

  it.each(['/', '/healthz', '/metrics', '/nothing'])('sent to %s, which takes none, changes nothing', async path => {
    const body = 'x'.repeat(5_000_000);
    const outcome = await ask({ to: app, path, method: 'POST', body }).then(
      ({ status }) => status,
      () => 'cut off',
    );
    expect([200, 404, 405, 'cut off']).toContain(outcome);
    expect(await ask({ to: app, path: '/healthz' })).toMatchObject({ status: 200 });
  });

  it.each(ROUTES)('that breaks off at %s is no bug of ours, and holds nothing up', async (_, to, path) => {
    const options = { host: '127.0.0.1', port: portOf(to()), path, method: 'POST' };
    const broken = request({ ...options, headers: { 'content-type': FORMS.json, 'content-length': '1000' } });
    const closed = new Promise(resolve => broken.on('close', resolve).on('error', () => {}));
    broken.write('{"half": ', () => setImmediate(() => broken.destroy()));
    await closed;
    expect(await ask({ to: to(), path: '/healthz' })).toMatchObject({ status: 200 });
    expect(lines.filter(line => line.includes('a request failed'))).toEqual([]);
  });

  it.each([
    ['text/plain', messageBody('4.1', ERROR)],
    [FORMS.json, '{'],
    [FORMS.json, ''],
    [FORMS.form, 'payload=%7B'],
    [FORMS.form, messageBody('4.1', ERROR)],
    ['multipart/form-data; boundary=x', '--x--'],
  ])('of the wrong kind is no crash, and says nothing: %s %s', async (type, body) => {
    const answer = await toSlack(body, { ...headersFor(body), 'content-type': type });
    expect(answer.status).toBeLessThan(501);
    expect(answer.text).not.toMatch(/\bat |Error|node_modules/);
    expect(await ask({ to: app, path: '/readyz' })).toMatchObject({ status: 200 });
  });
});

describe('a path', () => {
  it.each([
    ['GET', '/slack/events'],
    ['PUT', '/slack/events'],
    ['POST', '/slack/other'],
    ['POST', '/slack/events/../../metrics'],
    ['GET', '/slack/install'],
    ['GET', '/'],
    ['GET', '/debug'],
    ['GET', '/workbench/api/state'],
    ['GET', '/../package.json'],
    ['GET', '/assets/../../../package.json'],
    ['GET', '/assets/%2e%2e/%2e%2e/package.json'],
    ['GET', '/%2e%2e/%2e%2e/etc/passwd'],
    ['GET', '/assets/..%2f..%2fpackage.json'],
    ['GET', '/assets/..\\..\\package.json'],
    ['GET', '//evil.example/'],
    ['GET', '/%00'],
    ['GET', '/%'],
    ['GET', '/metrics/../healthz'],
  ])('that is none of ours gets 404 and no detail: %s %s', async (method, path) => {
    expect(await ask({ to: app, path, method })).toMatchObject({ status: 404, text: NOTHING });
  });

  it.each([
    '/../package.json',
    '/assets/../../../package.json',
    '/assets/%2e%2e/%2e%2e/package.json',
    '/assets/..%2f..%2fpackage.json',
    '/assets/..\\..\\package.json',
    '/assets/%00',
  ])('leads out of the workbench’s page to no file: %s', async path => {
    expect(await ask({ to: workbench, path })).toMatchObject({ status: 404 });
  });

  it('that nobody owns is no reason to log a bug', () => {
    expect(lines.filter(line => line.includes('a request failed'))).toEqual([]);
  });
});

describe('a slow sender', () => {
  const patience = { request: 60, headers: 30, check: 10 };
  const serve = (more = {}) =>
    createHttp({ routes: [], metrics: createMetrics(), isReady: () => true, onError: () => {}, ...more });

  /** What comes back to somebody who sends this much and no more, until the connection ends. */
  const sendSlowly = async (part: string): Promise<string> => {
    const body = async (asked: IncomingMessage): Promise<boolean> => (await asked.toArray()).length >= 0;
    const server = serve({ patience, routes: [body] }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const socket = connect(typeof address === 'object' ? (address?.port ?? 0) : 0, '127.0.0.1');
    socket.write(part);
    const answer = await socket.setEncoding('utf8').toArray();
    server.close();
    return answer.join('');
  };

  it.each([
    ['headers', 'POST /slack/events HTTP/1.1\r\nhost: x\r\nx-slow'],
    ['a body', 'POST /slack/events HTTP/1.1\r\nhost: x\r\ncontent-length: 1000\r\n\r\n{"half'],
  ])('of %s is answered with 408, and the connection ends', async (_, part) => {
    expect(await sendSlowly(part)).toMatch(/^HTTP\/1\.1 408 /);
  });

  it('is not waited for longer than Slack and browsers need', () => {
    const server = serve();
    expect(server.requestTimeout).toBe(15_000);
    expect(server.headersTimeout).toBe(10_000);
    expect(server.keepAliveTimeout).toBeLessThanOrEqual(65_000);
    expect(server.keepAliveTimeout).toBeGreaterThan(0);
  });
});

it('serves many requests on one connection, the refused ones between the others', async () => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const paths = ['/healthz', '/nothing', '/slack/events', '/healthz'];
  const answers = await Promise.all(paths.map(path => ask({ to: app, path, agent })));
  expect(answers.map(({ status }) => status)).toEqual([200, 404, 404, 200]);
  agent.destroy();
});

describe('the workbench', () => {
  const page = () => ({ to: workbench, headers: { host: 'localhost' } });
  const post = { path: '/workbench/api/message', method: 'POST' } as const;
  const message = JSON.stringify({ as: 'U0YOU', channel: 'C0CLOUDHELP', text: '<script>alert(1)</script>' });
  const JSON_TYPE = { 'content-type': FORMS.json };

  it('lets its page run no script but its own, and be framed by nobody', async () => {
    const { headers } = await ask({ ...page(), path: '/' });
    const policy = String(headers['content-security-policy'] ?? '');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe-|\*|https?:/);
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
  });

  it('hands out what people wrote as data, never as a page', async () => {
    await ask({ ...page(), ...post, headers: JSON_TYPE, body: message });
    const { headers } = await ask({ ...page(), path: '/workbench/api/state' });
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff' });
    expect(headers['content-type']).toMatch(/^(?:application\/json|text\/plain)/);
  });

  it.each([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['another port of this machine', { 'sec-fetch-site': 'same-site' }],
    ['another origin', { origin: 'https://evil.example' }],
    ['a name that was pointed at this machine', { host: 'evil.example' }],
  ])('refuses %s', async (_, headers) => {
    const refused = await ask({ to: workbench, ...post, headers: { ...JSON_TYPE, ...headers }, body: message });
    expect(refused.status).toBe(403);
    expect(refused.headers['access-control-allow-origin']).toBeUndefined();
  });

  it('is not there when a real platform is configured', async () => {
    expect(await ask({ to: app, path: '/workbench/stream' })).toMatchObject({ status: 404, text: NOTHING });
  });
});
