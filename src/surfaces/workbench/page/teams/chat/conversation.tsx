// One conversation: its head, its posts or messages, and where one writes.
import type { Conversation, Message } from '../../../teams/protocol.ts';
import { useStickyEnd } from '../../chat/sticky-end.ts';
import { Head } from '../../shell/head.tsx';
import { ConversationMark } from '../shell/sidebar.tsx';
import { useTeams } from '../state/context.tsx';
import { messagesIn } from '../state/state.ts';
import { Composer } from '../writing/composer.tsx';
import { MessageView } from './message.tsx';
import { Welcome } from './welcome.tsx';

export function ConversationView() {
  const { state } = useTeams();
  const conversation = state.snapshot?.conversations.find(({ id }) => id === state.conversation);
  if (state.connection === 'absent') return <Absent />;
  if (!conversation) return <main className="channel" aria-busy="true" />;
  return (
    <main className="channel">
      <Head
        mark={<ConversationMark conversation={conversation} />}
        name={conversation.name}
        topic={conversation.topic}
      />
      <Messages key={`${conversation.id}/${state.as}`} conversation={conversation} />
      <Composer
        key={conversation.id}
        label={conversation.kind === 'channel' ? 'Start a post' : 'Type a message'}
        conversation={conversation}
      />
    </main>
  );
}

/** Nobody checks the stand-in's tokens, so it is not there where others could reach the bot. */
const Absent = () => (
  <main className="channel">
    <p className="home-empty">
      Locksmith speaks to this stand-in for Teams only while its server listens on this machine alone. Start it with
      HOST=127.0.0.1, or without HOST.
    </p>
  </main>
);

/** Channels show posts, whose replies stand in threads; chats show everything in one row. */
function Messages({ conversation }: { readonly conversation: Conversation }) {
  const { state } = useTeams();
  const messages = messagesIn(state).filter(({ thread }) => !thread);
  const scroller = useStickyEnd(newestOf(messages, state.as), true);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="scroller" ref={scroller} tabIndex={0} aria-label={`Messages in ${conversation.name}`}>
      <Welcome conversation={conversation} isEmpty={messages.length === 0} />
      <ol className={conversation.kind === 'channel' ? 'posts' : 'bubbles'}>
        {messages.map(message => (
          <li key={message.id}>
            <MessageView message={message} look={conversation.kind === 'channel' ? 'post' : 'bubble'} />
          </li>
        ))}
      </ol>
    </section>
  );
}

export const newestOf = (messages: readonly Message[], as: string) => {
  const newest = messages.at(-1);
  return { id: newest?.id, isOwn: newest?.by === as };
};
