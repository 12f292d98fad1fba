// A thread beside its channel; on a narrow screen it covers the channel.
import { useEffect, useRef } from 'react';
import { ThreadHead } from '../../shell/head.tsx';
import { Status } from '../shell/status.tsx';
import { useWorkbench } from '../state/context.tsx';
import { channelOf, openingOf, repliesOf, talkOf, titleOf } from '../state/selectors.ts';
import { Composer } from '../writing/composer.tsx';
import { MessageList } from './message-list.tsx';

export function ThreadPane({ thread }: { readonly thread: string }) {
  const { state } = useWorkbench();
  const pane = useFocusBack();
  const channel = channelOf(state, state.channel);
  const opening = openingOf(state, thread);
  const replies = repliesOf(state, thread);
  const count = replies.filter(reply => !reply.to).length;
  if (!opening) return null;
  return (
    <aside ref={pane} className="thread" aria-label="Thread">
      <ThreadHead title={talkOf(state)?.titles[thread] ?? 'Thread'} of={channel ? titleOf(channel) : ''} />
      <MessageList
        label="Messages in this thread"
        messages={[opening, ...replies]}
        inThread
        startsAtEnd={count > 1}
        afterFirst={count > 0 && <ReplyCount count={count} />}
      />
      <Status thread={thread} />
      <Composer label="Reply in thread" thread={thread} />
    </aside>
  );
}

const ReplyCount = ({ count }: { readonly count: number }) => (
  <li className="reply-count">
    <span>{count === 1 ? '1 reply' : `${count} replies`}</span>
  </li>
);

/** When the thread closes with the focus in it, the focus goes back to where it came from. */
function useFocusBack() {
  const pane = useRef<HTMLElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    const element = pane.current;
    return () => {
      const isLost = element?.contains(document.activeElement) || document.activeElement === document.body;
      if (isLost && before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return pane;
}
