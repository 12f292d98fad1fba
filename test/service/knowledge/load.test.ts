import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { BrokenKnowledge } from '../../../src/knowledge/broken.ts';
import { locate } from '../../../src/knowledge/parse.ts';
import { skeleton } from '../../../src/knowledge/skeleton.ts';
import { KNOWLEDGE_FOLDER } from '../../../src/service/knowledge/folder.ts';
import { loadKnowledge } from '../../../src/service/knowledge/load.ts';

const folder = mkdtempSync(join(tmpdir(), 'locksmith-'));
afterAll(() => rmSync(folder, { recursive: true }));

const BUILT_IN = readFileSync(join(KNOWLEDGE_FOLDER, 'aws/sso-session-expired.yaml'), 'utf8');
const put = (own: string, id: string, text: string): void => {
  mkdirSync(join(folder, own, id.split('/')[0] ?? ''), { recursive: true });
  writeFileSync(join(folder, own, `${id}.yaml`), text);
};

describe('a company’s own folder of entries', () => {
  it('stands beside the built-in one, and the same id overrides', async () => {
    put('good', 'aws/sso-session-expired', BUILT_IN.replace(/^title:.*$/m, 'title: Sign in at our portal again'));
    put(
      'good',
      'acme/vpn-login',
      BUILT_IN.replace('id: aws/sso-session-expired', 'id: acme/vpn-login').replace('provider: aws', 'provider: acme'),
    );
    const { entries } = await loadKnowledge([join(folder, 'good')]);
    expect(entries.find(entry => entry.id === 'aws/sso-session-expired')?.title).toBe('Sign in at our portal again');
    expect(entries.some(entry => entry.id === 'acme/vpn-login')).toBe(true);
    expect(entries).toHaveLength((await loadKnowledge()).entries.length + 1);
  });

  it('stops the start when it is broken, by its own path and line', async () => {
    put('broken', 'acme/broken', 'id: acme/broken\ntitle: x: y\n');
    const error: unknown = await loadKnowledge([join(folder, 'broken')]).catch((thrown: unknown) => thrown);
    expect(error instanceof BrokenKnowledge && error.lines[0]).toContain(
      `${join(folder, 'broken')}/acme/broken.yaml:2 is not YAML`,
    );
  });
});

describe('a finding', () => {
  it.each([
    ['examples.match[1]', /^ {4}- "anyone else\?/],
    ['related[0]', /related:/],
    ['step who-am-i', /- id: who-am-i/],
    ['nowhere', /^id:/],
  ])('%s is shown with its line', (path, line) => {
    expect(BUILT_IN.split('\n')[locate(BUILT_IN, path) - 1]).toMatch(line);
  });
});

describe('a new entry', () => {
  it('has every key in its order, and the date of today', () => {
    const keys = [...skeleton('acme/vpn-login', '2026-11-23').matchAll(/^([a-z-]+):/gm)].map(([, key]) => key);
    const order = [...BUILT_IN.matchAll(/^([a-z-]+):/gm)].map(([, key]) => key);
    expect(keys).toEqual(order.filter(key => key !== 'advanced'));
    expect(skeleton('acme/vpn-login', '2026-11-23')).toContain('reviewed: 2026-11-23');
  });
});
