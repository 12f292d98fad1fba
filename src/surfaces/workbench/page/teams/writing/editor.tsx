// Editing a message where it stands.
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Message } from '../../../teams/protocol.ts';
import { useTeams } from '../state/context.tsx';

export function Editor({ message, onDone }: { readonly message: Message; readonly onDone: () => void }) {
  const { call } = useTeams();
  const [text, setText] = useState(message.typed);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.setSelectionRange(field.current.value.length, field.current.value.length);
  }, []);
  const save = async () => {
    if (await call('edit', { conversation: message.conversation, id: message.id, text })) onDone();
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
      <div className="editor-buttons">
        <button type="button" className="button" onClick={onDone}>
          Cancel
        </button>
        <button type="button" className="button button-primary" onClick={() => void save()}>
          Done
        </button>
      </div>
    </div>
  );
}
