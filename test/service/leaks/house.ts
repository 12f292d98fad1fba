// One running Locksmith whose every trace is written down: what is in its store and its files, its log, metrics, and what it said.
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { createApp } from '../../../src/service/app.ts';
import type { Config } from '../../../src/service/config/config.ts';
import { createLog, type Log } from '../../../src/service/report/log.ts';
import { BARE_CONFIG } from '../bare-config.ts';

/** Where traces of it are looked for. */
export const PLACES = [
  'the metrics',
  'the store and the queue while it ran',
  'the files that it leaves',
  'the log',
] as const;
type Place = (typeof PLACES)[number];

export type House = {
  readonly url: string;
  readonly log: Log;
  /** Looks at the store and the queue as they are now, with what waits in them. */
  readonly look: () => void;
  /** Resolves when nothing waits any more but timers. */
  readonly settled: () => Promise<void>;
  /** Ends it, and gives all that was found. */
  readonly close: () => Promise<ReadonlyMap<Place, string>>;
};

type Surfaces = Pick<Config, 'slack' | 'teams' | 'maintainers' | 'report_secrets'>;

export async function startHouse(surfaces: Surfaces): Promise<House> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'locksmith-leaks-'));
  const file = join(dataFolder, 'locksmith.db');
  const lines: string[] = [];
  const log = createLog('trace', { write: line => lines.push(line) });
  const config = {
    ...BARE_CONFIG,
    log: 'trace' as const,
  };
  const app = await createApp({ ...config, dataFolder, ...surfaces }, log);
  if (app.kind !== 'running') throw new Error(app.message);
  const url = `http://127.0.0.1:${app.port}`;
  const rows = new Set<string>();
  const look = (): void => {
    for (const value of rowsOf(file)) rows.add(value);
  };
  return {
    url,
    log,
    look,
    settled: async () => {
      while (openJobs(file).length > 0) await new Promise(resolve => setTimeout(resolve, 200));
    },
    close: async () => {
      const metrics = await (await fetch(`${url}/metrics`)).text();
      look();
      const running = filesOf(dataFolder);
      await app.stop();
      const files = filesOf(dataFolder);
      rmSync(dataFolder, { recursive: true });
      return new Map<Place, string>([
        ['the metrics', metrics],
        ['the store and the queue while it ran', [...rows, running].join('\n')],
        ['the files that it leaves', files],
        ['the log', lines.join('')],
      ]);
    },
  };
}

/** Reads a copy: who runs keeps the database to itself. */
function read<T>(file: string, use: (database: DatabaseSync) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'locksmith-look-'));
  for (const end of ['', '-wal']) if (existsSync(file + end)) copyFileSync(file + end, join(folder, `copy.db${end}`));
  const database = new DatabaseSync(join(folder, 'copy.db'));
  try {
    return use(database);
  } finally {
    database.close();
    rmSync(folder, { recursive: true });
  }
}

/** Each row of each table: long values lie in pieces in the file. */
const rowsOf = (file: string): readonly string[] =>
  read(file, database =>
    database
      .prepare("select name from sqlite_master where type = 'table'")
      .all()
      .flatMap(({ name }) => database.prepare(`select * from "${String(name)}"`).all())
      .flatMap(row => Object.values(row).map(String)),
  );

/** The database, what is being written to it, and whatever else lies there. */
const filesOf = (folder: string): string =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n');

const openJobs = (file: string): readonly unknown[] =>
  read(file, database => database.prepare("select key from jobs where kind <> 'timer' and ended_at is null").all());
