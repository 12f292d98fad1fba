// Keeps the Teams view in touch with the server, and hands its state to every part of it.
import { createContext, type ReactNode, useContext, useEffect, useMemo, useReducer } from 'react';
import { type Shell, ShellProvider } from '../../shell/shell.ts';
import { type Call, createCall } from './calls.ts';
import { type Happened, initialState, reduce, type State } from './state.ts';

export type Teams = { readonly state: State; readonly dispatch: (event: Happened) => void; readonly call: Call };

const Context = createContext<Teams | undefined>(undefined);

export function useTeams(): Teams {
  const teams = useContext(Context);
  if (!teams) throw new Error('useTeams needs a TeamsProvider above it');
  return teams;
}

const PERSON_KEY = 'workbench-teams-as';

export function TeamsProvider({ children }: { readonly children: ReactNode }) {
  const [state, dispatch] = useReducer(reduce, undefined, start);
  useStream(dispatch);
  useAddress(state, dispatch);
  useEffect(() => sessionStorage.setItem(PERSON_KEY, state.as), [state.as]);
  const call = useMemo(
    () => createCall(state.as, state.client, problem => dispatch({ kind: 'problem', problem })),
    [state.as, state.client],
  );
  const teams = useMemo(() => ({ state, dispatch, call }), [state, call]);
  const shell = useMemo(() => shellOf(state, dispatch), [state]);
  return (
    <Context value={teams}>
      <ShellProvider value={shell}>{children}</ShellProvider>
    </Context>
  );
}

function shellOf({ snapshot, ...state }: State, dispatch: Teams['dispatch']): Shell {
  const app = { id: snapshot?.app.id ?? '', name: snapshot?.app.name ?? 'Locksmith' };
  return {
    ...state,
    ...(snapshot && { health: snapshot.health }),
    platform: 'teams',
    app,
    people: snapshot?.people ?? [],
    dispatch,
  };
}

/** Who one writes as belongs to the tab, so that two tabs can be two people. */
function start(): State {
  const { conversation = '', thread } = addressed();
  const state = initialState(crypto.randomUUID(), sessionStorage.getItem(PERSON_KEY) ?? '', conversation);
  return thread ? { ...state, thread } : state;
}

/** A browser gives up a stream that is answered with 404: then there is no Teams to look at here. */
function useStream(dispatch: (event: Happened) => void): void {
  useEffect(() => {
    const stream = new EventSource('/workbench/teams/stream');
    stream.onmessage = event => dispatch({ kind: 'told', told: JSON.parse(event.data) });
    stream.onerror = () =>
      dispatch({ kind: 'connection', connection: stream.readyState === EventSource.CLOSED ? 'absent' : 'lost' });
    return () => stream.close();
  }, [dispatch]);
}

/** `#teams/<conversation>/<thread>`, each part encoded: conversations' ids hold colons and ats. */
function useAddress(state: State, dispatch: (event: Happened) => void): void {
  const { conversation, thread } = state;
  useEffect(() => {
    const parts = [conversation, thread].filter(part => part !== undefined && part !== '').map(String);
    if (conversation) history.replaceState(null, '', `#teams/${parts.map(encodeURIComponent).join('/')}`);
  }, [conversation, thread]);
  useEffect(() => {
    const follow = () => {
      const { conversation: to, thread: of } = addressed();
      if (to) dispatch({ kind: 'conversation', conversation: to });
      if (of) dispatch({ kind: 'thread', thread: of });
    };
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, [dispatch]);
}

function addressed(): { readonly conversation?: string; readonly thread?: string } {
  const [view, conversation, thread] = location.hash.slice(1).split('/').filter(Boolean).map(decoded);
  if (view !== 'teams') return {};
  return { ...(conversation && { conversation }), ...(thread && { thread }) };
}

/** An address that was typed wrongly leads nowhere, and does no harm. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
