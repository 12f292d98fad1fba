// Makes the Teams app package: the manifest with this installation's ids, and the two icons, in one zip.
// Run with: npm run teams:package
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zip } from './zip.ts';

/** What the manifest's placeholders become; a value is checked before it is put in. */
type Field = {
  readonly placeholder: string;
  readonly variable: string;
  readonly meaning: string;
  readonly shape: RegExp;
  readonly fallback?: string;
};

const GUID = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i;
const HTTPS = /^https:\/\/[^\s"\\]{1,2040}$/;

/** `fallback` names the variable whose value serves as well. */
export const FIELDS: readonly Field[] = [
  {
    placeholder: 'MICROSOFT_APP_ID',
    variable: 'MicrosoftAppId',
    meaning: 'the app id of the bot (a GUID)',
    shape: GUID,
  },
  {
    placeholder: 'TEAMS_APP_ID',
    variable: 'TEAMS_APP_ID',
    meaning: 'the id of the Teams app (a GUID)',
    shape: GUID,
    fallback: 'MicrosoftAppId',
  },
  {
    placeholder: 'TEAMS_DEVELOPER',
    variable: 'TEAMS_DEVELOPER',
    meaning: 'your organisation’s name, at most 32 characters',
    shape: /^[^"\\\p{Cc}]{1,32}$/u,
  },
  {
    placeholder: 'TEAMS_WEBSITE_URL',
    variable: 'TEAMS_WEBSITE_URL',
    meaning: 'a page about the bot (https)',
    shape: HTTPS,
  },
  {
    placeholder: 'TEAMS_PRIVACY_URL',
    variable: 'TEAMS_PRIVACY_URL',
    meaning: 'your privacy page (https)',
    shape: HTTPS,
    fallback: 'TEAMS_WEBSITE_URL',
  },
  {
    placeholder: 'TEAMS_TERMS_URL',
    variable: 'TEAMS_TERMS_URL',
    meaning: 'your terms of use (https)',
    shape: HTTPS,
    fallback: 'TEAMS_WEBSITE_URL',
  },
];

type Environment = Readonly<Record<string, string | undefined>>;
export type Filled =
  | { readonly kind: 'manifest'; readonly text: string }
  | { readonly kind: 'problems'; readonly problems: readonly string[] };

/** The manifest with its placeholders filled, or everything that is missing or wrong at once. */
export function fillManifest(template: string, version: string, env: Environment): Filled {
  const values = new Map([['VERSION', version]]);
  const problems: string[] = [];
  for (const { placeholder, variable, meaning, shape, fallback } of FIELDS) {
    const own = env[variable] || undefined;
    const value = own ?? (fallback === undefined ? undefined : env[fallback]) ?? '';
    if (shape.test(value)) values.set(placeholder, value);
    // What stands in for it is a field as well, and reports itself.
    else if (own !== undefined) problems.push(`${variable}: ${JSON.stringify(own)} does not fit. Give ${meaning}`);
    else if (fallback === undefined) problems.push(`${variable}: missing. Give ${meaning}`);
  }
  if (problems.length > 0) return { kind: 'problems', problems };
  return { kind: 'manifest', text: template.replace(/\$\{\{(\w+)\}\}/g, (whole, name) => values.get(name) ?? whole) };
}

/** Teams wants all three at the root of the zip. */
export const createPackage = (manifest: string, folder: string): Buffer =>
  zip([
    { name: 'manifest.json', bytes: Buffer.from(manifest) },
    { name: 'color.png', bytes: readFileSync(join(folder, 'color.png')) },
    { name: 'outline.png', bytes: readFileSync(join(folder, 'outline.png')) },
  ]);

function main(): void {
  const folder = import.meta.dirname;
  const { version } = JSON.parse(readFileSync(join(folder, '../package.json'), 'utf8'));
  const filled = fillManifest(readFileSync(join(folder, 'manifest.json'), 'utf8'), version, process.env);
  if (filled.kind === 'problems') {
    process.stderr.write(
      `The Teams package needs these in the environment:\n${filled.problems.map(line => `  ${line}\n`).join('')}`,
    );
    process.exitCode = 1;
    return;
  }
  const path = join(folder, '../dist/locksmith-teams.zip');
  mkdirSync(join(folder, '../dist'), { recursive: true });
  writeFileSync(path, createPackage(filled.text, folder));
  process.stdout.write('dist/locksmith-teams.zip\n');
}

if (import.meta.main) main();
