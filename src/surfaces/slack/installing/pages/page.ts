// The pages that somebody sees who installs the bot: plain, without a script, and with everything from outside escaped.
import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';

/** `action` is a link below the text. */
export type Page = {
  readonly title: string;
  readonly text: string;
  readonly action?: { readonly label: string; readonly href: string };
};

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;max-width:32rem;margin:15vh auto;padding:0 1.5rem;color:#1f2937}
h1{font-size:1.5rem}a{display:inline-block;padding:.6rem 1rem;border-radius:.4rem;background:#1f2937;color:#fff;text-decoration:none}`;

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

/** Set before anything writes the head; nothing is loaded from anywhere, and nobody may frame it. */
export const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  'x-frame-options': 'DENY',
  'x-content-type-options': 'nosniff',
  // The address of the page holds a code that Slack takes for this installation.
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};

export const pageHtml = ({ title, text, action }: Page): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title><style>${STYLE}</style></head>
<body><h1>${escaped(title)}</h1><p>${escaped(text)}</p>${
  action ? `<p><a href="${escaped(action.href)}">${escaped(action.label)}</a></p>` : ''
}</body></html>
`;

export function sendPage(response: ServerResponse, status: number, page: Page): void {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(pageHtml(page));
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, character => ENTITIES[character] ?? '');
