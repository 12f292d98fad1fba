// The left side: channels, direct messages, who one writes as, and how the connection stands.
import type { Channel } from '../../protocol.ts';
import { useWorkbench } from '../state/context.tsx';
import { channelsOf, isUnread } from '../state/selectors.ts';
import { Avatar } from './avatar.tsx';
import { ConnectionState } from './connection.tsx';
import { CheckIcon, CloseIcon, HashIcon, LockFace } from './icons.tsx';
import { PlatformSwitch } from './platform-switch.tsx';
import { ThemeButton } from './theme-button.tsx';

export function Sidebar() {
  const { state, dispatch } = useWorkbench();
  const channels = channelsOf(state);
  return (
    <nav className={state.drawer ? 'sidebar sidebar-open' : 'sidebar'} aria-label="Channels and people">
      <header className="brand">
        <span className="avatar avatar-app" aria-hidden="true">
          <LockFace />
        </span>
        <span className="brand-name">
          <strong>{state.snapshot?.app.name ?? 'Locksmith'}</strong>
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
      <PlatformSwitch platform="slack" />
      <div className="sidebar-scroll">
        <Section title="Channels" channels={channels.filter(channel => channel.kind === 'channel')} />
        <Section title="Direct messages" channels={channels.filter(channel => channel.kind === 'im')} />
        <WriteAs />
      </div>
      <footer className="sidebar-foot">
        <ConnectionState />
        <p>A stand-in for Slack on this machine. Messages live in memory and end with the server.</p>
      </footer>
    </nav>
  );
}

function Section({ title, channels }: { readonly title: string; readonly channels: readonly Channel[] }) {
  return (
    <section>
      <h2>{title}</h2>
      <ul>
        {channels.map(channel => (
          <li key={channel.id}>
            <ChannelLink channel={channel} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function ChannelLink({ channel }: { readonly channel: Channel }) {
  const { state, dispatch } = useWorkbench();
  const unread = isUnread(state, channel);
  return (
    <button
      type="button"
      className={unread ? 'channel-link channel-unread' : 'channel-link'}
      aria-current={channel.id === state.channel ? 'page' : undefined}
      onClick={() => dispatch({ kind: 'channel', channel: channel.id })}
    >
      {channel.kind === 'im' ? <Avatar person={state.snapshot?.app.user ?? ''} small /> : <HashIcon />}
      <span className="channel-name">{channel.name}</span>
      {unread && <span className="unread-dot" role="img" aria-label="unread" />}
    </button>
  );
}

/** Several people share a thread and its checklist: here one can be each of them. */
function WriteAs() {
  const { state, dispatch } = useWorkbench();
  const people = (state.snapshot?.people ?? []).filter(person => !person.bot);
  return (
    <section>
      <h2 id="write-as">Write as</h2>
      <div className="people" role="radiogroup" aria-labelledby="write-as">
        {people.map(person => (
          <label key={person.id} className="person">
            <input
              type="radio"
              name="write-as"
              value={person.id}
              checked={person.id === state.as}
              onChange={() => dispatch({ kind: 'person', person: person.id })}
            />
            <Avatar person={person.id} small />
            <span>{person.name}</span>
            <CheckIcon />
          </label>
        ))}
      </div>
    </section>
  );
}
