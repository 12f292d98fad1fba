// What is asked for at /slack/install is what the manifest declares: Slack refuses a scope that the app does not have.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { SCOPES } from '../../../../src/surfaces/slack/installing/pages/scopes.ts';

it('asks a workspace for the scopes of manifest.json, all of them and no others', () => {
  const manifest = JSON.parse(readFileSync(join(import.meta.dirname, '../../../../manifest.json'), 'utf8'));
  expect([...SCOPES]).toEqual(manifest.oauth_config.scopes.bot);
});
