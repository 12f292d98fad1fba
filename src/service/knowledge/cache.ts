// What was parsed from YAML and checked, kept beside the dependencies: parsing takes half a second, reading it back a hundredth.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('../../../node_modules/.cache/locksmith', import.meta.url));
/** A change of the form makes every cache stale. */
const FORM = ['entry.ts', 'parse.ts', 'vocabulary.ts'].map(file =>
  fileURLToPath(new URL(`../../knowledge/${file}`, import.meta.url)),
);

/** What was kept for `files` while none of them has changed. `isValue` guards what is read back. */
export function fromCache<T>(files: readonly string[], isValue: (value: unknown) => value is T): T | undefined {
  const { key, value } = readCache(pathOf(files));
  return key === fingerprint(files) && isValue(value) ? value : undefined;
}

/** What `make` gives for `files`: from the cache while none of them has changed. */
export function cached<T>(files: readonly string[], isValue: (value: unknown) => value is T, make: () => T): T {
  const known = fromCache(files, isValue);
  if (known !== undefined) return known;
  const value = make();
  writeCache(pathOf(files), { key: fingerprint(files), value });
  return value;
}

const pathOf = (files: readonly string[]): string => join(FOLDER, `${digest(files.join('\n'))}.json`);

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

function fingerprint(files: readonly string[]): string {
  const stats = [...FORM, ...files].map(path => {
    const { size, mtimeMs } = statSync(path);
    return `${path} ${size} ${mtimeMs}`;
  });
  return digest(stats.join('\n'));
}

function readCache(path: string): { readonly key?: unknown; readonly value?: unknown } {
  try {
    const content: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return typeof content === 'object' && content !== null ? content : {};
  } catch {
    return {}; // none yet, or half written: the files are parsed instead
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
