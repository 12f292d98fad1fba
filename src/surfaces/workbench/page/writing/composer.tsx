// Where one writes: a field that grows, commands and mentions that complete themselves, and errors to try.
import { type KeyboardEvent, useId, useRef } from 'react';
import { Avatar } from '../shell/avatar.tsx';
import { SendIcon } from '../shell/icons.tsx';
import { useWorkbench } from '../state/context.tsx';
import { keyOf, lastOwnMessage, personOf } from '../state/selectors.ts';
import { type Draft, useDraft } from './draft.ts';
import { suggestionsFor } from './suggest.ts';
import { SuggestionList } from './suggestions.tsx';
import { codeAround, WritingTools } from './tools.tsx';

/** From here on the platform makes a text file of it. */
const LONG_PASTE = 12_000;

type ComposerProps = { readonly label: string; readonly thread?: string };

export function Composer({ label, thread }: ComposerProps) {
  const { state } = useWorkbench();
  const field = useRef<HTMLTextAreaElement>(null);
  const listId = useId();
  const draft = useDraft(field, (text, caret) => suggestionsFor(state, text, caret, thread !== undefined));
  const submit = useSubmit(draft, thread);
  const onKeyDown = useKeys(draft, submit, thread);
  const isListed = draft.suggestions.length > 0;
  return (
    <div className="composer">
      {isListed && <SuggestionList id={listId} draft={draft} face={person => <Avatar person={person} small />} />}
      <textarea
        ref={field}
        className="grows"
        aria-label={label}
        aria-autocomplete="list"
        aria-controls={isListed ? listId : undefined}
        aria-activedescendant={draft.active ? `${listId}-${draft.active.key}` : undefined}
        placeholder={`${label} as ${personOf(state, state.as).name}`}
        rows={1}
        value={draft.text}
        onChange={event => draft.set(event.target.value, event.target.selectionStart)}
        onSelect={event => draft.moveCaret(event.currentTarget.selectionStart)}
        onPaste={draft.paste}
        onKeyDown={onKeyDown}
      />
      <Bar draft={draft} thread={thread} submit={submit} onCode={() => draft.accept(codeAround(field.current))} />
    </div>
  );
}

type BarProps = {
  readonly draft: Draft;
  readonly thread: string | undefined;
  readonly submit: () => void;
  readonly onCode: () => void;
};

const Bar = ({ draft, thread, submit, onCode }: BarProps) => (
  <div className="composer-bar">
    <WritingTools thread={thread} onCode={onCode} />
    <p className="hint">{hintFor(draft.text)}</p>
    <button
      type="button"
      className="send"
      aria-label={thread ? 'Send reply' : 'Send message'}
      title="Send (Enter)"
      disabled={!draft.text.trim()}
      onClick={submit}
    >
      <SendIcon />
    </button>
  </div>
);

const hintFor = (text: string): string =>
  text.length > LONG_PASTE
    ? 'Long paste: it will become a text file, as in Slack'
    : 'Enter sends, Shift+Enter starts a new line';

/** A line that begins with a slash is a command, as in Slack. What could not be sent stays in the field. */
function useSubmit(draft: Draft, thread: string | undefined): () => Promise<void> {
  const { state, call } = useWorkbench();
  const place = { channel: state.channel, ...(thread ? { thread } : {}) };
  return async () => {
    const { text } = draft;
    if (!text.trim()) return;
    draft.set('', 0);
    const name = /^\/[a-z][\w-]*(?=\s|$)/.test(text.trimStart()) ? 'command' : 'message';
    if (!(await call(name, { ...place, text }))) draft.set(text, text.length);
  };
}

function useKeys(draft: Draft, submit: () => Promise<void>, thread: string | undefined) {
  const editLast = useEditLast(thread);
  return (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.nativeEvent.isComposing) return;
    const { active } = draft;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const sends = event.key === 'Enter' && !event.shiftKey;
    if (active && step) draft.step(step);
    else if (active && (sends || event.key === 'Tab')) draft.accept(active);
    else if (active && event.key === 'Escape') draft.hide();
    else if (sends) void submit();
    else if (event.key !== 'ArrowUp' || draft.text !== '' || !editLast()) return;
    event.preventDefault();
  };
}

/** An arrow upwards in an empty field leads to one's last message, as in Slack. */
function useEditLast(thread: string | undefined): () => boolean {
  const { state, dispatch } = useWorkbench();
  return () => {
    const last = lastOwnMessage(state, thread);
    if (last) dispatch({ kind: 'editing', spot: { message: keyOf(last), inThread: thread !== undefined } });
    return last !== undefined;
  };
}
