// The Teams view as a whole: chats and teams, one conversation, and the thread beside it.
import { Frame } from '../shell/frame.tsx';
import { ConversationView } from './chat/conversation.tsx';
import { ThreadPane } from './chat/thread.tsx';
import { ExtensionDialog } from './shell/dialog.tsx';
import { Search } from './shell/search.tsx';
import { Conversations } from './shell/sidebar.tsx';
import { TeamsProvider, useTeams } from './state/context.tsx';
import './style/teams.css';
import './style/messages.css';
import './style/cards.css';

export const TeamsView = () => (
  <TeamsProvider>
    <Opened />
  </TeamsProvider>
);

function Opened() {
  const { state } = useTeams();
  return (
    <Frame sidebar={<Conversations />}>
      <ConversationView />
      {state.thread && <ThreadPane key={`${state.conversation}/${state.thread}`} thread={state.thread} />}
      {state.dialog && <ExtensionDialog message={state.dialog.message} shown={state.dialog.shown} />}
      {state.searching && <Search where={state.searching} />}
    </Frame>
  );
}
