// The text being written: where its caret stands, and what could be completed there.
import { type ClipboardEvent, type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { applySuggestion, type Suggestion } from './suggestion.ts';

/** Browsers take seconds to insert thousands of lines into a field by themselves; setting them is instant. */
const SLOW_PASTE = 2_000;

export type Draft = {
  readonly text: string;
  readonly set: (text: string, caret: number) => void;
  readonly moveCaret: (caret: number) => void;
  readonly suggestions: readonly Suggestion[];
  readonly active: Suggestion | undefined;
  /** Up or down in the list of suggestions. */
  readonly step: (by: number) => void;
  readonly hide: () => void;
  readonly accept: (suggestion: Suggestion) => void;
  readonly paste: (event: ClipboardEvent<HTMLTextAreaElement>) => void;
};

const EMPTY = { text: '', caret: 0, picked: 0, hidden: false };

/** What could be completed in a text at a caret. */
export type Suggest = (text: string, caret: number) => readonly Suggestion[];

export function useDraft(field: RefObject<HTMLTextAreaElement | null>, suggest: Suggest): Draft {
  const [draft, setDraft] = useState(EMPTY);
  const place = useCaret(field);
  const { text, caret, picked } = draft;
  const suggestions = draft.hidden ? [] : suggest(text, caret);
  const put = (next: { readonly text: string; readonly caret: number }): void => {
    setDraft({ ...EMPTY, ...next });
    place(next.caret);
    field.current?.focus();
  };
  return {
    text,
    set: (next, at) => setDraft({ ...EMPTY, text: next, caret: at }),
    moveCaret: at => setDraft(now => ({ ...now, caret: at })),
    suggestions,
    active: suggestions[picked],
    step: by =>
      setDraft(now => ({ ...now, picked: (picked + by + suggestions.length) % Math.max(1, suggestions.length) })),
    hide: () => setDraft(now => ({ ...now, hidden: true })),
    accept: suggestion => put(applySuggestion(text, suggestion)),
    paste: event => {
      const pasted = event.clipboardData.getData('text/plain');
      if (pasted.length < SLOW_PASTE) return;
      event.preventDefault();
      const { selectionStart: from, selectionEnd: to } = event.currentTarget;
      put({ text: text.slice(0, from) + pasted + text.slice(to), caret: from + pasted.length });
    },
  };
}

/** A text set from outside sends the caret to its end; it has to stand right before the next key comes. */
function useCaret(field: RefObject<HTMLTextAreaElement | null>): (caret: number) => void {
  const wanted = useRef<number>(undefined);
  useLayoutEffect(() => {
    if (wanted.current !== undefined) field.current?.setSelectionRange(wanted.current, wanted.current);
    wanted.current = undefined;
  });
  return caret => {
    wanted.current = caret;
  };
}
