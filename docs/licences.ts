// Writes docs/licences.md: what each locked dependency is licensed under. Run it when package-lock.json has changed:
//   node docs/licences.ts
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const lock = z.object({
  packages: z.record(
    z.string(),
    z.object({ version: z.string(), license: z.string().optional(), dev: z.boolean().optional() }),
  ),
});

/** Those that ask for no more than to be named; what only builds and tests may also be under one that covers its own files. */
const FREE = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD', 'BlueOak-1.0.0'];
const ALLOWED = { shipped: FREE, tools: [...FREE, 'MIT OR Apache-2.0', 'MPL-2.0', 'PSF-2.0'] } as const;

/** Packages that name no licence where npm looks for it, read from the LICENSE file that they come with. */
const READ: Readonly<Record<string, string>> = { 'sylvester 0.0.21': 'MIT' };

export const LIST = fileURLToPath(new URL('licences.md', import.meta.url));

type Use = keyof typeof ALLOWED;
type Dependency = { readonly name: string; readonly licence: string; readonly use: Use };

export type Licences = { readonly text: string; readonly problems: readonly string[] };

/** The list, and every dependency whose licence is none of the allowed ones. */
export function listLicences(lockFile: string): Licences {
  const { packages } = lock.parse(JSON.parse(lockFile));
  const dependencies = Object.entries(packages).flatMap(([path, { version, license, dev }]): Dependency[] => {
    const name = `${path.split('node_modules/').at(-1)} ${version}`;
    const licence = license ?? READ[name] ?? 'unknown';
    return path === '' ? [] : [{ name, licence, use: dev ? 'tools' : 'shipped' }];
  });
  const problems = dependencies
    .filter(({ licence, use }) => !ALLOWED[use].includes(licence))
    .map(({ name, licence }) => `${name}: ${licence} is no allowed licence. Replace it, or argue for its licence`);
  return { text: `${[HEAD, ...sections(dependencies)].join('\n\n')}\n`, problems };
}

const HEAD = `# Licences of the dependencies

Made from \`package-lock.json\` by \`node docs/licences.ts\`; a test fails when it is stale, or when a licence is none of the allowed ones. Locksmith itself is under the [MIT licence](../LICENSE).`;

const TITLES: Readonly<Record<Use, string>> = {
  shipped: 'What runs',
  tools: 'What builds and tests, or is built into the workbench’s page',
};

function sections(dependencies: readonly Dependency[]): string[] {
  const uses: readonly Use[] = ['shipped', 'tools'];
  return uses.flatMap(use => [`## ${TITLES[use]}`, ...linesOf(dependencies.filter(one => one.use === use))]);
}

/** One line a licence, the most frequent first. */
const linesOf = (dependencies: readonly Dependency[]): string[] =>
  [...Map.groupBy(dependencies, ({ licence }) => licence)]
    .toSorted(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1))
    .map(
      ([licence, of]) =>
        `**${licence}** (${of.length}): ${[...new Set(of.map(({ name }) => name))].toSorted().join(', ')}`,
    );

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { text, problems } = listLicences(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'));
  writeFileSync(LIST, text);
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  if (problems.length > 0) process.exitCode = 1;
}
