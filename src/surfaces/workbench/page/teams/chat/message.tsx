// One message: a post of a channel, a reply in a thread, or a bubble of a chat.
import { useEffect } from 'react';
import type { File, Message } from '../../../teams/protocol.ts';
import { Folded } from '../../chat/folded.tsx';
import { Avatar } from '../../shell/avatar.tsx';
import { EyeIcon, FileIcon } from '../../shell/icons.tsx';
import { type CardAction, CardView } from '../card/card.tsx';
import { useTeams } from '../state/context.tsx';
import { ownKey, personOf, repliesTo } from '../state/state.ts';
import { MessageEditor } from '../writing/editor.tsx';
import { MessageTools } from './tools.tsx';
import { Typed } from './typed.tsx';

export type Look = 'post' | 'reply' | 'bubble';
type MessageProps = { readonly message: Message; readonly look: Look };

const clock = (at: number): string => new Date(at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });

export function MessageView({ message, look }: MessageProps) {
  const { state } = useTeams();
  const author = personOf(state, message.by);
  const isOwn = message.by === state.as;
  const name = `${author?.name}, ${clock(message.at)}${message.to ? ', only visible to you' : ''}`;
  return (
    <article
      className={`teams-message teams-${look}${isOwn ? ' teams-own' : ''}${message.card ? ' teams-carded' : ''}`}
      aria-label={name}
      data-testid="message"
      data-id={message.id}
    >
      {!(isOwn && look === 'bubble') && <Avatar person={message.by} />}
      <div className="teams-body">
        <p className="message-head">
          {!(isOwn && look === 'bubble') && <strong>{author?.name}</strong>}
          {author?.bot && <span className="badge">App</span>}
          <time className="time">{clock(message.at)}</time>
          {message.edited && <span className="edited">Edited</span>}
          {message.to && (
            <span className="teams-private">
              <EyeIcon /> Only you can see this
            </span>
          )}
        </p>
        <Content message={message} />
        {look === 'post' && !message.to && <ReplyLink message={message} />}
      </div>
      {!message.deleted && <MessageTools message={message} look={look} />}
    </article>
  );
}

function Content({ message }: { readonly message: Message }) {
  const { state, dispatch } = useTeams();
  if (message.deleted) return <p className="tombstone">This message has been deleted.</p>;
  if (message.card) return <CardContent message={message} />;
  if (state.editing === message.id && message.by === state.as)
    return <MessageEditor message={message} onDone={() => dispatch({ kind: 'editing' })} />;
  return (
    <>
      {message.typed.trim() !== '' && (
        <div className="teams-text">
          <Folded>
            <Typed text={message.typed} />
          </Folded>
        </div>
      )}
      {message.file && <FileView file={message.file} />}
    </>
  );
}

const FileView = ({ file }: { readonly file: File }) => (
  <p className="teams-file">
    <FileIcon /> <strong>{file.name}</strong>
    <span className="muted">{Math.ceil(file.bytes / 1_024)} KB</span>
  </p>
);

/** What the app answered this person alone is shown instead, until everybody's card changes. */
function CardContent({ message }: { readonly message: Message }) {
  const { state } = useTeams();
  useRefresh(message);
  const press = usePress(message);
  const card = state.own[ownKey(message, state.as)] ?? message.card;
  if (!card) return null;
  return (
    <>
      <CardView card={card} onAction={press} />
      {state.told?.message === message.id && (
        <p className="teams-told" role="status">
          {state.told.text}
        </p>
      )}
    </>
  );
}

const TOLD_MS = 4_000;

function usePress(message: Message) {
  const { call, dispatch } = useTeams();
  return async (action: CardAction) => {
    const pressed = await call('press', { conversation: message.conversation, id: message.id, action });
    if (!pressed) return;
    if (pressed.kind === 'card') return dispatch({ kind: 'own-card', message, card: pressed.card });
    if (pressed.kind !== 'said') return;
    dispatch({ kind: 'answered', message, text: pressed.text });
    setTimeout(() => dispatch({ kind: 'answered', message }), TOLD_MS);
  };
}

/** A client that shows a card asks once for how it stands, if the card wants that for its person. */
function useRefresh(message: Message): void {
  const { state, call, dispatch } = useTeams();
  const { conversation, id, version } = message;
  const wants = JSON.stringify(message.card?.['refresh'] ?? null).includes(JSON.stringify(state.as));
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each version and person, whatever else changes
  useEffect(() => {
    if (!wants) return;
    void call('refresh', { conversation, id }).then(answer => {
      if (answer?.kind === 'card') dispatch({ kind: 'own-card', message, card: answer.card });
    });
  }, [wants, conversation, id, version, state.as]);
}

function ReplyLink({ message }: { readonly message: Message }) {
  const { state, dispatch } = useTeams();
  const replies = repliesTo(state, message.id).filter(({ to }) => !to);
  const latest = replies.at(-1);
  const people = [...new Set(replies.map(({ by }) => by))];
  return (
    <button
      type="button"
      className="thread-link"
      aria-expanded={state.thread === message.id}
      onClick={() => dispatch({ kind: 'thread', thread: message.id })}
    >
      {latest && (
        <span className="faces">
          {people.map(person => (
            <Avatar key={person} person={person} small />
          ))}
        </span>
      )}
      <strong>{latest ? (replies.length === 1 ? '1 reply' : `${replies.length} replies`) : 'Reply in thread'}</strong>
      {latest && <span className="muted">Last reply {clock(latest.at)}</span>}
    </button>
  );
}
