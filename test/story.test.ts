// One behaviour, two platforms: the same stories on Slack and on Teams, through real adapters, end in equal threads in the store.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Thread } from '../src/conversation/thread.ts';
import { type App, createApp } from '../src/service/app.ts';
import { createLog } from '../src/service/report/log.ts';
import { createStore } from '../src/store/kysely-store.ts';
import { openEmbedded } from '../src/store/sqlite/embedded.ts';
import { BARE_CONFIG } from './service/bare-config.ts';
import type { Name, Side } from './story/side.ts';
import { SLACK_PEOPLE, slackSide } from './story/slack-side.ts';
import { STORIES } from './story/stories.ts';
import { TEAMS_PEOPLE, teamsSide } from './story/teams-side.ts';

/** Both adapters load, and every story waits for what it sees. */
const PLAY_MS = 60_000;
const SLACK = 'T0WORKBENCH';
const TEAMS = '00000000-0000-4000-8000-0000000077ee';

let app: App;
let sides: readonly Side[] = [];
type Kept = { readonly threads: readonly unknown[]; readonly counts: unknown };
const kept = new Map<string, Kept>();
const folder = mkdtempSync(join(tmpdir(), 'locksmith-story-'));

beforeAll(async () => {
  const config = {
    ...BARE_CONFIG,
    log: 'silent' as const,
  };
  app = await createApp({ ...config, dataFolder: folder }, createLog('silent'));
  if (app.kind === 'refused') throw new Error(app.message);
  const origin = `http://127.0.0.1:${app.port}`;
  sides = [slackSide(origin), teamsSide(origin)];
});

afterAll(() => rmSync(folder, { recursive: true }));

async function readBack(workspace: string): Promise<Kept> {
  const opened = await openEmbedded(join(folder, 'locksmith.db'));
  if (opened.kind === 'refused') throw new Error(opened.message);
  const store = createStore(opened.db);
  const threads = await store.threads({ workspace });
  const counts = await store.counts(workspace);
  await store.close();
  return { threads: threads.toSorted((a, b) => a.openedAt - b.openedAt).map(withoutIds), counts };
}

/**
 * Slack reports each click, Teams what was saved together: the ticks that they amount to are what counts. And Slack's
 * messages do not say what their author is called.
 */
function withoutIds({ place: _, version: __, reports: ___, ...thread }: Thread): unknown {
  return JSON.parse(JSON.stringify(thread), (key, value) => {
    if (/^(?:at|openedAt|changedAt|nudgedAt)$/.test(key)) return undefined;
    if (value !== null && typeof value === 'object' && 'id' in value) return nameOf(String(value.id));
    return key === 'by' && typeof value === 'string' ? nameOf(value) : value;
  });
}

const DIRECTORY: Readonly<Record<string, Name>> = { 1: 'You', 2: 'Priya', 3: 'Marek' };

function nameOf(id: string): string {
  const known = [SLACK_PEOPLE, TEAMS_PEOPLE].flatMap(people => Object.entries(people)).find(([, one]) => one === id);
  return known?.[0] ?? DIRECTORY[/^0{8}-0000-4000-8000-0{11}(\d)$/.exec(id)?.[1] ?? ''] ?? id;
}

describe('a story is told on Slack and on Teams', () => {
  it.each(STORIES)('$name', { timeout: PLAY_MS }, async ({ play }) => {
    for (const side of sides) await play(side);
  });
});

describe('and ends alike:', () => {
  beforeAll(async () => {
    if (app.kind === 'running') await app.stop();
    for (const workspace of [SLACK, TEAMS]) kept.set(workspace, await readBack(workspace));
  });

  it('leaves as many threads', () => {
    expect(kept.get(SLACK)?.threads).toHaveLength(5);
    expect(kept.get(TEAMS)?.threads).toHaveLength(5);
  });

  it('leaves equal threads', () => {
    expect(kept.get(TEAMS)?.threads).toEqual(kept.get(SLACK)?.threads);
  });

  it('is counted alike', () => {
    expect(kept.get(TEAMS)?.counts).toEqual(kept.get(SLACK)?.counts);
  });

  it('leaves what the stories are about: handed over, open again, a secret hidden, a choice, an edit', () => {
    expect(kept.get(SLACK)?.threads).toMatchObject([
      { state: 'handed-over', ticks: [{ by: 'You' }, { by: 'Priya' }] },
      { state: 'open', asker: 'Marek', tried: [expect.any(String)] },
      { opening: expect.not.stringContaining('aB3dE5gH7jK9') },
      { entry: expect.any(String), candidates: expect.any(Array) },
      { opening: expect.stringContaining('Unauthorized') },
    ]);
  });
});
