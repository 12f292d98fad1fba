import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { BOT_TOKEN, CHANNEL, startBench, YOU } from './bench.ts';

/** `fetch` sets some of these headers itself, so this goes one level down. */
const send = (url: string, path: string, headers: Readonly<Record<string, string>>, body?: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const sent = request(new URL(path, url), { method: body === undefined ? 'GET' : 'POST', headers }, response => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    sent.on('error', reject);
    sent.end(body);
  });

const message = JSON.stringify({ as: YOU, channel: CHANNEL, text: 'hello' });
const JSON_TYPE = { 'content-type': 'application/json' };

describe('who may act through the page', () => {
  it.each([
    { name: 'its own page', headers: { 'sec-fetch-site': 'same-origin' }, status: 200 },
    { name: 'a script without a browser', headers: {}, status: 200 },
    { name: 'another site', headers: { 'sec-fetch-site': 'cross-site' }, status: 403 },
    { name: 'another port of this machine', headers: { 'sec-fetch-site': 'same-site' }, status: 403 },
    { name: 'a link typed by hand, which never posts', headers: { 'sec-fetch-site': 'none' }, status: 403 },
    { name: 'an older browser on another site', headers: { origin: 'https://evil.example' }, status: 403 },
    { name: 'a sandboxed frame', headers: { origin: 'null' }, status: 403 },
    { name: 'a name that was pointed at this machine', headers: { host: 'evil.example' }, status: 403 },
    { name: 'a name that only begins like localhost', headers: { host: 'localhost.evil.example' }, status: 403 },
    { name: 'a name that is no name', headers: { host: 'a b' }, status: 400 },
    { name: 'IPv4 loopback', headers: { host: '127.0.0.1:3000' }, status: 200 },
    { name: 'IPv6 loopback', headers: { host: '[::1]:3000' }, status: 200 },
    { name: 'a name the operator vouches for', headers: { host: 'bench.example' }, status: 200 },
  ])('$name: $status', async ({ headers, status }) => {
    const { url } = await startBench({ hosts: ['bench.example'] });
    const answered = await send(url, '/workbench/api/message', { ...JSON_TYPE, ...headers }, message);
    // Node itself may refuse a malformed host before anybody sees it.
    expect([status, status === 400 ? 403 : status]).toContain(answered);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data'])(
    'reads no %s, which any site could send',
    async type => {
      const { url } = await startBench();
      expect(await send(url, '/workbench/api/message', { 'content-type': type }, message)).toBe(415);
    },
  );

  it.each(['/workbench/stream', '/workbench/api/state'])('shows %s to no other site', async path => {
    const { url } = await startBench();
    expect(await send(url, path, { 'sec-fetch-site': 'cross-site' })).toBe(403);
    expect(await send(url, path, { host: 'evil.example' })).toBe(403);
  });

  it('lets no browser use the app’s doors, whatever token it has', async () => {
    const { url } = await startBench();
    const headers = { authorization: `Bearer ${BOT_TOKEN}` };
    expect(await send(url, '/workbench/slack/api/auth.test', headers, '')).toBe(200);
    expect(await send(url, '/workbench/slack/api/auth.test', { ...headers, origin: url }, '')).toBe(403);
    expect(await send(url, '/workbench/slack/api/auth.test', { ...headers, 'sec-fetch-site': 'same-origin' }, '')).toBe(
      403,
    );
  });
});

describe('what the page asks for', () => {
  it.each([
    { name: 'no JSON', act: 'message', body: 'x' },
    { name: 'a list', act: 'message', body: '[]' },
    { name: 'a missing field', act: 'message', body: '{"as":"U0YOU"}' },
    {
      name: 'an app acting as a person',
      act: 'message',
      body: JSON.stringify({ as: 'U0LOCKSMITH', channel: CHANNEL, text: 'x' }),
    },
    {
      name: 'somebody else’s direct messages',
      act: 'message',
      body: JSON.stringify({ as: YOU, channel: 'D0PRIYA', text: 'x' }),
    },
    { name: 'an empty message', act: 'message', body: JSON.stringify({ as: YOU, channel: CHANNEL, text: ' ' }) },
    {
      name: 'a thread that is not there',
      act: 'message',
      body: JSON.stringify({ as: YOU, channel: CHANNEL, text: 'x', thread: '1' }),
    },
    {
      name: 'an edit of nothing',
      act: 'edit',
      body: JSON.stringify({ as: YOU, channel: CHANNEL, ts: '1', text: 'x' }),
    },
  ])('is refused with a sentence: $name', async ({ act, body }) => {
    const { url } = await startBench();
    expect(await send(url, `/workbench/api/${act}`, JSON_TYPE, body)).toBe(422);
  });

  it('may not be endless', async () => {
    const { url } = await startBench();
    const answer = send(
      url,
      '/workbench/api/message',
      JSON_TYPE,
      JSON.stringify({ text: 'x'.repeat(5 * 1024 * 1024) }),
    );
    expect(await answer.catch(() => 413)).toBe(413);
  });

  it('must exist', async () => {
    const { url } = await startBench();
    expect(await send(url, '/workbench/api/nothing', JSON_TYPE, '{}')).toBe(404);
    expect(await send(url, '/workbench/api/nothing', {})).toBe(404);
  });
});
