// Editing a message where it stands.
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Message } from '../../protocol.ts';
import type { RichRun } from '../../slack/blocks/rich-text.ts';
import { useWorkbench } from '../state/context.tsx';
import { personOf } from '../state/selectors.ts';
import type { State } from '../state/state.ts';

export function Editor({ message, onDone }: { readonly message: Message; readonly onDone: () => void }) {
  const { state, call } = useWorkbench();
  const [text, setText] = useState(() => typedText(state, message));
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const element = field.current;
    const side = element?.closest('.thread, .channel');
    element?.focus();
    element?.setSelectionRange(element.value.length, element.value.length);
    return () => side?.querySelector<HTMLElement>('.composer textarea')?.focus();
  }, []);
  const save = async () => {
    if (await call('edit', { channel: message.channel, ts: message.ts, text })) onDone();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' && (event.key !== 'Enter' || event.shiftKey)) return;
    event.preventDefault();
    if (event.key === 'Enter') void save();
    else onDone();
  };
  return (
    <div className="editor">
      <textarea
        ref={field}
        className="field grows"
        aria-label="Edit message"
        value={text}
        rows={1}
        onChange={event => setText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <Buttons cancel={onDone} save={() => void save()} />
    </div>
  );
}

const Buttons = ({ cancel, save }: { readonly cancel: () => void; readonly save: () => void }) => (
  <div className="editor-buttons">
    <button type="button" className="button" onClick={cancel}>
      Cancel
    </button>
    <button type="button" className="button button-primary" onClick={save}>
      Save
    </button>
  </div>
);

/** What was typed, back from rich text. */
function typedText(state: State, message: Message): string {
  const [block] = message.blocks ?? [];
  if (block?.type !== 'rich_text') return message.text;
  return block.elements
    .map(part => {
      if (part.type === 'rich_text_list') return '';
      const text = part.elements.map(run => typedRun(state, run)).join('');
      return part.type === 'rich_text_preformatted' ? `\`\`\`\n${text}\n\`\`\`\n` : text;
    })
    .join('');
}

function typedRun(state: State, run: RichRun): string {
  switch (run.type) {
    case 'text':
      return run.style?.code ? `\`${run.text}\`` : run.text;
    case 'link':
      return run.text ?? run.url;
    case 'user':
      return `@${personOf(state, run.user_id).name}`;
    case 'broadcast':
      return `@${run.range}`;
    case 'emoji':
      return `:${run.name}:`;
    case 'channel':
    case 'usergroup':
      return '';
  }
}
