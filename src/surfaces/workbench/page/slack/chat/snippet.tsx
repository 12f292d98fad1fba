// A long paste that became a text file: its first lines, and all of it on demand.
import { useState } from 'react';
import type { Snippet } from '../../../protocol.ts';
import { FileIcon } from '../../shell/icons.tsx';
import { CodeBlock } from '../../text/code.tsx';
import { readSnippet } from '../state/calls.ts';

export function SnippetView({ snippet }: { readonly snippet: Snippet }) {
  const [content, setContent] = useState<string>();
  const toggle = async () => setContent(content === undefined ? await readSnippet(snippet.id) : undefined);
  return (
    <figure className="snippet">
      <figcaption>
        <FileIcon />
        <strong>{snippet.title}</strong>
        <span className="muted">
          Text, {snippet.lines} lines, {Math.ceil(snippet.size / 1_024)} KB
        </span>
      </figcaption>
      <CodeBlock text={content ?? `${snippet.preview}\n…`} />
      <button type="button" className="link-button" aria-expanded={content !== undefined} onClick={toggle}>
        {content === undefined ? 'Show all' : 'Show less'}
      </button>
    </figure>
  );
}
