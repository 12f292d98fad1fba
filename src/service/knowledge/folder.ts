// Where knowledge lies on the disk.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The entries that ship with the code. */
export const KNOWLEDGE_FOLDER = fileURLToPath(new URL('../../../knowledge', import.meta.url));

export const WORD_FILES = ['providers.yaml', 'words.yaml', 'described.yaml', 'placeholders.yaml', 'follow-ups.yaml'];

/** Every `<provider>/<problem>.yaml` below `folder`, in the order of their paths. */
export const entryFiles = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter(provider => provider.isDirectory())
    .flatMap(({ name }) =>
      readdirSync(join(folder, name))
        .filter(file => file.endsWith('.yaml'))
        .map(file => `${name}/${file}`),
    )
    .toSorted();

export const pathsIn = (folder: string, files: readonly string[]): string[] => files.map(file => join(folder, file));
