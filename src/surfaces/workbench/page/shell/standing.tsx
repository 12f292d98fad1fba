// How things stand: with the workbench's server, with the app, and with what was just asked for.
import { useEffect, useState } from 'react';
import { CloseIcon } from './icons.tsx';
import { type Shell, useShell } from './shell.ts';

const PROBLEM_SHOWN_MS = 8_000;
/** Long enough for a screen reader to take it up. */
const SAID_MS = 1_000;

const LOST = 'Connection lost. Trying again…';

export function ConnectionState() {
  const { colour, text } = standing(useShell());
  return (
    <p className="connection" role="status" data-testid="connection">
      <span className={`lamp lamp-${colour}`} aria-hidden="true" />
      {text}
    </p>
  );
}

function standing({ connection, app, health }: Shell) {
  if (connection === 'connecting') return { colour: 'amber', text: 'Connecting…' };
  if (connection === 'absent') return { colour: 'red', text: 'There is no Teams here' };
  if (connection === 'lost') return { colour: 'red', text: LOST };
  if (health?.kind === 'silent') return { colour: 'red', text: `${app.name} does not answer: ${health.reason}` };
  return { colour: 'green', text: health?.kind === 'answering' ? `${app.name} is listening` : 'Connected' };
}

/** Where a narrow screen hides the sidebar, a lost connection still has to be seen. */
export const ConnectionBanner = () =>
  useShell().connection === 'lost' ? <p className="banner only-narrow">{LOST}</p> : null;

/** Shown over everything, for a while, when something could not be done. */
export function Problem() {
  const { problem, dispatch } = useShell();
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

/** New messages are read out to those who do not see them arrive; once read, they stand in the list alone. */
export function Announcer() {
  const { said } = useShell();
  const [spoken, speak] = useState('');
  useEffect(() => {
    speak(said);
    const timer = setTimeout(() => speak(''), SAID_MS);
    return () => clearTimeout(timer);
  }, [said]);
  return (
    <div className="unseen" aria-live="polite" data-testid="announcer">
      {spoken}
    </div>
  );
}
