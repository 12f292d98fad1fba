// The workbench acts for whoever asks, so it answers this machine's own page and nobody else's.
import type { IncomingMessage } from 'node:http';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * The name the browser was given. A page elsewhere can point its own name at this machine, but it cannot make the
 * browser send a loopback name. `hosts` are further names that the operator vouches for.
 */
export function isKnownHost(request: IncomingMessage, hosts: readonly string[]): boolean {
  const name = hostnameOf(request.headers.host);
  return name !== undefined && (LOOPBACK.has(name) || hosts.includes(name));
}

/** Browsers say where a request comes from: another site, and another port of this machine, are refused. */
export function isOwnPage(request: IncomingMessage): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && !(site === 'none' && request.method === 'GET')) return false;
  const { origin, host } = request.headers;
  return origin === undefined || origin === `http://${host}` || origin === `https://${host}`;
}

/** The app's calls come from a process, never from a browser. */
export const isFromBrowser = (request: IncomingMessage): boolean =>
  request.headers.origin !== undefined || request.headers['sec-fetch-site'] !== undefined;

function hostnameOf(host: string | undefined): string | undefined {
  if (!host || !URL.canParse(`http://${host}`)) return undefined;
  return new URL(`http://${host}`).hostname;
}
