// Where one writes: mentions and the app's commands complete themselves, and the app's search stands below.
import { type KeyboardEvent, useId, useRef } from 'react';
import type { Conversation } from '../../../teams/protocol.ts';
import { CodeIcon, SampleIcon, SendIcon } from '../../shell/icons.tsx';
import { MenuButton } from '../../shell/menu.tsx';
import { type Draft, useDraft } from '../../writing/draft.ts';
import { SuggestionList } from '../../writing/suggestions.tsx';
import { codeAround } from '../../writing/tools.tsx';
import { PersonFace } from '../shell/standing.tsx';
import { useTeams } from '../state/context.tsx';
import { AttachButton } from './attach.tsx';
import { suggestionsIn } from './suggest.ts';

type ComposerProps = { readonly label: string; readonly conversation: Conversation; readonly thread?: string };

export function Composer({ label, conversation, thread }: ComposerProps) {
  const { state } = useTeams();
  const field = useRef<HTMLTextAreaElement>(null);
  const listId = useId();
  const draft = useDraft(field, (text, caret) => suggestionsIn(state, conversation, text, caret));
  const submit = useSubmit(draft, conversation, thread);
  const attach = useAttach(draft, conversation, thread);
  const isListed = draft.suggestions.length > 0;
  return (
    <div className="composer">
      {isListed && <SuggestionList id={listId} draft={draft} face={person => <PersonFace person={person} small />} />}
      <textarea
        ref={field}
        className="grows"
        aria-label={label}
        aria-autocomplete="list"
        aria-controls={isListed ? listId : undefined}
        aria-activedescendant={draft.active ? `${listId}-${draft.active.key}` : undefined}
        placeholder={label}
        rows={1}
        value={draft.text}
        onChange={event => draft.set(event.target.value, event.target.selectionStart)}
        onSelect={event => draft.moveCaret(event.currentTarget.selectionStart)}
        onPaste={draft.paste}
        onKeyDown={keysFor(draft, submit)}
      />
      <div className="composer-bar">
        <Tools
          conversation={conversation}
          thread={thread}
          onCode={() => draft.accept(codeAround(field.current))}
          onFile={attach}
        />
        <p className="hint">Enter sends, Shift+Enter starts a new line</p>
        <button
          type="button"
          className="send"
          aria-label={thread ? 'Send reply' : 'Send message'}
          title="Send (Enter)"
          disabled={!draft.text.trim()}
          onClick={() => void submit()}
        >
          <SendIcon />
        </button>
      </div>
    </div>
  );
}

type ToolsProps = {
  readonly conversation: Conversation;
  readonly thread: string | undefined;
  readonly onCode: () => void;
  readonly onFile: (name: string, content: string) => void;
};

function Tools({ conversation, thread, onCode, onFile }: ToolsProps) {
  const { state, call, dispatch } = useTeams();
  const mention = conversation.hears === 'mentions' ? `@${state.snapshot?.app.name} ` : '';
  const place = { conversation: conversation.id, ...(thread && { thread }) };
  const samples = (state.snapshot?.samples ?? []).map(({ title, text }) => ({
    key: title,
    label: title,
    note: text.split('\n')[0],
    choose: () => void call('message', { ...place, text: `${mention}${text}` }),
  }));
  const name = `Search in ${state.snapshot?.app.name}`;
  return (
    <>
      <button type="button" className="icon-button" aria-label="Format as code" title="Format as code" onClick={onCode}>
        <CodeIcon />
      </button>
      <AttachButton attach={onFile} />
      <MenuButton label="Try an error" className="icon-button" items={samples}>
        <SampleIcon />
      </MenuButton>
      <button
        type="button"
        className="icon-button"
        aria-label={name}
        title={name}
        onClick={() => dispatch({ kind: 'searching', where: thread ? { thread } : {} })}
      >
        <PersonFace person={state.snapshot?.app.id ?? ''} small />
      </button>
    </>
  );
}

/** A slash at the start is a command, only for the app and oneself. What could not be sent stays in the field. */
function useSubmit(draft: Draft, conversation: Conversation, thread: string | undefined): () => Promise<void> {
  const { call } = useTeams();
  return async () => {
    const { text } = draft;
    if (!text.trim()) return;
    draft.set('', 0);
    const place = { conversation: conversation.id };
    const isCommand = !thread && /^\/[a-z]/.test(text.trimStart());
    const sent = isCommand
      ? await call('command', { ...place, text })
      : await call('message', { ...place, text, ...(thread && { thread }) });
    if (!sent) draft.set(text, text.length);
  };
}

/** A file goes with what stands in the field. */
function useAttach(draft: Draft, { id: conversation }: Conversation, thread: string | undefined) {
  const { call } = useTeams();
  return async (name: string, content: string) => {
    const { text } = draft;
    draft.set('', 0);
    const sent = await call('file', { conversation, text, name, content, ...(thread && { thread }) });
    if (!sent) draft.set(text, text.length);
  };
}

const keysFor =
  (draft: Draft, submit: () => Promise<void>) =>
  (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.nativeEvent.isComposing) return;
    const { active } = draft;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const sends = event.key === 'Enter' && !event.shiftKey;
    if (active && step) draft.step(step);
    else if (active && (sends || event.key === 'Tab')) draft.accept(active);
    else if (active && event.key === 'Escape') draft.hide();
    else if (sends) void submit();
    else return;
    event.preventDefault();
  };
