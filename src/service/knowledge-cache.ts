// Parsed entries, kept beside the dependencies: parsing 160 YAML files takes half a second, reading them back a hundredth.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Entry } from '../knowledge/entry.ts';

const FOLDER = fileURLToPath(new URL('../../node_modules/.cache/locksmith', import.meta.url));
/** A change of the form makes every cache stale. */
const FORM = ['entry.ts', 'parse.ts'].map(file => fileURLToPath(new URL(`../knowledge/${file}`, import.meta.url)));

const cached = z.object({ key: z.string(), entries: z.custom<Entry[]>(Array.isArray) });

/** The entries of `files` below `folder`: from the cache while no file has changed, else as `parse` gives them. */
export function cachedEntries(
  folder: string,
  files: readonly string[],
  parse: () => readonly Entry[],
): readonly Entry[] {
  const key = fingerprint([...FORM, ...files.map(file => join(folder, file))]);
  const path = join(FOLDER, `${createHash('sha256').update(folder).digest('hex').slice(0, 16)}.json`);
  const known = readCache(path);
  if (known?.key === key) return known.entries;
  const entries = parse();
  writeCache(path, { key, entries });
  return entries;
}

function fingerprint(paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of paths) {
    const { size, mtimeMs } = statSync(path);
    hash.update(`${path} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

function readCache(path: string): z.infer<typeof cached> | undefined {
  try {
    return cached.safeParse(JSON.parse(readFileSync(path, 'utf8'))).data;
  } catch {
    return undefined; // none yet, or half written: the files are parsed instead
  }
}

function writeCache(path: string, content: { readonly key: string; readonly entries: readonly Entry[] }): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, JSON.stringify(content));
  } catch {
    // A read-only file system: slower to start, otherwise the same.
  }
}
