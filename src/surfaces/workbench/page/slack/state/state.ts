// What the page knows and shows, and how it changes: pure, so that its habits can be tested without a browser.
import type { Message, Snapshot, Talk, Told, View } from '../../../protocol.ts';
import type { Connection, ShellEvent } from '../../shell/shell.ts';
import { isForMe, keyOf, newest } from './selectors.ts';

/**
 * `client` names this browser tab. `read` holds, per channel, the newest message seen there. `opened` are threads that
 * opened by themselves once and must not do so again. `said` is read out to those who do not see the page.
 */
export type State = {
  readonly client: string;
  readonly connection: Connection;
  readonly snapshot?: Snapshot;
  readonly as: string;
  readonly channel: string;
  readonly thread?: string;
  readonly tab: 'messages' | 'home';
  readonly drawer: boolean;
  readonly read: Readonly<Record<string, string>>;
  readonly opened: readonly string[];
  readonly dismissed: readonly string[];
  /** The message being edited, and on which side of the page. */
  readonly editing?: Spot;
  readonly views: readonly View[];
  readonly said: string;
  readonly problem?: string;
};

export type Spot = { readonly message: string; readonly inThread: boolean };

export type Happened =
  | ShellEvent
  | { readonly kind: 'told'; readonly told: Told }
  | { readonly kind: 'connection'; readonly connection: Connection }
  | { readonly kind: 'channel'; readonly channel: string }
  | { readonly kind: 'tab'; readonly tab: 'messages' | 'home' }
  | { readonly kind: 'dismissed'; readonly message: Message }
  | { readonly kind: 'editing'; readonly spot?: Spot }
  | { readonly kind: 'view-closed'; readonly all: boolean };

export const initialState = (client: string, as = '', channel = ''): State => ({
  client,
  connection: 'connecting',
  as,
  channel,
  tab: 'messages',
  drawer: false,
  read: {},
  opened: [],
  dismissed: [],
  views: [],
  said: '',
});

export function reduce(state: State, event: Happened): State {
  switch (event.kind) {
    case 'told':
      return hear(state, event.told);
    case 'connection':
      return { ...state, connection: event.connection };
    case 'channel':
      return seen({ ...closeThread(state), channel: event.channel, drawer: false, tab: 'messages' });
    case 'thread':
      return event.thread ? { ...state, thread: event.thread } : closeThread(state);
    case 'person':
      return seen(becoming(state, event.person));
    case 'tab':
      return { ...state, tab: event.tab };
    case 'drawer':
      return { ...state, drawer: event.open };
    case 'dismissed':
      return { ...state, dismissed: [...state.dismissed, keyOf(event.message)] };
    case 'editing':
      return withEditing(state, event.spot);
    case 'view-closed':
      return { ...state, views: event.all ? [] : state.views.slice(0, -1) };
    case 'problem':
      return withProblem(state, event.problem);
  }
}

function hear(state: State, told: Told): State {
  switch (told.kind) {
    case 'snapshot':
      return begin(state, told.snapshot);
    case 'message':
      return seen(openAnswered(withMessage(state, told.message), told.message));
    case 'gone':
      return without(state, told);
    case 'home':
      return withSnapshot(state, snapshot => ({ ...snapshot, homes: { ...snapshot.homes, [told.person]: told.view } }));
    case 'talk':
      return withSnapshot(state, snapshot => ({ ...snapshot, talks: [...others(snapshot, told.talk), told.talk] }));
    case 'view':
      return told.client === state.client ? { ...state, views: withView(state.views, told.how, told.view) } : state;
    case 'health':
      return withSnapshot(state, snapshot => ({ ...snapshot, health: told.health }));
  }
}

const others = ({ talks }: Snapshot, { channel }: Talk): readonly Talk[] =>
  talks.filter(one => one.channel !== channel);

