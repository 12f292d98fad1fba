// Prints the manifest of a Slack app for one way of running it: manifest.json, with the addresses and switches of that way.
// Run with: npx node slack/manifest.ts https://<your-host> [--socket] [--org] [--rotate-tokens]
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Way = {
  /** Where Slack and people reach the server, without a slash at the end. */
  readonly host: string;
  /** Events come over a socket; only those who install it come to `host`. */
  readonly socket: boolean;
  /** An organisation may install it for all of its workspaces. */
  readonly org: boolean;
  /** Tokens end after twelve hours; only installations by OAuth are renewed. Slack does not let it be switched off again. */
  readonly rotateTokens: boolean;
};

/** The parts that differ; the rest goes through as it is. */
type Manifest = {
  readonly features: { readonly slash_commands: readonly object[] };
  readonly oauth_config: object;
  readonly settings: { readonly event_subscriptions: object; readonly interactivity: object };
};

export function manifestFor(manifest: Manifest, { host, socket, org, rotateTokens }: Way): Manifest {
  const { features, oauth_config, settings } = manifest;
  const url = `${host}/slack/events`;
  const address = socket ? {} : { request_url: url };
  return {
    ...manifest,
    features: {
      ...features,
      slash_commands: features.slash_commands.map(command => (socket ? command : { ...command, url })),
    },
    oauth_config: { ...oauth_config, redirect_urls: [`${host}/slack/oauth_redirect`] },
    settings: {
      ...settings,
      event_subscriptions: { ...address, ...settings.event_subscriptions },
      interactivity: { ...settings.interactivity, ...address },
      ...{ org_deploy_enabled: org, socket_mode_enabled: socket, token_rotation_enabled: rotateTokens },
    },
  };
}

export const isHost = (text: string): boolean =>
  URL.canParse(text) && new URL(text).protocol === 'https:' && new URL(text).href.replace(/\/$/, '') === text;

const USE = 'npx node slack/manifest.ts https://<your-host> [--socket] [--org] [--rotate-tokens]';

const FLAGS = new Set(['--socket', '--org', '--rotate-tokens']);

function print(): void {
  const way = parse(process.argv.slice(2));
  if (!way) {
    process.stderr.write(`Give the address that Slack reaches the server at.\n  ${USE}\n`);
    process.exitCode = 2;
    return;
  }
  const manifest = JSON.parse(readFileSync(join(import.meta.dirname, '../manifest.json'), 'utf8'));
  process.stdout.write(`${JSON.stringify(manifestFor(manifest, way), null, 2)}\n`);
}

/** Undefined for whatever is no use of it. */
function parse(args: readonly string[]): Way | undefined {
  const flags = args.filter(arg => arg.startsWith('--'));
  const [host, ...more] = args.filter(arg => !arg.startsWith('--')).map(arg => arg.replace(/\/+$/, ''));
  if (host === undefined || more.length > 0 || !isHost(host) || flags.some(flag => !FLAGS.has(flag))) return undefined;
  const has = (flag: string): boolean => flags.includes(flag);
  return { host, socket: has('--socket'), org: has('--org'), rotateTokens: has('--rotate-tokens') };
}

if (import.meta.main) print();
