// Long pastes arrive as snippets and text files: their text, up to 1 MB, belongs to the message.
import type { FilePayload } from './payloads.ts';

/** design: text files up to 1 MB are read, the rest is said to be unreadable. */
const MOST_BYTES = 1_048_576;
const TIMEOUT_MS = 2_000;

/** More files than these in one message nobody pastes. */
const MOST_FILES = 3;

type WithFiles = { readonly text?: string | undefined; readonly files?: readonly FilePayload[] | undefined };

/** The same message, its text followed by that of its files. */
export async function withFiles<Message extends WithFiles>(message: Message, token: string): Promise<Message> {
  if (!message.files || message.files.length === 0) return message;
  const texts = await Promise.all(message.files.slice(0, MOST_FILES).map(file => readFile(file, token)));
  return { ...message, text: [message.text ?? '', ...texts.filter(text => text !== undefined)].join('\n') };
}

/** The text of a file, or undefined when it is none, is too large, or cannot be fetched in time. */
async function readFile(file: FilePayload, token: string): Promise<string | undefined> {
  if (!file.url_private_download || (file.size ?? 0) > MOST_BYTES || !isText(file.mimetype)) return undefined;
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

const isText = (mimetype: string | undefined): boolean =>
  mimetype === undefined || /^(?:text\/|application\/(?:json|xml|x-yaml|yaml))/.test(mimetype);
