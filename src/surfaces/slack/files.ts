// Long pastes arrive as snippets and text files: their text, up to 1 MB, belongs to the message.
import type { FilePayload } from './payloads.ts';

/** design: text files up to 1 MB are read, the rest is said to be unreadable. */
const MOST_BYTES = 1_048_576;
const TIMEOUT_MS = 2_000;

/** The text of a file, or undefined when it is none, is too large, or cannot be fetched in time. */
export async function readFile(file: FilePayload, token: string, apiUrl?: string): Promise<string | undefined> {
  if (!file.url_private_download || (file.size ?? 0) > MOST_BYTES || !isText(file.mimetype)) return undefined;
  if (!isAtSlack(file.url_private_download, apiUrl)) return undefined;
  try {
    const response = await fetch(file.url_private_download, {
      headers: { authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    // Without the scope Slack answers with a sign-in page instead of an error.
    if (!response.ok || response.headers.get('content-type')?.startsWith('text/html')) return undefined;
    const text = await response.text();
    return text.length <= MOST_BYTES ? text : undefined;
  } catch {
    // Unreachable or too slow: the message is understood without its file.
    return undefined;
  }
}

/** The token goes to Slack alone: a file can stand elsewhere, at an address that a member of the workspace chose. */
function isAtSlack(url: string, apiUrl: string | undefined): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, origin } = new URL(url);
  if (apiUrl !== undefined && origin === new URL(apiUrl).origin) return true;
  return protocol === 'https:' && /(?:^|\.)slack\.com$/.test(hostname);
}

const isText = (mimetype: string | undefined): boolean =>
  mimetype === undefined || /^(?:text\/|application\/(?:json|xml|x-yaml|yaml))/.test(mimetype);
