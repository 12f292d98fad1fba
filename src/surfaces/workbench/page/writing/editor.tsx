// Editing a message where it stands.
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';

type EditorProps = {
  readonly typed: string;
  readonly saveLabel: string;
  /** Whether it was taken. */
  readonly save: (text: string) => Promise<boolean>;
  readonly onDone: () => void;
};

export function Editor({ typed, saveLabel, save, onDone }: EditorProps) {
  const [text, setText] = useState(typed);
  const field = useFocus();
  const finish = async () => {
    if (await save(text)) onDone();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' && (event.key !== 'Enter' || event.shiftKey)) return;
    event.preventDefault();
    if (event.key === 'Enter') void finish();
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
        <button type="button" className="button button-primary" onClick={() => void finish()}>
          {saveLabel}
        </button>
      </div>
    </div>
  );
}

/** At the end of the text; and when it is done, back where one writes. */
function useFocus() {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const element = field.current;
    const side = element?.closest('.thread, .channel');
    element?.focus();
    element?.setSelectionRange(element.value.length, element.value.length);
    return () => side?.querySelector<HTMLElement>('.composer textarea')?.focus();
  }, []);
  return field;
}
