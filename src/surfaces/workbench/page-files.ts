// Serves the built page: its files are read once and kept, nothing outside the list is reachable.
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative } from 'node:path';
import { html, type Reply, text } from './exchange.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** Nothing from elsewhere, nothing inline, and no frame around it. */
const HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
};

/** Names of assets hold a hash of their content. */
const FOR_EVER = { 'cache-control': 'public, max-age=31536000, immutable' };

const UNBUILT = `<!doctype html><html lang="en"><title>Workbench</title>
<h1>The workbench's page is not built yet</h1><p>Run <code>npm run build</code>, then reload.</p></html>`;

export type PageFiles = (path: string) => Promise<Reply>;

export function createPageFiles(folder: string): PageFiles {
  let files: ReadonlyMap<string, Buffer> = new Map();
  return async path => {
    if (files.size === 0) files = await readAll(folder);
    return replyFrom(files, path === '/' ? '/index.html' : path);
  };
}

function replyFrom(files: ReadonlyMap<string, Buffer>, name: string): Reply {
  if (files.size === 0) return { ...html(503, UNBUILT), headers: HEADERS };
  const body = files.get(name);
  if (!body) return { ...text(404, 'Not found'), headers: HEADERS };
  const headers = name.startsWith('/assets/') ? { ...HEADERS, ...FOR_EVER } : HEADERS;
  return { status: 200, type: TYPES[extname(name)] ?? 'application/octet-stream', body, headers };
}

async function readAll(folder: string): Promise<ReadonlyMap<string, Buffer>> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = names.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name));
  return new Map(
    await Promise.all(
      files.map(async file => [`/${relative(folder, file).replaceAll('\\', '/')}`, await readFile(file)] as const),
    ),
  );
}
