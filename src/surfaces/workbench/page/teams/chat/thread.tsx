// A post and its replies beside the channel; on a narrow screen they cover it.
import { useStickyEnd } from '../../chat/sticky-end.ts';
import { ThreadHead } from '../../shell/head.tsx';
import { useTeams } from '../state/context.tsx';
import { messagesIn, repliesTo } from '../state/state.ts';
import { Composer } from '../writing/composer.tsx';
import { newestOf } from './conversation.tsx';
import { MessageView } from './message.tsx';

export function ThreadPane({ thread }: { readonly thread: string }) {
  const { state } = useTeams();
  const conversation = state.snapshot?.conversations.find(({ id }) => id === state.conversation);
  const post = messagesIn(state).find(({ id }) => id === thread);
  const replies = repliesTo(state, thread);
  const scroller = useStickyEnd(newestOf(replies, state.as), replies.length > 1);
  if (!conversation || !post) return null;
  return (
    <aside className="thread" aria-label="Thread">
      <ThreadHead title="Thread" of={conversation.name} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="scroller" ref={scroller} tabIndex={0} aria-label="Messages in this thread">
        <ol className="bubbles bubbles-thread">
          {[post, ...replies].map(message => (
            <li key={message.id}>
              <MessageView message={message} look="reply" />
            </li>
          ))}
        </ol>
      </section>
      <Composer label="Reply" conversation={conversation} thread={thread} />
    </aside>
  );
}
