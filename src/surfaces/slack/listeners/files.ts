// Long pastes arrive as snippets and text files: their text, up to 1 MB, belongs to the message.
import type { webApi } from '@slack/bolt';
import type { Workspaces } from '../installing/workspaces.ts';
import { type FilePayload, parseFile } from '../receiving/payloads.ts';

/** design: text files up to 1 MB are read, the rest is said to be unreadable. */
const MOST_BYTES = 1_048_576;
/** One paste is one file; who shares a folder of logs has more to say than fits an answer. */
const MOST_FILES = 3;
const TIMEOUT_MS = 2_000;

/** The texts that could be read, and how many files could not. */
export type Read = { readonly texts: readonly string[]; readonly unread: number };
/** Reads the files of a message with the token of its workspace. */
export type ReadOf = (workspace: string, files: readonly FilePayload[] | undefined) => Promise<Read>;

export const createReading =
  ({ workspaces, apiUrl }: { readonly workspaces: Workspaces; readonly apiUrl?: string }): ReadOf =>
  async (workspace, files = []) => {
    if (files.length === 0) return { texts: [], unread: 0 };
    const access = await workspaces.access(workspace);
    if (access.kind === 'fault') return { texts: [], unread: files.length };
    return readFiles(files, { ...access, ...(apiUrl && { apiUrl }) });
  };

type Reading = { readonly client: webApi.WebClient; readonly token: string; readonly apiUrl?: string };

export async function readFiles(files: readonly FilePayload[], reading: Reading): Promise<Read> {
  const read = await Promise.all(
    files.slice(0, MOST_FILES).map(async file => readFile(await wholeOf(file, reading.client), reading)),
  );
  const texts = read.filter(text => text !== undefined);
  return { texts, unread: files.length - texts.length };
}

/** From a channel that is shared with others a file comes as a stub, and Slack has to be asked for the rest. */
async function wholeOf(file: FilePayload, client: webApi.WebClient): Promise<FilePayload> {
  if (file.file_access !== 'check_file_info' || file.id === undefined) return file;
  try {
    return parseFile((await client.files.info({ file: file.id })).file) ?? file;
  } catch {
    return file; // it stays unread, and that is said where somebody waits
  }
}

/** The text of a file, or undefined when it is none, is too large, or cannot be fetched in time. */
async function readFile(file: FilePayload, { token, apiUrl }: Reading): Promise<string | undefined> {
  const url = file.url_private_download;
  if (!url || (file.size ?? 0) > MOST_BYTES || !isText(file) || !isSlacks(url, apiUrl)) return undefined;
  try {
    const response = await fetch(url, {
      headers: { authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    // Without the scope Slack answers with a sign-in page instead of an error.
    if (!response.ok || response.headers.get('content-type')?.startsWith('text/html')) return undefined;
    const text = await response.text();
    return text.length > MOST_BYTES || text.includes('\0') ? undefined : text;
  } catch {
    // Unreachable or too slow: the message is understood without its file.
    return undefined;
  }
}

const isText = ({ mimetype, mode }: FilePayload): boolean =>
  mimetype === undefined ||
  mode === 'snippet' ||
  /^(?:text\/|application\/(?:json|xml|(?:x-)?yaml|(?:x-)?toml|x-ndjson|x-sh|javascript|sql))/.test(mimetype);

/** A file may lie elsewhere (Google Drive, say), and nobody but Slack gets our token. */
function isSlacks(url: string, apiUrl: string | undefined): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, origin } = new URL(url);
  if (apiUrl !== undefined && origin === new URL(apiUrl).origin) return true;
  return protocol === 'https:' && (hostname === 'slack.com' || hostname.endsWith('.slack.com'));
}
