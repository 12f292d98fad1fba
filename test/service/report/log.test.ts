// What reaches standard error: the log and the report of a crash, whatever somebody puts into them.
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../../src/service/config/config.ts';
import { ownSecrets } from '../../../src/service/config/secrets.ts';
import { CRASHED } from '../../../src/service/report/crash.ts';
import { createLog, type Log, takeConsole } from '../../../src/service/report/log.ts';
import { createSecondNet, whereOf } from '../../../src/service/report/second-net.ts';
import { made, PASSWORD } from '../../redaction/made.ts';

const KEY = `ghp_${made(36)}`;
const SIGNING = made(32, '0123456789abcdef');
const MASKED = '[redacted:github-token]';

/** What a log writes while `use` runs. */
function written(use: (log: Log) => void, own: readonly string[] = []): string {
  const lines: string[] = [];
  use(createLog('trace', { write: line => lines.push(line) }, createSecondNet(own)));
  return lines.join('');
}

describe('a line of the log', () => {
  it.each<[string, (log: Log) => void]>([
    ['in its words', log => log.warn(`Slack said ${KEY}`)],
    ['in an id', log => log.info('x', { id: `slack/T1/${KEY}` })],
    ['in a code', log => log.debug('x', { code: KEY })],
    ['in a kind', log => log.error('x', { kind: KEY })],
  ])('shows no secret %s', (_, use) => {
    const text = written(use);
    expect(text).toContain(MASKED);
    expect(text).not.toContain(KEY);
  });

  it('keeps what is none', () => {
    const fields = { id: 'slack/T1/C1/1790000000.000100', kind: 'event', code: 'bug: TypeError', count: 3, ms: 12 };
    expect(JSON.parse(written(log => log.warn('a job was given up', fields)))).toMatchObject({
      ...fields,
      msg: 'a job was given up',
    });
  });

  it('says where a bug happened, and nothing of what it says', () => {
    const bug = new TypeError(`cannot read ${KEY}\n    at ${PASSWORD} (x.ts:1:1)`);
    const { stack } = JSON.parse(written(log => log.error('a job failed by a bug', {}, bug)));
    expect(stack).toMatch(/^TypeError\n\s+at .*log\.test\.ts/);
    expect(stack).not.toContain('cannot read');
    expect(stack).not.toContain(PASSWORD);
  });

  it.each([
    ['text', PASSWORD, 'a thrown string'],
    ['nothing', undefined, 'a thrown undefined'],
    ['an error without a stack', Object.assign(new Error(PASSWORD), { stack: '' }), 'Error'],
    ['a fault of the network', Object.assign(new Error(''), { code: 'ECONNREFUSED', stack: '' }), 'Error ECONNREFUSED'],
    [
      'an answer of Slack',
      Object.assign(new Error(''), { data: { error: 'invalid_auth' }, stack: '' }),
      'Error invalid_auth',
    ],
    [
      'an error with codes that are none',
      Object.assign(new Error(''), { code: PASSWORD, data: { error: 'a b' }, stack: '' }),
      'Error',
    ],
    ['an error with a name of its own', Object.assign(new Error(''), { name: PASSWORD, stack: '' }), 'Error'],
  ])('takes %s for a bug, too', (_, bug, where) => {
    expect(whereOf(bug)).toBe(where);
  });

  it('shows what a library prints by itself, and no secret of that either', () => {
    const text = written(log => {
      const giveBack = takeConsole(log);
      console.error('refused: %s', KEY, { token: KEY });
      console.log(new Error(KEY));
      giveBack();
    });
    expect(text).toContain('printed by a library: refused');
    expect(text).not.toContain(KEY);
  });
});

describe('the secrets of the bot itself', () => {
  const env = {
    SLACK_BOT_TOKEN: `xoxb-${made(24)}`,
    SLACK_SIGNING_SECRET: SIGNING,
    MicrosoftAppPassword: PASSWORD,
    DATABASE_URL: `postgres://app:${encodeURIComponent(PASSWORD)}@db.example.com/locksmith`,
    LOCKSMITH_ENCRYPTION_KEY: `${made(20)}"${made(20)}`,
  };
  const own = ownSecrets(env);

  it.each(Object.entries(env))('%s is masked in the log by its value, however it is written', (_, value) => {
    const forms = [value, JSON.stringify({ value }), encodeURIComponent(value), Buffer.from(value).toString('base64')];
    for (const form of forms) {
      const text = written(log => log.error(`failed with ${form}`, { code: form }), own);
      expect(text).not.toContain(JSON.stringify(form).slice(1, -1));
      expect(text).toContain('[redacted:');
    }
  });

  it('may be too short to be masked without tearing words apart', () => {
    expect(written(log => log.warn('a job was given up'), ['job', ''])).toContain('a job was given up');
  });

  it('are named, never shown, when something is wrong with them', () => {
    const wrong = { SLACK_BOT_TOKEN: `xoxp-${made(24)}`, SLACK_SIGNING_SECRET: SIGNING, SLACK_APP_TOKEN: PASSWORD };
    const outcomes = [wrong, { ...env, ...wrong }, { SLACK_SIGNING_SECRET: SIGNING }, { ...env, SLACK_BOT_TOKEN: KEY }]
      .map(given => readConfig({ ...given, PORT: 'three' }))
      .map(outcome => (outcome.kind === 'problems' ? outcome.problems.join('\n') : ''));
    for (const said of outcomes) {
      expect(said).toMatch(/SLACK_/);
      for (const value of [...own, ...Object.values(wrong), KEY]) expect(said).not.toContain(value);
    }
  });
});

/** Eight processes at once, on a busy machine. */
const LONG_MS = 30_000;

describe('a crash', () => {
  const run = (way: string, env: Readonly<Record<string, string>>) =>
    new Promise<{ readonly code: unknown; readonly said: string }>(resolve => {
      const child = join(import.meta.dirname, 'crash-child.ts');
      execFile(process.execPath, [child, way], { env: { PATH: process.env['PATH'], ...env } }, (error, out, err) =>
        resolve({ code: error?.code, said: out + err }),
      );
    });
  const own = { SLACK_SIGNING_SECRET: SIGNING, MicrosoftAppPassword: PASSWORD };

  it.concurrent.each([
    'throws',
    'throws later',
    'rejects',
    'rejects with words',
    'rejects with an object',
    'throws words',
    'looks like frames',
    'has a name of its own',
  ])(
    'that %s ends with an exit code of its own, and shows no secret',
    async way => {
      const { code, said } = await run(way, { ...own, WHAT: `${KEY} ${SIGNING} ${PASSWORD}` });
      expect(code).toBe(CRASHED);
      expect(said).toContain('Locksmith failed and ends here');
      for (const secret of [KEY, SIGNING, PASSWORD]) expect(said).not.toContain(secret);
    },
    LONG_MS,
  );

  it(
    'is none when whoever reads the results has seen enough',
    async () => {
      const cli = join(import.meta.dirname, '../../../src/cli.ts');
      const child = spawn(process.execPath, [cli, 'redact', '--jsonl'], { stdio: ['pipe', 'pipe', 'pipe'] });
      const line = `${JSON.stringify({ id: 1, text: 'x'.repeat(500) })}\n`;
      child.stdin.on('error', () => {}).end(line.repeat(2_000));
      child.stdout.once('data', () => child.stdout.destroy());
      const [[code], said] = await Promise.all([once(child, 'exit'), text(child.stderr)]);
      expect({ code, said }).toEqual({ code: 0, said: '' });
    },
    LONG_MS,
  );
});
