// The licences of what is shipped: listed as the lock file has it, and none that nobody has agreed to.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LIST, listLicences } from '../docs/licences.ts';

const lockFile = readFileSync(join(import.meta.dirname, '../package-lock.json'), 'utf8');
const withPackage = (more: Readonly<Record<string, unknown>>): string =>
  JSON.stringify({ packages: { '': { version: '0.1.0' }, 'node_modules/x': { version: '1.0.0', ...more } } });

describe('the list of licences', () => {
  it('is of today: otherwise run node docs/licences.ts', () => {
    expect(readFileSync(LIST, 'utf8') === listLicences(lockFile).text).toBe(true);
  });

  it('holds only licences that are allowed', () => {
    expect(listLicences(lockFile).problems).toEqual([]);
  });

  it.each([
    ['one that reaches what uses it', { license: 'GPL-3.0-only' }, ['x 1.0.0: GPL-3.0-only']],
    ['one for tools in what runs', { license: 'MPL-2.0' }, ['x 1.0.0: MPL-2.0']],
    ['one for tools in a tool', { license: 'MPL-2.0', dev: true }, []],
    ['none at all', {}, ['x 1.0.0: unknown']],
    ['a free one', { license: 'ISC' }, []],
  ])('is told of %s', (_, more, problems) => {
    const found = listLicences(withPackage(more)).problems.map(problem => problem.split(' is no')[0]);
    expect(found).toEqual(problems);
  });
});