/** A connection begins with everything there is; what was there before it counts as read. */
function begin(state: State, snapshot: Snapshot): State {
  const as = snapshot.people.some(person => person.id === state.as) ? state.as : (snapshot.people[0]?.id ?? '');
  const known = snapshot.channels.some(channel => channel.id === state.channel);
  const channel = known ? state.channel : (snapshot.channels[0]?.id ?? '');
  const read = Object.fromEntries(snapshot.channels.map(one => [one.id, newest(snapshot.messages, one.id)]));
  const begun = {
    ...state,
    snapshot,
    as,
    channel,
    connection: 'live',
    read: state.snapshot ? state.read : read,
  } as const;
  const isThere = snapshot.messages.some(message => message.channel === channel && message.ts === state.thread);
  return isThere ? begun : closeThread(begun);
}

function withMessage(state: State, message: Message): State {
  const isNew = !state.snapshot?.messages.some(one => keyOf(one) === keyOf(message));
  const changed = withSnapshot(state, snapshot => ({
    ...snapshot,
    messages: isNew
      ? [...snapshot.messages, message]
      : snapshot.messages.map(one => (keyOf(one) === keyOf(message) ? message : one)),
  }));
  return isNew && isForMe(state, message) && message.by !== state.as
    ? { ...changed, said: spoken(changed, message) }
    : changed;
}

const spoken = (state: State, message: Message): string => {
  const author = state.snapshot?.people.find(person => person.id === message.by)?.name ?? '';
  return `${author}${message.to ? ', only to you' : ''}: ${message.text.slice(0, 300)}`;
};

/** When the app answers below what was just posted from this tab, that thread opens, once. */
function openAnswered(state: State, message: Message): State {
  const thread = message.thread;
  const answered = message.by === state.snapshot?.app.user && !message.to && message.channel === state.channel;
  if (!thread || !answered || state.opened.includes(thread)) return state;
  const mine = (state.snapshot?.messages ?? []).findLast(
    one => one.client === state.client && one.channel === state.channel && !one.thread && !one.to,
  );
  return mine?.ts === thread ? { ...state, thread, opened: [...state.opened, thread] } : state;
}

function without(state: State, gone: { readonly channel: string; readonly ts: string }): State {
  const left = withSnapshot(state, snapshot => ({
    ...snapshot,
    messages: snapshot.messages.filter(one => keyOf(one) !== keyOf(gone)),
  }));
  return state.thread === gone.ts && state.channel === gone.channel ? closeThread(left) : left;
}

function withView(views: readonly View[], how: 'open' | 'push' | 'update', view: View): readonly View[] {
  if (how === 'open') return [view];
  if (how === 'push') return [...views, view];
  return views.map(one => (one.id === view.id ? view : one));
}

const withSnapshot = (state: State, change: (snapshot: Snapshot) => Snapshot): State =>
  state.snapshot ? { ...state, snapshot: change(state.snapshot) } : state;

/** In direct messages the other person has a conversation of their own. */
function becoming(state: State, person: string): State {
  const here = state.snapshot?.channels.find(channel => channel.id === state.channel);
  const own = state.snapshot?.channels.find(channel => channel.person === person);
  const moved = here?.kind === 'im' && own ? { ...closeThread(state), channel: own.id } : state;
  return { ...moved, as: person, drawer: false };
}

/** What is on the screen has been read. */
function seen(state: State): State {
  const latest = newest(state.snapshot?.messages ?? [], state.channel);
  return state.read[state.channel] === latest ? state : { ...state, read: { ...state.read, [state.channel]: latest } };
}

function closeThread(state: State): State {
  const { thread: _, ...rest } = state;
  return rest;
}

function withEditing(state: State, spot: Spot | undefined): State {
  const { editing: _, ...rest } = state;
  return spot ? { ...rest, editing: spot } : rest;
}

function withProblem(state: State, problem: string | undefined): State {
  const { problem: _, ...rest } = state;
  return problem ? { ...rest, problem } : rest;
}
