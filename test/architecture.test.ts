// Imports run downhill only. The table is the one of the README's "How it works".
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = join(import.meta.dirname, '../src');

/** What each folder may import besides itself. `service` wires everything, and so may import everything below it. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  redaction: [],
  knowledge: ['zod', 'yaml'],
  matching: ['knowledge', 'redaction', 'natural', 're2js'],
  conversation: ['matching', 'knowledge', 'redaction', 'natural'],
  store: ['conversation', 'redaction', 'matching', 'kysely', 'zod', 'node:'],
  jobs: ['store', 'kysely', 'zod'],
  'surfaces/slack': ['conversation', 'surfaces/surface.ts', '@slack/bolt', 'zod', 'node:'],
  'surfaces/teams': ['conversation', 'surfaces/surface.ts', 'botbuilder', 'zod', 'node:'],
  'surfaces/workbench': [
    'conversation',
    'surfaces/slack',
    'zod',
    'node:',
    'react',
    'react-dom',
    'vite',
    'adaptivecards',
    'markdown-it',
  ],
  surfaces: ['conversation'],
  service: [
    'commander',
    'surfaces',
    'jobs',
    'store',
    'conversation',
    'matching',
    'knowledge',
    'redaction',
    'pino',
    'prom-client',
    'zod',
    'yaml',
    'node:',
  ],
};

/** Words that belong to one platform or to SQL, and where alone they may stand. */
const FENCED: readonly (readonly [string, RegExp, RegExp])[] = [
  ['Slack’s words', /\b(?:thread_ts|block_id|action_id|rich_text)\b/, /^surfaces\//],
  ['the environment', /process\.env/, /^service\/config\//],
  ['the console', /(?<!\.)\bconsole[.,]/, /^surfaces\/workbench\/page\/|^service\/report\/log\.ts$/],
  ['Bolt', /from '@slack\/bolt'/, /^surfaces\/slack\//],
  ['the Bot Framework', /from 'botbuilder/, /^surfaces\/teams\//],
  ['SQL', /from 'kysely'/, /^(?:store|jobs)\//],
];

const files = globSync('**/*.{ts,tsx}', { cwd: SRC }).map(file => file.replaceAll('\\', '/'));
const importsOf = (file: string): string[] =>
  [
    ...readFileSync(join(SRC, file), 'utf8').matchAll(
      /^\s*(?:import|export|\}) [^;'\n]*from '([^'\n]+)'|\bimport\('([^'\n]+)'\)/gm,
    ),
  ].map(([, from, lazy]) => from ?? lazy ?? '');

/** The folder of the table that a file belongs to: the longest that fits. */
const folderOf = (file: string): string =>
  Object.keys(MAY_IMPORT)
    .filter(folder => file.startsWith(`${folder}/`))
    .toSorted((a, b) => b.length - a.length)[0] ?? '';

/** Where a relative import leads, from `src`; a package stays as it is. */
const targetOf = (file: string, target: string): string =>
  target.startsWith('.') ? relative(SRC, join(SRC, dirname(file), target)).replaceAll('\\', '/') : target;

const isAllowed = (file: string, target: string): boolean => {
  const folder = folderOf(file);
  if (folder === '' || target.startsWith(`${folder}/`)) return true;
  return (MAY_IMPORT[folder] ?? []).some(
    allowed => target === allowed || target.startsWith(allowed.endsWith(':') ? allowed : `${allowed}/`),
  );
};

describe('the house', () => {
  it('holds only folders of the table, and cli.ts on top', () => {
    expect(files.filter(file => folderOf(file) === '')).toEqual(['cli.ts']);
  });

  it('imports downhill only', () => {
    const uphill = files.flatMap(file =>
      importsOf(file)
        .map(target => targetOf(file, target))
        .filter(target => !isAllowed(file, target))
        .map(target => `${file} imports ${target}`),
    );
    expect(uphill).toEqual([]);
  });

  it.each(FENCED)('keeps %s where they belong', (_, word, allowed) => {
    const found = files.filter(file => !allowed.test(file) && word.test(readFileSync(join(SRC, file), 'utf8')));
    expect(found).toEqual([]);
  });

  it('does no work in the core that depends on the world: no clock, no chance, no waiting', () => {
    const core = files.filter(file => /^(?:redaction|knowledge|matching|conversation)\//.test(file));
    const impure = core.filter(file =>
      /\basync\b|Date\.now|Math\.random|new Date\(\)/.test(readFileSync(join(SRC, file), 'utf8')),
    );
    expect(impure).toEqual([]);
  });

  it('keeps every source file below the wall of 300 lines', () => {
    const long = files.filter(file => readFileSync(join(SRC, file), 'utf8').split('\n').length > 300);
    expect(long).toEqual([]);
  });
});
