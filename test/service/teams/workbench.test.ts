// The workbench's Teams takes no token, so it is there on loopback only: and there, for this machine's own processes.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { THRESHOLDS } from '../../../src/matching/decide.ts';
import { createApp } from '../../../src/service/app.ts';
import { createLog } from '../../../src/service/report/log.ts';
import { fixture } from '../../surfaces/teams/fixtures.ts';

async function start(host: string): Promise<string> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'locksmith-'));
  const config = {
    channels: {},
    thresholds: THRESHOLDS,
    knowledge: [],
    log: 'silent' as const,
    host,
    port: 0,
    dataFolder,
  };
  const app = await createApp(config, createLog('silent'));
  if (app.kind === 'refused') throw new Error(app.message);
  onTestFinished(async () => {
    await app.stop();
    rmSync(dataFolder, { recursive: true });
  });
  return `http://127.0.0.1:${app.port}`;
}

const tell = async (origin: string, serviceUrl: string, headers: Record<string, string> = {}): Promise<number> => {
  const body = JSON.stringify(fixture('channel-message', { serviceUrl }));
  const init = { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body };
  return (await fetch(`${origin}/api/messages`, init)).status;
};

describe('with nothing configured', () => {
  it.each(['127.0.0.1', 'localhost'])('on %s both platforms are there', async host => {
    const origin = await start(host);
    expect((await fetch(`${origin}/workbench/api/state`)).status).toBe(200);
    expect((await fetch(`${origin}/workbench/teams/api/state`)).status).toBe(200);
    expect(await tell(origin, `${origin}/workbench/teams/connector/`)).toBe(200);
    expect(await tell(origin, 'https://evil.example/')).toBe(401);
    expect(await tell(origin, `${origin}/workbench/teams/connector/`, { origin })).toBe(403);
  });

  it('on every address there is no Teams, and nobody to aim', async () => {
    const origin = await start('0.0.0.0');
    expect((await fetch(`${origin}/workbench/api/state`)).status).toBe(200);
    expect((await fetch(`${origin}/workbench/teams/api/state`)).status).toBe(404);
    expect(await tell(origin, `${origin}/workbench/teams/connector/`)).toBe(404);
  });
});
