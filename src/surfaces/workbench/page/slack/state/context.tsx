// Keeps the page in touch with the server, and hands its state to every part of the page.
import { createContext, type ReactNode, useContext, useEffect, useMemo, useReducer } from 'react';
import { type Shell, ShellProvider } from '../../shell/shell.ts';
import { platformAt } from '../../state/platform.ts';
import { type Call, createCall } from './calls.ts';
import { type Happened, initialState, reduce, type State } from './state.ts';

export type Workbench = { readonly state: State; readonly dispatch: (event: Happened) => void; readonly call: Call };

const Context = createContext<Workbench | undefined>(undefined);

export function useWorkbench(): Workbench {
  const workbench = useContext(Context);
  if (!workbench) throw new Error('useWorkbench needs a WorkbenchProvider above it');
  return workbench;
}

export function WorkbenchProvider({ children }: { readonly children: ReactNode }) {
  const [state, dispatch] = useReducer(reduce, undefined, start);
  useStream(dispatch);
  useAddress(state, dispatch);
  useEffect(() => sessionStorage.setItem('workbench-as', state.as), [state.as]);
  const call = useMemo(
    () => createCall(state.as, state.client, problem => dispatch({ kind: 'problem', problem })),
    [state.as, state.client],
  );
  const workbench = useMemo(() => ({ state, dispatch, call }), [state, call]);
  const shell = useMemo(() => shellOf(state, dispatch), [state]);
  return (
    <Context value={workbench}>
      <ShellProvider value={shell}>{children}</ShellProvider>
    </Context>
  );
}

function shellOf({ snapshot, ...state }: State, dispatch: Workbench['dispatch']): Shell {
  const app = { id: snapshot?.app.user ?? '', name: snapshot?.app.name ?? 'Locksmith' };
  return {
    ...state,
    ...(snapshot && { health: snapshot.health }),
    platform: 'slack',
    app,
    people: snapshot?.people ?? [],
    dispatch,
  };
}

/** Who one writes as belongs to the tab, so that two tabs can be two people. */
function start(): State {
  const [channel = '', thread] = addressed();
  const state = initialState(crypto.randomUUID(), sessionStorage.getItem('workbench-as') ?? '', channel);
  return thread ? { ...state, thread } : state;
}

function useStream(dispatch: (event: Happened) => void): void {
  useEffect(() => {
    const stream = new EventSource('/workbench/stream');
    stream.onmessage = event => dispatch({ kind: 'told', told: JSON.parse(event.data) });
    stream.onerror = () => dispatch({ kind: 'connection', connection: 'lost' });
    return () => stream.close();
  }, [dispatch]);
}

/** The address names channel and thread, as permalinks do: `#C0CLOUDHELP/1700000000.000100`. */
function useAddress(state: State, dispatch: (event: Happened) => void): void {
  const { channel, thread } = state;
  useEffect(() => {
    if (channel) history.replaceState(null, '', `#${channel}${thread ? `/${thread}` : ''}`);
  }, [channel, thread]);
  useEffect(() => {
    const follow = () => {
      if (platformAt(location.hash) !== 'slack') return;
      const [to, of] = addressed();
      if (to) dispatch({ kind: 'channel', channel: to });
      if (of) dispatch({ kind: 'thread', thread: of });
    };
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, [dispatch]);
}

const addressed = (): readonly string[] => location.hash.slice(1).split('/').filter(Boolean);
