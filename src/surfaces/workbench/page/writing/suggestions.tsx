// The list of what could be completed, above the field.
import { Avatar } from '../shell/avatar.tsx';
import type { Draft } from './draft.ts';

/** The field keeps the focus; the list is steered from there. */
export const SuggestionList = ({ id, draft }: { readonly id: string; readonly draft: Draft }) => (
  <div id={id} className="suggestions" role="listbox" aria-label="Suggestions">
    {draft.suggestions.map(suggestion => (
      <button
        key={suggestion.key}
        id={`${id}-${suggestion.key}`}
        type="button"
        role="option"
        tabIndex={-1}
        aria-selected={suggestion.key === draft.active?.key}
        onMouseDown={event => event.preventDefault()}
        onClick={() => draft.accept(suggestion)}
      >
        {suggestion.person && <Avatar person={suggestion.person} small />}
        <strong>{suggestion.label}</strong>
        <span className="muted">{suggestion.note}</span>
      </button>
    ))}
  </div>
);
