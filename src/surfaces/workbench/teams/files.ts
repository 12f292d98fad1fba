// Text files that people attached, in memory.
import type { File } from './protocol.ts';

/** A workbench left running must not grow for ever: the oldest files fall out. */
const KEPT = 20;

export type Files = {
  readonly keep: (name: string, content: string) => File;
  readonly read: (id: string) => string | undefined;
};

export function createFiles(nextId: () => string): Files {
  const kept = new Map<string, string>();
  return {
    keep: (name, content) => {
      const file = { id: nextId(), name, bytes: Buffer.byteLength(content) };
      kept.set(file.id, content);
      const [oldest] = kept.keys();
      if (kept.size > KEPT && oldest) kept.delete(oldest);
      return file;
    },
    read: id => kept.get(id),
  };
}
