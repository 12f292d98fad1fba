// SECURITY.md claims only what a test shows: each test that it names is there.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const text = readFileSync(join(ROOT, 'SECURITY.md'), 'utf8');
const threats = text.slice(text.indexOf('## Who could do what'), text.indexOf('## Reporting')).split('\n');
const rows = threats.filter(line => line.startsWith('| ') && !line.startsWith('| ---') && !line.startsWith('| who |'));

describe('SECURITY.md', () => {
  it('names tests that exist', () => {
    const named = [...text.matchAll(/`(test\/[^`]+)`/g)].map(([, path]) => path ?? '');
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter(path => !existsSync(join(ROOT, path)))).toEqual([]);
  });

  it('says of each threat what stops it and which test shows it, or that nothing does', () => {
    expect(rows.length).toBeGreaterThan(15);
    expect(rows.filter(row => !/`test\/[^`]+` \|$/.test(row) && !/\| nothing here/.test(row))).toEqual([]);
  });
});
