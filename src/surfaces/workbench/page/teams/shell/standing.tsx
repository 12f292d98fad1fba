// Faces, and how things stand: with the server, with the app, and with what was just asked for.
import { useEffect, useState } from 'react';
import { Face } from '../../shell/avatar.tsx';
import { CloseIcon } from '../../shell/icons.tsx';
import { useTeams } from '../state/context.tsx';
import { personOf } from '../state/state.ts';

const PROBLEM_SHOWN_MS = 8_000;
/** Long enough for a screen reader to take it up. */
const SAID_MS = 1_000;

export function PersonFace({ person, small = false }: { readonly person: string; readonly small?: boolean }) {
  const { state } = useTeams();
  const place = state.snapshot?.people.findIndex(({ id }) => id === person) ?? 0;
  const known = personOf(state, person);
  return <Face name={known?.name ?? '?'} place={place} isApp={known?.bot ?? false} small={small} />;
}

export function ConnectionState() {
  const { state } = useTeams();
  const { colour, text } = standing(state.connection, state.snapshot);
  return (
    <p className="connection" role="status" data-testid="connection">
      <span className={`lamp lamp-${colour}`} aria-hidden="true" />
      {text}
    </p>
  );
}

type Shown = ReturnType<typeof useTeams>['state'];

function standing(connection: Shown['connection'], snapshot: Shown['snapshot']) {
  const app = snapshot?.app.name ?? 'Locksmith';
  if (connection === 'connecting') return { colour: 'amber', text: 'Connecting…' };
  if (connection === 'absent') return { colour: 'red', text: 'There is no Teams here' };
  if (connection === 'lost') return { colour: 'red', text: 'Connection lost. Trying again…' };
  if (snapshot?.health.kind === 'silent')
    return { colour: 'red', text: `${app} does not answer: ${snapshot.health.reason}` };
  return { colour: 'green', text: snapshot?.health.kind === 'answering' ? `${app} is listening` : 'Connected' };
}

/** Shown over everything, for a while, when something could not be done. */
export function Problem() {
  const { state, dispatch } = useTeams();
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

/** New messages are read out to those who do not see them arrive; once read, they stand in the list alone. */
export function Announcer() {
  const { state } = useTeams();
  const [said, say] = useState('');
  useEffect(() => {
    say(state.said);
    const timer = setTimeout(() => say(''), SAID_MS);
    return () => clearTimeout(timer);
  }, [state.said]);
  return (
    <div className="unseen" aria-live="polite">
      {said}
    </div>
  );
}
