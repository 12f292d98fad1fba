// Files: text files of a personal chat belong to the message; elsewhere Teams gives a bot none, and that has to be said.
import type { Reply } from '../../../conversation/reply.ts';
import { isLoopbackUrl, type TeamsSettings } from '../settings.ts';
import { type Activity, filesOf, hasHiddenFile, kindOf, mentionsBot } from './activity.ts';

/** design: text files up to 1 MB are read, the rest is said to be unreadable. */
const MOST_BYTES = 1_048_576;
const MOST_FILES = 3;
const TIMEOUT_MS = 2_000;

/** The texts of a message's files; those that are no text, too large, or cannot be had in time are left out. */
export async function readFiles(activity: Activity, settings: TeamsSettings): Promise<string[]> {
  const urls = filesOf(activity).slice(0, MOST_FILES);
  const files = await Promise.all(urls.map(url => readFile(url, settings)));
  return files.filter(file => file !== undefined);
}

async function readFile(url: string, { anonymous }: TeamsSettings): Promise<string | undefined> {
  if (!url.startsWith('https://') && !(anonymous && isLoopbackUrl(url))) return undefined;
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) });
    if (!response.ok || Number(response.headers.get('content-length') ?? 0) > MOST_BYTES) return undefined;
    const bytes = new Uint8Array(await response.arrayBuffer());
    return bytes.length > MOST_BYTES || bytes.includes(0) ? undefined : new TextDecoder().decode(bytes);
  } catch {
    // Unreachable or too slow: the message is understood without its file.
    return undefined;
  }
}

/** Somebody turned to us with a file that we cannot see; what they wrote besides is answered as well. */
export const isUnreadable = (activity: Activity, files: readonly string[]): boolean =>
  activity.type === 'message' &&
  files.length === 0 &&
  hasHiddenFile(activity) &&
  (kindOf(activity) === 'personal' || mentionsBot(activity));

const NO_FILES =
  'I cannot read files, pictures or code snippets here: Teams does not give them to me. Please paste the text, or send me a text file in our own chat.';

export const unreadableReply = ({ id }: Activity): Reply => ({
  id: `${id}#unreadable`,
  summary: NO_FILES,
  blocks: [{ kind: 'text', text: [{ kind: 'plain', text: NO_FILES }] }],
});
