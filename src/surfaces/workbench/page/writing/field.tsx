// Where one writes: a field that grows and completes itself, with what can be pressed below it.
import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';
import { CodeIcon, SendIcon } from '../shell/icons.tsx';
import { type Draft, type Suggest, useDraft } from './draft.ts';
import { codeAround } from './suggestion.ts';
import { SuggestionList } from './suggestions.tsx';

type FieldProps = {
  readonly label: string;
  readonly placeholder: string;
  readonly sendLabel: string;
  readonly suggest: Suggest;
  /** Whether it was taken: what was not stays in the field. */
  readonly send: (text: string) => Promise<boolean>;
  readonly hintFor?: (text: string) => string | undefined;
  /** An arrow upwards where nothing is written; whether it led anywhere. */
  readonly goUp?: () => boolean;
  /** What can be pressed besides. */
  readonly children: (draft: Draft) => ReactNode;
};

const HINT = 'Enter sends, Shift+Enter starts a new line';

export function Field({ label, placeholder, sendLabel, suggest, send, hintFor, goUp, children }: FieldProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const listId = useId();
  const draft = useDraft(field, suggest);
  const submit = () => (draft.text.trim() ? void hand(draft, send) : undefined);
  const isListed = draft.suggestions.length > 0;
  return (
    <div className="composer">
      {isListed && <SuggestionList id={listId} draft={draft} />}
      <textarea
        ref={field}
        className="grows"
        aria-label={label}
        aria-autocomplete="list"
        aria-controls={isListed ? listId : undefined}
        aria-activedescendant={draft.active ? `${listId}-${draft.active.key}` : undefined}
        placeholder={placeholder}
        rows={1}
        value={draft.text}
        onChange={event => draft.set(event.target.value, event.target.selectionStart)}
        onSelect={event => draft.moveCaret(event.currentTarget.selectionStart)}
        onPaste={draft.paste}
        onKeyDown={event => press(event, draft, { submit, goUp })}
      />
      <div className="composer-bar">
        <CodeButton onClick={() => draft.accept(codeAround(field.current))} />
        {children(draft)}
        <p className="hint">{hintFor?.(draft.text) ?? HINT}</p>
        <SendButton label={sendLabel} disabled={!draft.text.trim()} onClick={submit} />
      </div>
    </div>
  );
}

/** The field is empty while it is sent; what could not be sent comes back. */
export async function hand(draft: Draft, send: (text: string) => Promise<boolean>): Promise<void> {
  const { text } = draft;
  draft.set('', 0);
  if (!(await send(text))) draft.set(text, text.length);
}

type Keys = { readonly submit: () => void; readonly goUp: (() => boolean) | undefined };

function press(event: KeyboardEvent<HTMLTextAreaElement>, draft: Draft, { submit, goUp }: Keys): void {
  if (event.nativeEvent.isComposing) return;
  const { active } = draft;
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const sends = event.key === 'Enter' && !event.shiftKey;
  if (active && step) draft.step(step);
  else if (active && (sends || event.key === 'Tab')) draft.accept(active);
  else if (active && event.key === 'Escape') draft.hide();
  else if (sends) submit();
  else if (event.key !== 'ArrowUp' || draft.text !== '' || !goUp?.()) return;
  event.preventDefault();
}

const CodeButton = ({ onClick }: { readonly onClick: () => void }) => (
  <button type="button" className="icon-button" aria-label="Format as code" title="Format as code" onClick={onClick}>
    <CodeIcon />
  </button>
);

type SendProps = { readonly label: string; readonly disabled: boolean; readonly onClick: () => void };

const SendButton = ({ label, disabled, onClick }: SendProps) => (
  <button type="button" className="send" aria-label={label} title="Send (Enter)" disabled={disabled} onClick={onClick}>
    <SendIcon />
  </button>
);
