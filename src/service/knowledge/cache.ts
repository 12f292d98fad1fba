// What was parsed from YAML and checked, kept beside the dependencies: parsing takes half a second, reading it back a hundredth.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const FOLDER = fileURLToPath(new URL('../../../node_modules/.cache/locksmith', import.meta.url));
/** A change of the form makes every cache stale. */
const FORM = ['entry.ts', 'parse.ts', 'vocabulary.ts'].map(file =>
  fileURLToPath(new URL(`../../knowledge/${file}`, import.meta.url)),
);

const kept = z.object({ key: z.string(), value: z.unknown() });

/** What `make` gives for `files`: from the cache while none of them has changed. `isValue` guards what is read back. */
export function cached<T>(files: readonly string[], isValue: (value: unknown) => value is T, make: () => T): T {
  const key = fingerprint([...FORM, ...files]);
  const path = join(FOLDER, `${digest(files.join('\n'))}.json`);
  const known = readCache(path);
  if (known?.key === key && isValue(known.value)) return known.value;
  const value = make();
  writeCache(path, { key, value });
  return value;
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

function fingerprint(paths: readonly string[]): string {
  const stats = paths.map(path => {
    const { size, mtimeMs } = statSync(path);
    return `${path} ${size} ${mtimeMs}`;
  });
  return digest(stats.join('\n'));
}

function readCache(path: string): z.infer<typeof kept> | undefined {
  try {
    return kept.safeParse(JSON.parse(readFileSync(path, 'utf8'))).data;
  } catch {
    return undefined; // none yet, or half written: the files are parsed instead
  }
}

function writeCache(path: string, content: { readonly key: string; readonly value: unknown }): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, JSON.stringify(content));
  } catch {
    // A read-only file system: slower to start, otherwise the same.
  }
}
