// The left side of either view: what it leads to, who one writes as, and how the connection stands.
import type { ReactNode } from 'react';
import { Avatar } from './avatar.tsx';
import { CheckIcon, CloseIcon, LockFace } from './icons.tsx';
import { PlatformSwitch } from './platform-switch.tsx';
import { useShell } from './shell.ts';
import { ConnectionState } from './standing.tsx';
import { ThemeButton } from './theme-button.tsx';

type SidebarProps = { readonly label: string; readonly standsInFor: string; readonly children: ReactNode };

export function Sidebar({ label, standsInFor, children }: SidebarProps) {
  const { drawer, platform } = useShell();
  return (
    <nav className={drawer ? 'sidebar sidebar-open' : 'sidebar'} aria-label={label}>
      <Brand />
      <PlatformSwitch platform={platform} />
      <div className="sidebar-scroll">
        {children}
        <WriteAs />
      </div>
      <footer className="sidebar-foot">
        <ConnectionState />
        <p>A stand-in for {standsInFor} on this machine. Messages live in memory and end with the server.</p>
      </footer>
    </nav>
  );
}

function Brand() {
  const { app, dispatch } = useShell();
  return (
    <header className="brand">
      <span className="avatar avatar-app" aria-hidden="true">
        <LockFace />
      </span>
      <span className="brand-name">
        <strong>{app.name}</strong>
        <small>Workbench</small>
      </span>
      <ThemeButton />
      <button
        type="button"
        className="icon-button only-narrow"
        aria-label="Close menu"
        onClick={() => dispatch({ kind: 'drawer', open: false })}
      >
        <CloseIcon />
      </button>
    </header>
  );
}

/** A place that messages are written in. */
export type Way = {
  readonly id: string;
  readonly name: string;
  readonly mark: ReactNode;
  readonly isUnread: boolean;
  readonly isHere: boolean;
  readonly go: () => void;
};

export const Section = ({ title, ways }: { readonly title: string; readonly ways: readonly Way[] }) => (
  <section>
    <h2>{title}</h2>
    <ul>
      {ways.map(({ id, name, mark, isUnread, isHere, go }) => (
        <li key={id}>
          <button
            type="button"
            className={isUnread ? 'channel-link channel-unread' : 'channel-link'}
            aria-current={isHere ? 'page' : undefined}
            onClick={go}
          >
            {mark}
            <span className="channel-name">{name}</span>
            {isUnread && <span className="unread-dot" role="img" aria-label="unread" />}
          </button>
        </li>
      ))}
    </ul>
  </section>
);

/** Several people share a thread and its checklist: here one can be each of them. */
function WriteAs() {
  const { people, as, dispatch } = useShell();
  return (
    <section>
      <h2 id="write-as">Write as</h2>
      <div className="people" role="radiogroup" aria-labelledby="write-as">
        {people
          .filter(({ bot }) => !bot)
          .map(({ id, name }) => (
            <label key={id} className="person">
              <input
                type="radio"
                name="write-as"
                value={id}
                checked={id === as}
                onChange={() => dispatch({ kind: 'person', person: id })}
              />
              <Avatar person={id} small />
              <span>{name}</span>
              <CheckIcon />
            </label>
          ))}
      </div>
    </section>
  );
}
