// The page as a whole: a sidebar, what one reads, and what lies over both.
import { type ReactNode, useEffect } from 'react';
import { useShell } from './shell.ts';
import { Announcer, ConnectionBanner, Problem } from './standing.tsx';

export function Frame({ sidebar, children }: { readonly sidebar: ReactNode; readonly children: ReactNode }) {
  const { platform, drawer, thread, dispatch } = useShell();
  useEscape();
  return (
    <div className={`frame ${platform}${thread ? ' frame-thread' : ''}`}>
      {sidebar}
      {drawer && (
        <button
          type="button"
          className="veil"
          tabIndex={-1}
          aria-hidden="true"
          onClick={() => dispatch({ kind: 'drawer', open: false })}
        />
      )}
      <ConnectionBanner />
      {children}
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
  const { drawer, thread, dispatch } = useShell();
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
