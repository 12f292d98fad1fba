// The top of a conversation: what it is for, and errors to try with one click while it is still empty.
import type { Conversation } from '../../../teams/protocol.ts';
import { Avatar } from '../../shell/avatar.tsx';
import { useTeams } from '../state/context.tsx';

type WelcomeProps = { readonly conversation: Conversation; readonly isEmpty: boolean };

export function Welcome({ conversation, isEmpty }: WelcomeProps) {
  const { state } = useTeams();
  const app = state.snapshot?.app;
  return (
    <div className={isEmpty ? 'welcome welcome-large' : 'welcome'}>
      {app && <Avatar person={app.id} />}
      <h2>{conversation.team ? `${conversation.team.name} › ${conversation.name}` : conversation.name}</h2>
      <p>{introductionTo(conversation, app?.name ?? 'Locksmith')}</p>
      {isEmpty && <Samples conversation={conversation} />}
    </div>
  );
}

function introductionTo({ kind, hears }: Conversation, app: string): string {
  if (kind === 'personal')
    return `Whatever you write here, ${app} answers. Its private notes to you arrive here as well.`;
  if (hears === 'mentions')
    return `${app} is installed here, but hears only messages that mention it: begin with @${app}.`;
  return `Paste an error about access, keys or sign-in. ${app} knows many of them and answers in the thread; to everything else it keeps quiet.`;
}

/** Posting one is the same as pasting it. */
function Samples({ conversation }: { readonly conversation: Conversation }) {
  const { state, call } = useTeams();
  const mention = conversation.hears === 'mentions' ? `@${state.snapshot?.app.name} ` : '';
  return (
    <section className="samples" aria-label="Errors to try">
      <h3>Try one of these</h3>
      <ul>
        {(state.snapshot?.samples ?? []).map(({ title, text }) => (
          <li key={title}>
            <button
              type="button"
              className="sample"
              onClick={() => void call('message', { conversation: conversation.id, text: `${mention}${text}` })}
            >
              <strong>{title}</strong>
              <code>{text}</code>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
