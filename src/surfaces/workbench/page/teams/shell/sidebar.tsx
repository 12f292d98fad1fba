// The left side of Teams: chats, teams with their channels, who one writes as, and how the connection stands.

import type { Conversation } from '../../../teams/protocol.ts';
import { CheckIcon, CloseIcon, HashIcon, LockFace, ReplyIcon } from '../../shell/icons.tsx';
import { PlatformSwitch } from '../../shell/platform-switch.tsx';
import { ThemeButton } from '../../shell/theme-button.tsx';
import { useTeams } from '../state/context.tsx';
import { conversationsOf, isUnread } from '../state/state.ts';
import { ConnectionState, PersonFace } from './standing.tsx';

export function Sidebar() {
  const { state } = useTeams();
  const all = conversationsOf(state);
  const teams = Map.groupBy(
    all.filter(({ team }) => team),
    ({ team }) => team?.name ?? '',
  );
  return (
    <nav className={state.drawer ? 'sidebar sidebar-open' : 'sidebar'} aria-label="Chats, teams and people">
      <Brand />
      <PlatformSwitch platform="teams" />
      <div className="sidebar-scroll">
        {[...teams].map(([name, channels]) => (
          <Section key={name} title={`Team ${name}`} conversations={channels} />
        ))}
        <Section title="Chats" conversations={all.filter(({ team }) => !team)} />
        <WriteAs />
      </div>
      <footer className="sidebar-foot">
        <ConnectionState />
        <p>A stand-in for Teams on this machine. Messages live in memory and end with the server.</p>
      </footer>
    </nav>
  );
}

function Brand() {
  const { state, dispatch } = useTeams();
  return (
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
  );
}

type SectionProps = { readonly title: string; readonly conversations: readonly Conversation[] };

const Section = ({ title, conversations }: SectionProps) => (
  <section>
    <h2>{title}</h2>
    <ul>
      {conversations.map(conversation => (
        <li key={conversation.id}>
          <ConversationLink conversation={conversation} />
        </li>
      ))}
    </ul>
  </section>
);

function ConversationLink({ conversation }: { readonly conversation: Conversation }) {
  const { state, dispatch } = useTeams();
  const unread = isUnread(state, conversation);
  return (
    <button
      type="button"
      className={unread ? 'channel-link channel-unread' : 'channel-link'}
      aria-current={conversation.id === state.conversation ? 'page' : undefined}
      onClick={() => dispatch({ kind: 'conversation', conversation: conversation.id })}
    >
      {conversation.kind === 'personal' && <PersonFace person={state.snapshot?.app.id ?? ''} small />}
      {conversation.kind === 'group' && <ReplyIcon />}
      {conversation.kind === 'channel' && <HashIcon />}
      <span className="channel-name">{conversation.name}</span>
      {unread && <span className="unread-dot" role="img" aria-label="unread" />}
    </button>
  );
}

/** Several people share a thread and its checklist: here one can be each of them. */
function WriteAs() {
  const { state, dispatch } = useTeams();
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
            <PersonFace person={person.id} small />
            <span>{person.name}</span>
            <CheckIcon />
          </label>
        ))}
      </div>
    </section>
  );
}
