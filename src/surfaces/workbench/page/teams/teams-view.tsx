// The Teams view as a whole: chats and teams, one conversation, and the thread beside it.
import { useEffect } from 'react';
import { ConversationView } from './chat/conversation.tsx';
import { ThreadPane } from './chat/thread.tsx';
import { ExtensionDialog } from './shell/dialog.tsx';
import { Search } from './shell/search.tsx';
import { Sidebar } from './shell/sidebar.tsx';
import { Announcer, Problem } from './shell/standing.tsx';
import { TeamsProvider, useTeams } from './state/context.tsx';
import './style/teams.css';
import './style/messages.css';
import './style/cards.css';

export const TeamsView = () => (
  <TeamsProvider>
    <Frame />
  </TeamsProvider>
);

function Frame() {
  const { state, dispatch } = useTeams();
  useEscape();
  return (
    <div className={state.thread ? 'frame frame-thread teams' : 'frame teams'}>
      <Sidebar />
      {state.drawer && (
        <button
          type="button"
          className="veil"
          tabIndex={-1}
          aria-hidden="true"
          onClick={() => dispatch({ kind: 'drawer', open: false })}
        />
      )}
      {state.connection === 'lost' && <p className="banner only-narrow">Connection lost. Trying again…</p>}
      <ConversationView />
      {state.thread && <ThreadPane key={`${state.conversation}/${state.thread}`} thread={state.thread} />}
      {state.dialog && <ExtensionDialog message={state.dialog.message} shown={state.dialog.shown} />}
      {state.searching && <Search where={state.searching} />}
      <Problem />
      <Announcer />
    </div>
  );
}

/** By a dialog or a menu; a card's own menu has gone by now, and its item with it. */
const isTaken = (target: EventTarget | null): boolean =>
  document.querySelector('dialog[open], [popover]:popover-open') !== null ||
  (target instanceof Node && !target.isConnected);

/** Escape closes what lies on top; menus and dialogs take care of themselves. */
function useEscape(): void {
  const { state, dispatch } = useTeams();
  const { drawer, thread } = state;
  useEffect(() => {
    const close = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || isTaken(event.target)) return;
      if (drawer) dispatch({ kind: 'drawer', open: false });
      else if (thread) dispatch({ kind: 'thread' });
    };
    window.addEventListener('keydown', close);
    return () => window.removeEventListener('keydown', close);
  }, [drawer, thread, dispatch]);
}
