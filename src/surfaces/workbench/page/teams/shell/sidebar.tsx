// Teams' left side: teams with their channels, and chats.
import type { Conversation } from '../../../teams/protocol.ts';
import { Avatar } from '../../shell/avatar.tsx';
import { HashIcon, ReplyIcon } from '../../shell/icons.tsx';
import { Section, Sidebar, type Way } from '../../shell/sidebar.tsx';
import { useTeams } from '../state/context.tsx';
import { conversationsOf, isUnread } from '../state/state.ts';

export function Conversations() {
  const { state, dispatch } = useTeams();
  const all = conversationsOf(state);
  const teams = Map.groupBy(
    all.filter(({ team }) => team),
    ({ team }) => team?.name ?? '',
  );
  const wayTo = (conversation: Conversation): Way => ({
    id: conversation.id,
    name: conversation.name,
    mark: <ConversationMark conversation={conversation} />,
    isUnread: isUnread(state, conversation),
    isHere: conversation.id === state.conversation,
    go: () => dispatch({ kind: 'conversation', conversation: conversation.id }),
  });
  return (
    <Sidebar label="Chats, teams and people" standsInFor="Teams">
      {[...teams].map(([name, channels]) => (
        <Section key={name} title={`Team ${name}`} ways={channels.map(wayTo)} />
      ))}
      <Section title="Chats" ways={all.filter(({ team }) => !team).map(wayTo)} />
    </Sidebar>
  );
}

export function ConversationMark({ conversation }: { readonly conversation: Conversation }) {
  const { state } = useTeams();
  switch (conversation.kind) {
    case 'personal':
      return <Avatar person={state.snapshot?.app.id ?? ''} small />;
    case 'group':
      return <ReplyIcon />;
    case 'channel':
      return <HashIcon />;
  }
}
