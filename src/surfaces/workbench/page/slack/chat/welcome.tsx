// The top of a channel: what it is for, and errors to try with one click while it is still empty.
import type { Channel, Sample } from '../../../protocol.ts';
import { Avatar } from '../../shell/avatar.tsx';
import { useWorkbench } from '../state/context.tsx';
import { titleOf } from '../state/selectors.ts';

export function Welcome({ channel, isEmpty }: { readonly channel: Channel; readonly isEmpty: boolean }) {
  const { state } = useWorkbench();
  const app = state.snapshot?.app;
  return (
    <div className={isEmpty ? 'welcome welcome-large' : 'welcome'}>
      {app && <Avatar person={app.user} />}
      <h2>{titleOf(channel)}</h2>
      <p>{introductionTo(channel, app?.name ?? 'Locksmith')}</p>
      {isEmpty && channel.botIn && <Samples />}
    </div>
  );
}

function introductionTo(channel: Channel, app: string): string {
  if (!channel.botIn)
    return `Talk about anything. ${app} was not invited here and hears nothing, but its commands work everywhere.`;
  if (channel.kind === 'im') return `Whatever you write here, ${app} answers.`;
  return `Paste an error about access, keys or sign-in. ${app} knows many of them and answers in the thread; to everything else it keeps quiet.`;
}

/** Posting one is the same as pasting it. */
function Samples() {
  const { state } = useWorkbench();
  const samples = state.snapshot?.samples ?? [];
  if (samples.length === 0) return null;
  return (
    <section className="samples" aria-label="Errors to try">
      <h3>Try one of these</h3>
      <ul>
        {samples.map(sample => (
          <li key={sample.title}>
            <SampleCard sample={sample} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function SampleCard({ sample }: { readonly sample: Sample }) {
  const { state, call } = useWorkbench();
  return (
    <button
      type="button"
      className="sample"
      onClick={() => void call('message', { channel: state.channel, text: sample.text })}
    >
      <strong>{sample.title}</strong>
      <code>{sample.text}</code>
    </button>
  );
}
