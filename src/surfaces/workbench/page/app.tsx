// The page as a whole: sidebar, channel, and the thread beside it.
import { lazy, Suspense, useEffect, useState } from 'react';
import { ChannelView } from './chat/channel-view.tsx';
import { ThreadPane } from './chat/thread-pane.tsx';
import { Announcer, ConnectionBanner, Problem } from './shell/connection.tsx';
import { Modals } from './shell/modal.tsx';
import { Sidebar } from './shell/sidebar.tsx';
import { useWorkbench, WorkbenchProvider } from './state/context.tsx';
import { type Platform, platformAt } from './state/platform.ts';

/** Microsoft's renderer is as large as the rest of the page together: it comes when somebody looks at Teams. */
const TeamsView = lazy(async () => ({ default: (await import('./teams/teams-view.tsx')).TeamsView }));

export function App() {
  if (usePlatform() === 'teams')
    return (
      <Suspense fallback={<main className="channel" aria-busy="true" />}>
        <TeamsView />
      </Suspense>
    );
  return (
    <WorkbenchProvider>
      <Frame />
    </WorkbenchProvider>
  );
}

function usePlatform(): Platform {
  const [platform, setPlatform] = useState(() => platformAt(location.hash));
  useEffect(() => {
    const follow = () => setPlatform(platformAt(location.hash));
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  return platform;
}

function Frame() {
  const { state, dispatch } = useWorkbench();
  useEscape();
  const shape = state.thread ? 'frame frame-thread' : 'frame';
  return (
    <div className={shape}>
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
      <ConnectionBanner />
      <ChannelView />
      {state.thread && <ThreadPane key={`${state.channel}/${state.thread}`} thread={state.thread} />}
      <Modals />
      <Problem />
      <Announcer />
    </div>
  );
}

/** Escape closes what lies on top; menus and dialogs take care of themselves. */
function useEscape(): void {
  const { state, dispatch } = useWorkbench();
  const { drawer, thread } = state;
  useEffect(() => {
    const close = (event: KeyboardEvent) => {
      if (
        event.key !== 'Escape' ||
        event.defaultPrevented ||
        document.querySelector('dialog[open], [popover]:popover-open')
      )
        return;
      if (drawer) dispatch({ kind: 'drawer', open: false });
      else if (thread) dispatch({ kind: 'thread' });
    };
    window.addEventListener('keydown', close);
    return () => window.removeEventListener('keydown', close);
  }, [drawer, thread, dispatch]);
}
