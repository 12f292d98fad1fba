// The app's search while one writes: what is chosen is sent as one's own message, with the card.
import { useEffect, useState } from 'react';
import type { Found } from '../../../teams/protocol.ts';
import { useTeams } from '../state/context.tsx';
import { Window } from './dialog.tsx';

/** Teams, too, waits until somebody stops typing. */
const PAUSE_MS = 250;

export function Search({ where }: { readonly where: { readonly thread?: string } }) {
  const { state, call, dispatch } = useTeams();
  const { conversation } = state;
  const [words, setWords] = useState('');
  const found = useFound(words, conversation);
  const close = () => dispatch({ kind: 'searching' });
  const choose = async ({ card }: Found) => {
    if (await call('insert', { conversation, card, ...where })) close();
  };
  return (
    <Window title={`Search in ${state.snapshot?.app.name}`} close={close}>
      <input
        className="field"
        type="search"
        aria-label="Error or words"
        placeholder="An error code, or a few words"
        value={words}
        onChange={event => setWords(event.target.value)}
      />
      <ul className="teams-found">
        {found.map(one => (
          <li key={one.title}>
            <button type="button" onClick={() => void choose(one)}>
              <strong>{plain(one.title)}</strong>
              <span className="muted">{plain(one.text)}</span>
            </button>
          </li>
        ))}
      </ul>
      {words.trim() !== '' && found.length === 0 && <p className="muted">Nothing found.</p>}
    </Window>
  );
}

function useFound(words: string, conversation: string): readonly Found[] {
  const { call } = useTeams();
  const [found, setFound] = useState<readonly Found[]>([]);
  useEffect(() => {
    if (!words.trim()) return setFound([]);
    const timer = setTimeout(() => {
      void call('search', { conversation, words }).then(answer => setFound(answer ?? []));
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [words, conversation, call]);
  return found;
}

/** Previews are simple HTML: what was escaped for it is read back. */
const plain = (html: string): string => html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
