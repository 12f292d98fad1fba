// Long pastes as Slack keeps them: text files that an app may read with its token.
import type { Message, Snippet } from '../../protocol.ts';
import type { Ids } from './ids.ts';
import { millisecondsOf } from './ids.ts';

const PREVIEW_LINES = 5;
const PREVIEW_CHARACTERS = 600;

export type Files = {
  readonly add: (content: string) => Snippet;
  readonly read: (id: string) => string | undefined;
  readonly remove: (id: string) => void;
};

export function createFiles(ids: Ids): Files {
  const contents = new Map<string, string>();
  return {
    add: content => {
      const id = ids.id('F');
      contents.set(id, content);
      return snippetOf(id, content);
    },
    read: id => contents.get(id),
    remove: id => void contents.delete(id),
  };
}

function snippetOf(id: string, content: string): Snippet {
  const lines = content.split('\n');
  return {
    id,
    title: 'Untitled',
    size: Buffer.byteLength(content),
    lines: lines.length,
    preview: lines.slice(0, PREVIEW_LINES).join('\n').slice(0, PREVIEW_CHARACTERS),
  };
}

/** The file object that events and files.info carry. */
export function fileObject(snippet: Snippet, message: Message, origin: string): Readonly<Record<string, unknown>> {
  const url = `${origin}/workbench/slack/files/${snippet.id}/untitled.txt`;
  const created = Math.floor(millisecondsOf(message.ts) / 1_000);
  return {
    id: snippet.id,
    created,
    timestamp: created,
    name: 'untitled.txt',
    title: snippet.title,
    mimetype: 'text/plain',
    filetype: 'text',
    pretty_type: 'Plain Text',
    user: message.by,
    editable: true,
    size: snippet.size,
    mode: 'snippet',
    is_external: false,
    external_type: '',
    is_public: true,
    public_url_shared: false,
    display_as_bot: false,
    username: '',
    url_private: url,
    url_private_download: url,
    permalink: url,
    preview: snippet.preview,
    preview_is_truncated: snippet.lines > PREVIEW_LINES,
    lines: snippet.lines,
    lines_more: Math.max(0, snippet.lines - PREVIEW_LINES),
    has_rich_preview: false,
    channels: [message.channel],
    groups: [],
  };
}
