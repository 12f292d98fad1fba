// Which files are read, and who is never shown our token.
import { webApi } from '@slack/bolt';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFiles } from '../../../../src/surfaces/slack/listeners/files.ts';
import type { FilePayload } from '../../../../src/surfaces/slack/receiving/payloads.ts';
import { type FakeSlack, startFakeSlack } from '../../../service/fake-slack.ts';

let slack: FakeSlack;
let elsewhere: FakeSlack;
let client: webApi.WebClient;
beforeAll(async () => {
  [slack, elsewhere] = await Promise.all([startFakeSlack(), startFakeSlack()]);
  client = new webApi.WebClient('xoxb-for-tests', { slackApiUrl: `${slack.url}/api/`, retryConfig: { retries: 0 } });
});
afterAll(() => {
  slack.stop();
  elsewhere.stop();
});

const read = (...files: readonly FilePayload[]) =>
  readFiles(files, { client, token: 'xoxb-for-tests', apiUrl: `${slack.url}/api/` });
const kept = (text: string, more: FilePayload = {}, type = 'text/plain'): FilePayload => ({
  mimetype: 'text/plain',
  url_private_download: slack.keepFile(text, type),
  ...more,
});

describe('a file of a message', () => {
  it.each<readonly [string, FilePayload]>([
    ['plain text', {}],
    ['a log', { mimetype: 'text/x-log' }],
    ['YAML', { mimetype: 'application/x-yaml' }],
    ['JSON', { mimetype: 'application/json' }],
    ['a snippet of any kind', { mimetype: 'application/octet-stream', mode: 'snippet' }],
  ])('is read when it is %s', async (_, file) => {
    expect(await read(kept('ExpiredToken', file))).toEqual({ texts: ['ExpiredToken'], unread: 0 });
  });

  it.each<readonly [string, FilePayload]>([
    ['a picture', { mimetype: 'image/png' }],
    ['an archive', { mimetype: 'application/zip' }],
    ['larger than 1 MB', { size: 1_048_577 }],
    ['without an address', { url_private_download: undefined }],
    ['at an address that is none', { url_private_download: 'files/1' }],
    ['at a host that looks like Slack’s', { url_private_download: 'https://slack.com.example/f' }],
  ])('is not read when it is %s', async (_, file) => {
    expect(await read(kept('ExpiredToken', file))).toEqual({ texts: [], unread: 1 });
  });

  it('is not read when it is larger, or less of a text, than it says', async () => {
    expect(await read(kept('x'.repeat(1_048_577)), kept('a\0b'), kept('<html>', {}, 'text/html'))).toEqual({
      texts: [],
      unread: 3,
    });
  });

  it('is not fetched from anywhere but Slack, so that nobody else sees the token', async () => {
    const file = { mimetype: 'text/plain', url_private_download: elsewhere.keepFile('ExpiredToken') };
    expect(await read(file)).toEqual({ texts: [], unread: 1 });
  });

  it('is asked for where Slack sent a stub of it', async () => {
    const whole = { ...kept('ExpiredToken'), id: 'F1', file_access: 'visible' };
    slack.script('files.info', ({ file }) => (file === 'F1' ? { file: whole } : { ok: false, error: 'access_denied' }));
    expect(await read({ id: 'F1', file_access: 'check_file_info' })).toEqual({ texts: ['ExpiredToken'], unread: 0 });
    expect(await read({ id: 'F2', file_access: 'check_file_info' })).toEqual({ texts: [], unread: 1 });
  });

  it('counts as unread from the fourth on', async () => {
    expect(await read(kept('1'), kept('2'), kept('3'), kept('4'))).toEqual({ texts: ['1', '2', '3'], unread: 1 });
  });
});
