// One message: who, when, what, its thread, and what can be done with it.
import type { Message } from '../../../protocol.ts';
import { Folded } from '../../chat/folded.tsx';
import { Avatar } from '../../shell/avatar.tsx';
import { EyeIcon } from '../../shell/icons.tsx';
import { MessageBlocks } from '../blocks/message-blocks.tsx';
import { Status } from '../shell/status.tsx';
import { useWorkbench } from '../state/context.tsx';
import { isApp, keyOf, personOf, repliesOf } from '../state/selectors.ts';
import { clockTime, fullTime } from '../state/time.ts';
import { Mrkdwn } from '../text/text.tsx';
import { MessageEditor } from '../writing/editor.tsx';
import { MessageTools } from './message-tools.tsx';
import { Reactions } from './reactions.tsx';
import { SnippetView } from './snippet.tsx';

type MessageProps = { readonly message: Message; readonly compact: boolean; readonly inThread: boolean };

export function MessageView({ message, compact, inThread }: MessageProps) {
  const { state, dispatch } = useWorkbench();
  const editing = state.editing?.message === keyOf(message) && state.editing.inThread === inThread;
  const author = personOf(state, message.by);
  const name = `${author.name}, ${clockTime(message.ts)}${message.to ? ', only visible to you' : ''}`;
  const kind = `message${compact ? ' message-compact' : ''}${message.to ? ' message-private' : ''}`;
  if (message.deleted) return <p className="tombstone">This message was deleted.</p>;
  return (
    <article className={kind} aria-label={name} data-testid="message" data-ts={message.ts}>
      {message.to && <PrivateMark message={message} />}
      <div className="message-side">{compact ? <Time message={message} /> : <Avatar person={message.by} />}</div>
      <div className="message-body">
        {!compact && (
          <p className="message-head">
            <strong>{author.name}</strong>
            {author.bot && <span className="badge">App</span>}
            <Time message={message} />
          </p>
        )}
        {editing ? (
          <MessageEditor message={message} onDone={() => dispatch({ kind: 'editing' })} />
        ) : (
          <Content message={message} />
        )}
        <Reactions message={message} />
        {!inThread && !message.to && <ThreadLink message={message} />}
        {!inThread && <Status thread={message.ts} />}
      </div>
      {!message.to && !editing && (
        <MessageTools
          message={message}
          inThread={inThread}
          onEdit={() => dispatch({ kind: 'editing', spot: { message: keyOf(message), inThread } })}
        />
      )}
    </article>
  );
}

const Time = ({ message }: { readonly message: Message }) => (
  <time className="time" title={fullTime(message.ts)}>
    {clockTime(message.ts)}
  </time>
);

function Content({ message }: { readonly message: Message }) {
  const { state } = useWorkbench();
  const blocks = message.blocks?.length ? <MessageBlocks message={message} /> : <Mrkdwn text={message.text} />;
  return (
    <div className="content">
      {message.snippet ? (
        <SnippetView snippet={message.snippet} />
      ) : isApp(state, message.by) ? (
        blocks
      ) : (
        <Folded>{blocks}</Folded>
      )}
      {message.edited && <span className="edited">(edited)</span>}
    </div>
  );
}

function PrivateMark({ message }: { readonly message: Message }) {
  const { dispatch } = useWorkbench();
  return (
    <p className="private-mark">
      <EyeIcon /> Only visible to you
      <button type="button" className="link-button" onClick={() => dispatch({ kind: 'dismissed', message })}>
        Dismiss
      </button>
    </p>
  );
}

function ThreadLink({ message }: { readonly message: Message }) {
  const { state, dispatch } = useWorkbench();
  const replies = repliesOf(state, message.ts).filter(reply => !reply.to);
  const latest = replies.at(-1);
  if (!latest) return null;
  const people = [...new Set(replies.map(reply => reply.by))];
  return (
    <button
      type="button"
      className="thread-link"
      aria-expanded={state.thread === message.ts}
      onClick={() => dispatch({ kind: 'thread', thread: message.ts })}
    >
      <span className="faces">
        {people.map(person => (
          <Avatar key={person} person={person} small />
        ))}
      </span>
      <strong>{replies.length === 1 ? '1 reply' : `${replies.length} replies`}</strong>
      <span className="muted">Last reply {clockTime(latest.ts)}</span>
    </button>
  );
}
