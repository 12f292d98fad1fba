// Secrets from the environment or from mounted files, and the keys of locksmith.yaml that belong to many workspaces.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../../src/service/config/config.ts';

const folder = mkdtempSync(join(tmpdir(), 'locksmith-secrets-'));
const path = join(folder, 'locksmith.yaml');
afterAll(() => rmSync(folder, { recursive: true }));

describe('secrets', () => {
  const key = randomBytes(32).toString('base64');
  const many = {
    SLACK_CLIENT_ID: '1.2',
    SLACK_CLIENT_SECRET: 'a-client-secret',
    SLACK_STATE_SECRET: 'a-long-enough-state',
    SLACK_SIGNING_SECRET: 'a-signing-secret',
    LOCKSMITH_ENCRYPTION_KEY: key,
  };
  const problemsOf = (env: Readonly<Record<string, string>>): readonly string[] => {
    const outcome = readConfig(env);
    return outcome.kind === 'problems' ? outcome.problems : [];
  };

  it('may each be a file, mounted with an end of line', () => {
    const files = Object.entries(many).map(([name, value]) => {
      const file = join(folder, name);
      writeFileSync(file, `${value}\n`);
      return [`${name}_FILE`, file];
    });
    const outcome = readConfig(Object.fromEntries(files));
    if (outcome.kind !== 'config') throw new Error(outcome.problems.join('\n'));
    expect(outcome.config.slack).toMatchObject({ oauth: { clientSecret: 'a-client-secret' } });
    expect(outcome.config.encryptionKeys?.all).toHaveLength(1);
  });

  it('that should be files and are not, are told by name, once', () => {
    const { LOCKSMITH_ENCRYPTION_KEY: _, ...rest } = many;
    const lost = { ...rest, LOCKSMITH_ENCRYPTION_KEY_FILE: join(folder, 'nothing') };
    expect(problemsOf(lost)).toEqual([expect.stringContaining('LOCKSMITH_ENCRYPTION_KEY_FILE: no such file')]);
  });

  it.each([
    ['a key that is too short', key.slice(0, 20), 'key 1'],
    ['a second key that is none', `${key},secret`, 'key 2'],
  ])('refuse the start over %s, and say how to make one', (_, value, which) => {
    const problems = problemsOf({ ...many, LOCKSMITH_ENCRYPTION_KEY: value });
    expect(problems).toEqual([expect.stringMatching(`${which} .*openssl rand -base64 32`)]);
    expect(problems[0]).not.toContain(value);
  });

  it('give the keys in their order, the first to seal with', () => {
    const other = randomBytes(32).toString('base64');
    const outcome = readConfig({ ...many, LOCKSMITH_ENCRYPTION_KEY: `${other}, ${key}` });
    const keys = outcome.kind === 'config' ? outcome.config.encryptionKeys : undefined;
    expect(keys?.all).toHaveLength(2);
    expect(keys?.first.bytes.toString('base64')).toBe(other);
  });
});

describe('locksmith.yaml', () => {
  const outcomeOf = (text: string) => {
    writeFileSync(path, text);
    return readConfig({ LOCKSMITH_CONFIG: path });
  };

  it('opens a channel to members of other companies only where it says so', () => {
    const outcome = outcomeOf('channels:\n  C1:\n    answer_external_members: true\n  C2: {}\n');
    if (outcome.kind !== 'config') throw new Error(outcome.problems.join('\n'));
    expect(outcome.config.channels['C1']?.answer_external_members).toBe(true);
    expect(outcome.config.channels['C2']?.answer_external_members).toBeUndefined();
  });

  it.each([
    ['channels:\n  C1:\n    answer_external_members: sometimes\n', ':3', 'true answers members of other companies'],
    ['slack_workspaces: [T1, acme]\n', ':1', 'is no id of a workspace'],
    ['public_url: locksmith.example.com\n', ':1', 'Write https://'],
    ['public_url: ftp://locksmith.example.com\n', ':1', 'Write https://'],
  ])('names line and remedy: %j', (text, line, remedy) => {
    const outcome = outcomeOf(text);
    expect(outcome).toEqual({ kind: 'problems', problems: [expect.stringContaining(remedy)] });
    expect(outcome.kind === 'problems' && outcome.problems[0]).toContain(`${path}${line} `);
  });

  it('takes a public address with or without a slash at its end', () => {
    for (const address of ['https://locksmith.example.com', 'https://locksmith.example.com/'])
      expect(outcomeOf(`public_url: ${address}\n`)).toMatchObject({
        config: { public_url: 'https://locksmith.example.com' },
      });
  });
});
