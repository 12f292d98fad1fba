// `serve` as it runs in a container: a process that may write its data folder and nothing else, and may start no other.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/service/config/config.ts';
import { SIGNING_SECRET, startFakeSlack } from './fake-slack.ts';

const ROOT = join(import.meta.dirname, '../..');
const ERROR =
  'An error occurred (ExpiredToken) when calling the ListBuckets operation: The provided token has expired.';
const LONG_MS = 30_000;

const folder = mkdtempSync(join(tmpdir(), 'locksmith-serve-'));
const data = join(folder, 'data');
const running: ChildProcess[] = [];

afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});
afterAll(() => rmSync(folder, { recursive: true }));

type Served = { readonly url: string; readonly said: () => string; readonly stop: () => Promise<unknown> };

/** Starts it with these rights, and waits until it says where it is. */
async function serve(env: Readonly<Record<string, string>>, rights: readonly string[] = []): Promise<Served> {
  const child = spawn(process.execPath, [...rights, join(ROOT, 'src/cli.ts'), 'serve'], {
    env: { PATH: process.env['PATH'], PORT: '0', LOCKSMITH_DATA: data, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  running.push(child);
  let said = '';
  const port = await new Promise<string>((resolve, reject) => {
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const [, found] = /:\/\/localhost:(\d+)\n[\s\S]*Store:/.exec(said) ?? [];
      if (found) resolve(found);
    });
    child.once('exit', code => reject(new Error(`ended with ${code}: ${said}`)));
  });
  const stop = async (): Promise<unknown> => {
    child.kill('SIGTERM');
    const [code] = await once(child, 'exit');
    return code;
  };
  return { url: `http://127.0.0.1:${port}`, said: () => said, stop };
}

describe('on a file system that can only be read', () => {
  it(
    'answers, keeps its data where it is told, and ends in order',
    async () => {
      // An entry of one's own is in no cache yet, and the cache's folder cannot be written either.
      const own = join(folder, 'own');
      mkdirSync(data);
      mkdirSync(join(own, 'aws'), { recursive: true });
      cpSync(join(ROOT, 'knowledge/aws/expired-token.yaml'), join(own, 'aws/expired-token.yaml'));
      const config = join(folder, 'locksmith.yaml');
      writeFileSync(config, 'knowledge: [./own]\n');

      const rights = ['--permission', '--allow-fs-read=*', `--allow-fs-write=${data}`];
      const { url, said, stop } = await serve({ LOCKSMITH_CONFIG: config }, rights);
      const message = { as: 'U0YOU', client: 'tab', channel: 'C0CLOUDHELP', text: ERROR };
      const headers = { 'content-type': 'application/json' };
      const asked = await fetch(`${url}/workbench/api/message`, {
        method: 'POST',
        headers,
        body: JSON.stringify(message),
      });
      expect(asked.status).toBe(200);
      expect(await answered(url)).toContain('temporary AWS credentials');
      expect(await stop()).toBe(0);
      expect(readdirSync(data)).toEqual(['locksmith.db']);
      expect(said()).not.toMatch(/"level":(?:40|50)|ERR_ACCESS_DENIED/);
    },
    LONG_MS,
  );

  /** The stream of the page, as far as the first answer. */
  async function answered(url: string): Promise<string> {
    const stream = await fetch(`${url}/workbench/stream`);
    let seen = '';
    for await (const chunk of stream.body ?? []) {
      seen += Buffer.from(chunk).toString();
      if (seen.includes('Checklist')) break;
    }
    return seen;
  }
});

describe('the workbench', () => {
  it('is bound to loopback unless told otherwise', () => {
    expect(readConfig({})).toMatchObject({ kind: 'config', config: { host: '127.0.0.1' } });
  });

  it.each([
    ['warns when it is told otherwise', '0.0.0.0', true],
    ['says nothing on loopback', '127.0.0.1', false],
  ])(
    '%s',
    async (_, host, warns) => {
      const { said, stop } = await serve({ HOST: host });
      expect(said().includes(`Careful: the workbench listens on ${host}`)).toBe(warns);
      expect(await stop()).toBe(0);
    },
    LONG_MS,
  );
});

describe('where Slack does not let it in', () => {
  const TOKEN = ['xoxb', 'of', 'somebody', 'else'].join('-');
  const start = (api: string): Promise<Served> =>
    serve({ SLACK_BOT_TOKEN: TOKEN, SLACK_SIGNING_SECRET: SIGNING_SECRET, SLACK_API_URL: api });

  it.each([
    ['invalid_auth', 'Install the app again and give the new SLACK_BOT_TOKEN.'],
    ['org_login_required', 'Wait until it has.'],
  ])(
    'ends with exit code 1 and one line that says what to do: %s',
    async (error, remedy) => {
      const slack = await startFakeSlack();
      slack.refuse('auth.test', error);
      const ended = await start(`${slack.url}/api/`).then(String, String);
      slack.stop();
      expect(ended).toMatch(/ended with 1: Locksmith did not start:\n {2}[^\n]+\n$/);
      expect(ended).toContain(`Slack refuses SLACK_BOT_TOKEN (${error}).`);
      expect(ended).toContain(remedy);
      expect(ended).not.toContain(TOKEN);
    },
    LONG_MS,
  );

  it(
    'says so where nobody answers',
    async () => {
      const slack = await startFakeSlack();
      slack.stop();
      await expect(start(`${slack.url}/api/`)).rejects.toThrow(
        /ended with 1: [\s\S]*did not start:\n {2}Slack cannot be reached \(ECONNREFUSED\)/,
      );
    },
    LONG_MS,
  );
});
