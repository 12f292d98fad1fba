// The stand-in offers what the app's package promises, and is not there where the workbench has no Teams.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../../../src/surfaces/workbench/teams/town.ts';
import { startBench as startWithoutTeams } from '../bench.ts';

const manifest = JSON.parse(readFileSync(new URL('../../../../teams/manifest.json', import.meta.url), 'utf8'));

describe('the app in the stand-in', () => {
  it('has the commands of its manifest', () => {
    expect(COMMANDS).toEqual(manifest.bots[0].commandLists[0].commands);
  });

  it('is not to be had where nobody may speak to it without a token', async () => {
    const { url } = await startWithoutTeams();
    for (const path of ['stream', 'api/state', 'connector/v3/conversations'])
      expect((await fetch(`${url}/workbench/teams/${path}`)).status).toBe(404);
  });
});
