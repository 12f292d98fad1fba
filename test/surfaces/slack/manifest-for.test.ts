// The manifests for the other ways of running it: they differ from manifest.json in what that way needs, and in nothing else.
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isHost, manifestFor } from '../../../slack/manifest.ts';

const ROOT = join(import.meta.dirname, '../../..');
const manifest = JSON.parse(readFileSync(join(ROOT, 'manifest.json'), 'utf8'));
const HOST = 'https://locksmith.example.com';
const way = { host: HOST, socket: false, org: false, rotateTokens: false };

describe('the manifest', () => {
  it('for HTTP gives one address for events, clicks and commands, and one to come back to', () => {
    const made = manifestFor(manifest, way);
    const request_url = `${HOST}/slack/events`;
    expect(made).toMatchObject({
      oauth_config: { scopes: manifest.oauth_config.scopes, redirect_urls: [`${HOST}/slack/oauth_redirect`] },
      settings: {
        event_subscriptions: { ...manifest.settings.event_subscriptions, request_url },
        interactivity: { is_enabled: true, request_url },
        socket_mode_enabled: false,
        org_deploy_enabled: false,
        token_rotation_enabled: false,
      },
    });
    expect(made.features.slash_commands).toEqual([
      { ...manifest.features.slash_commands[0], url: `${HOST}/slack/events` },
    ]);
  });

  it('for a socket differs from manifest.json only in where those who install it come back to', () => {
    const { oauth_config, ...rest } = manifestFor(manifest, { ...way, socket: true });
    expect({ ...rest, oauth_config: manifest.oauth_config }).toEqual(manifest);
    expect(oauth_config).toMatchObject({ redirect_urls: [`${HOST}/slack/oauth_redirect`] });
  });

  it('switches on what is asked for', () => {
    const { settings } = manifestFor(manifest, { ...way, org: true, rotateTokens: true });
    expect(settings).toMatchObject({ org_deploy_enabled: true, token_rotation_enabled: true });
  });
});

describe('as a command', () => {
  const script = join(ROOT, 'slack/manifest.ts');

  it('prints it', () => {
    const printed = execFileSync(process.execPath, [script, `${HOST}/`, '--org'], { encoding: 'utf8' });
    expect(JSON.parse(printed)).toEqual(manifestFor(manifest, { ...way, org: true }));
  });

  it.each([
    ['no address', []],
    ['an address without https', ['http://x.example']],
    ['a switch that it does not know', [HOST, '--many']],
  ])('says how it is used when given %s', (_, args) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('npx node slack/manifest.ts https://');
  });
});

it.each([
  [HOST, true],
  [`${HOST}/behind/a/path`, true],
  ['http://locksmith.example.com', false],
  ['locksmith.example.com', false],
  ['https://', false],
  [`${HOST}?a=b c`, false],
])('an address is %s: %s', (text, expected) => {
  expect(isHost(text)).toBe(expected);
});
