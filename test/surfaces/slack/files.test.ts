// Whom the bot's token is shown to when a file is fetched: Slack, and nobody whose address stands in a file.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readFile } from '../../../src/surfaces/slack/files.ts';

const tokens: (string | undefined)[] = [];
const server = createServer((request, response) => {
  tokens.push(request.headers.authorization);
  response.setHeader('content-type', 'text/plain').end('the log');
});
let origin = '';

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());
beforeEach(() => {
  tokens.length = 0;
});

const file = (url: string, more = {}) => ({ id: 'F1', mimetype: 'text/plain', url_private_download: url, ...more });

describe('a file', () => {
  it('is read from where the Web API is, with the token', async () => {
    expect(await readFile(file(`${origin}/files/1`), 'a-token', `${origin}/api/`)).toBe('the log');
    expect(tokens).toEqual(['Bearer a-token']);
  });

  it.each([
    ['elsewhere', () => `${origin}/files/1`, undefined],
    ['on another port of the Web API’s machine', () => `${origin}/files/1`, 'http://127.0.0.1:1/api/'],
    ['at a name that begins like Slack’s', () => 'https://files.slack.com.evil.example/1', undefined],
    ['at a name that ends like Slack’s', () => 'https://evilslack.com/1', undefined],
    ['with Slack as the user', () => `http://files.slack.com@127.0.0.1:${new URL(origin).port}/1`, undefined],
    ['at Slack without encryption', () => 'http://files.slack.com/1', undefined],
    ['nowhere', () => 'no address', undefined],
  ])('%s is not asked for, and the token stays here', async (_, url, apiUrl) => {
    expect(await readFile(file(url()), 'a-token', apiUrl)).toBeUndefined();
    expect(tokens).toEqual([]);
  });

  it.each([
    ['no text', { mimetype: 'image/png' }],
    ['too large', { size: 2_000_000 }],
  ])('that is %s is not asked for', async (_, more) => {
    expect(await readFile(file(`${origin}/1`, more), 'a-token', `${origin}/api/`)).toBeUndefined();
    expect(tokens).toEqual([]);
  });
});
