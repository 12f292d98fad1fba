// The list of what could be completed, above the field.
import type { ReactNode } from 'react';
import type { Draft } from './draft.ts';

type SuggestionListProps = {
  readonly id: string;
  readonly draft: Draft;
  readonly face: (person: string) => ReactNode;
};

/** The field keeps the focus; the list is steered from there. */
export function SuggestionList({ id, draft, face }: SuggestionListProps) {
  return (
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
          {suggestion.person && face(suggestion.person)}
          <strong>{suggestion.label}</strong>
          <span className="muted">{suggestion.note}</span>
        </button>
      ))}
    </div>
  );
}
