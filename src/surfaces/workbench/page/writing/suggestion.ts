// What could be completed where the caret stands.

/** Replaces the text between `from` and `to`; `caret` is counted from `from`, by default the end of what is inserted. */
export type Suggestion = {
  readonly key: string;
  readonly label: string;
  readonly note: string;
  readonly from: number;
  readonly to: number;
  readonly insert: string;
  readonly caret?: number;
  readonly person?: string;
};

export function applySuggestion(text: string, suggestion: Suggestion) {
  const { from, to, insert } = suggestion;
  return { text: text.slice(0, from) + insert + text.slice(to), caret: from + (suggestion.caret ?? insert.length) };
}

/** A mention that is being typed: what stands behind its @, and where it begins. */
export function mentionBefore(
  caret: number,
  text: string,
): { readonly typed: string; readonly from: number } | undefined {
  const mention = /(?<![\w.])@([\p{L}]*)$/u.exec(text.slice(0, caret));
  return mention ? { typed: mention[1] ?? '', from: mention.index } : undefined;
}

const FENCE = '```';

/** What one writes in, and what of it is selected. */
type Selected = { readonly value: string; readonly selectionStart: number; readonly selectionEnd: number };

/** What is selected, or what comes next, between fences. */
export function codeAround(field: Selected | null): Suggestion {
  const { selectionStart: from = 0, selectionEnd: to = 0, value = '' } = field ?? {};
  const before = from > 0 && value[from - 1] !== '\n' ? '\n' : '';
  const insert = `${before}${FENCE}\n${value.slice(from, to)}\n${FENCE}\n`;
  const caret = before.length + FENCE.length + 1 + (to - from);
  return { key: 'code', label: 'Code', note: '', from, to, insert, caret };
}
