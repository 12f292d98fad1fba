// How things stand: with the workbench's server, with the app, and with what was just asked for.
import { useEffect, useState } from 'react';
import { useWorkbench } from '../state/context.tsx';
import { CloseIcon } from './icons.tsx';

const PROBLEM_SHOWN_MS = 8_000;
/** Long enough for a screen reader to take it up. */
const SAID_MS = 1_000;

export function ConnectionState() {
  const { state } = useWorkbench();
  const health = state.snapshot?.health;
  const app = state.snapshot?.app.name ?? 'Locksmith';
  if (state.connection === 'connecting') return <Lamp colour="amber">Connecting…</Lamp>;
  if (state.connection === 'lost') return <Lamp colour="red">Connection lost. Trying again…</Lamp>;
  if (health?.kind === 'silent') return <Lamp colour="red">{`${app} does not answer: ${health.reason}`}</Lamp>;
  return <Lamp colour="green">{health?.kind === 'answering' ? `${app} is listening` : 'Connected'}</Lamp>;
}

function Lamp({ colour, children }: { readonly colour: 'green' | 'amber' | 'red'; readonly children: string }) {
  return (
    <p className="connection" role="status" data-testid="connection">
      <span className={`lamp lamp-${colour}`} aria-hidden="true" />
      {children}
    </p>
  );
}

/** Shown over everything, for a while, when something could not be done. */
export function Problem() {
  const { state, dispatch } = useWorkbench();
  const { problem } = state;
  useEffect(() => {
    if (!problem) return;
    const timer = setTimeout(() => dispatch({ kind: 'problem' }), PROBLEM_SHOWN_MS);
    return () => clearTimeout(timer);
  }, [problem, dispatch]);
  if (!problem) return null;
  return (
    <div className="problem" role="alert">
      <span>{problem}</span>
      <button type="button" className="icon-button" aria-label="Dismiss" onClick={() => dispatch({ kind: 'problem' })}>
        <CloseIcon />
      </button>
    </div>
  );
}

/** Where a narrow screen hides the sidebar, a lost connection still has to be seen. */
export function ConnectionBanner() {
  const { state } = useWorkbench();
  if (state.connection !== 'lost') return null;
  return <p className="banner only-narrow">Connection lost. Trying again…</p>;
}

/** New messages are read out to those who do not see them arrive; once read, they stand in the list alone. */
export function Announcer() {
  const { state } = useWorkbench();
  const [said, say] = useState('');
  useEffect(() => {
    say(state.said);
    const timer = setTimeout(() => say(''), SAID_MS);
    return () => clearTimeout(timer);
  }, [state.said]);
  return (
    <div className="unseen" aria-live="polite" data-testid="announcer">
      {said}
    </div>
  );
}
