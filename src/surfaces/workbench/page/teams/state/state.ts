// What the Teams view knows and shows, and how it changes: pure, so that its habits can be tested without a browser.
import type { Card, Conversation, Dialog, Message, Person, Snapshot, Told } from '../../../teams/protocol.ts';
import type { Connection, ShellEvent } from '../../shell/shell.ts';

/**
 * `client` names this browser tab. `read` holds, per conversation, the newest message seen there. `opened` are threads that
 * opened by themselves once. `own` are cards that the app answered one person with, by message, version and person.
 * `told` is what pressing something last said, and below which message; `said` is read out to those who do not see the page.
 */
export type State = {
  readonly client: string;
  readonly connection: Connection;
  readonly snapshot?: Snapshot;
  readonly as: string;
  readonly conversation: string;
  readonly thread?: string;
  readonly drawer: boolean;
  readonly read: Readonly<Record<string, string>>;
  readonly opened: readonly string[];
  readonly own: Readonly<Record<string, Card>>;
  readonly said: string;
  readonly told?: { readonly message: string; readonly text: string };
  readonly editing?: string;
  readonly dialog?: { readonly message: Message; readonly shown: Dialog };
  readonly searching?: { readonly thread?: string };
  readonly problem?: string;
};

export type Happened =
  | ShellEvent
  | { readonly kind: 'told'; readonly told: Told }
  | { readonly kind: 'connection'; readonly connection: Connection }
  | { readonly kind: 'conversation'; readonly conversation: string }
  | { readonly kind: 'own-card'; readonly message: Message; readonly card: Card }
  | { readonly kind: 'answered'; readonly message: Message; readonly text?: string }
  | { readonly kind: 'editing'; readonly message?: Message }
  | { readonly kind: 'dialog'; readonly message: Message; readonly shown: Dialog }
  | { readonly kind: 'searching'; readonly where?: { readonly thread?: string } };

export const initialState = (client: string, as = '', conversation = ''): State => ({
  client,
  connection: 'connecting',
  as,
  conversation,
  drawer: false,
  read: {},
  opened: [],
  own: {},
  said: '',
});

export function reduce(state: State, event: Happened): State {
  switch (event.kind) {
    case 'told':
      return hear(state, event.told);
    case 'connection':
      return { ...state, connection: event.connection };
    case 'conversation':
      return seen({ ...without(state, 'thread', 'editing'), conversation: event.conversation, drawer: false });
    case 'thread':
      return event.thread ? { ...state, thread: event.thread } : without(state, 'thread');
    case 'person':
      return seen(becoming(state, event.person));
    case 'drawer':
      return { ...state, drawer: event.open };
    case 'own-card':
      return { ...state, own: { ...state.own, [ownKey(event.message, state.as)]: event.card } };
    case 'answered':
      return event.text ? { ...state, told: { message: event.message.id, text: event.text } } : without(state, 'told');
    case 'editing':
      return event.message ? { ...state, editing: event.message.id } : without(state, 'editing');
    case 'dialog':
      return event.shown.kind === 'closed'
        ? without(state, 'dialog')
        : { ...state, dialog: { message: event.message, shown: event.shown } };
    case 'searching':
      return event.where ? { ...state, searching: event.where } : without(state, 'searching');
    case 'problem':
      return event.problem ? { ...state, problem: event.problem } : without(state, 'problem');
  }
}

type Optional = 'thread' | 'told' | 'editing' | 'dialog' | 'searching' | 'problem';

function without(state: State, ...keys: readonly Optional[]): State {
  const kept = { ...state };
  for (const key of keys) delete kept[key];
  return kept;
}

/** A card of one's own is for one version of its message: an update of that is for everybody, and newer. */
export const ownKey = ({ id, version }: Message, person: string): string => `${id}/${version}/${person}`;

function hear(state: State, told: Told): State {
  switch (told.kind) {
    case 'snapshot':
      return begin(state, told.snapshot);
    case 'message':
      return seen(openAnswered(withMessage(state, told.message), told.message));
    case 'health':
      return state.snapshot ? { ...state, snapshot: { ...state.snapshot, health: told.health } } : state;
  }
}

/** A connection begins with everything there is; what was there before it counts as read. */
function begin(state: State, snapshot: Snapshot): State {
  const as = snapshot.people.find(({ id }) => id === state.as)?.id ?? snapshot.people[0]?.id ?? '';
  const known = snapshot.conversations.find(({ id }) => id === state.conversation);
  const conversation = known?.id ?? snapshot.conversations[0]?.id ?? '';
  const read = Object.fromEntries(snapshot.conversations.map(({ id }) => [id, newestIn(snapshot.messages, id)]));
  const begun = {
    ...state,
    snapshot,
    as,
    conversation,
    connection: 'live',
    read: state.snapshot ? state.read : read,
  } as const;
  return snapshot.messages.some(({ id }) => id === state.thread) ? begun : without(begun, 'thread');
}

function withMessage(state: State, message: Message): State {
  if (!state.snapshot) return state;
  const { messages } = state.snapshot;
  const isSame = (one: Message): boolean => one.id === message.id && one.conversation === message.conversation;
  const isNew = !messages.some(isSame);
  const next = isNew ? [...messages, message] : messages.map(one => (isSame(one) ? message : one));
  const changed = { ...state, snapshot: { ...state.snapshot, messages: next } };
  return isNew && isHeard(state, message) ? { ...changed, said: spoken(state, message) } : changed;
}

/** Somebody else's, in a conversation of one's own. */
const isHeard = (state: State, { by, to, conversation }: Message): boolean =>
  by !== state.as && (!to || to === state.as) && conversationsOf(state).some(({ id }) => id === conversation);

const SPOKEN_CHARACTERS = 300;

function spoken(state: State, { by, typed, card, to }: Message): string {
  const words = typed || String(card?.['fallbackText'] ?? '');
  return `${personOf(state, by)?.name ?? ''}${to ? ', only to you' : ''}: ${words.slice(0, SPOKEN_CHARACTERS)}`;
}

/** When the app answers below what was just posted from this tab, that thread opens, once. */
function openAnswered(state: State, { thread, by, to, conversation }: Message): State {
  const isAnswer = by === state.snapshot?.app.id && !to && conversation === state.conversation;
  if (!thread || !isAnswer || state.opened.includes(thread)) return state;
  const mine = state.snapshot?.messages.findLast(
    one => one.client === state.client && one.conversation === conversation && !one.thread && !one.to,
  );
  return mine?.id === thread ? { ...state, thread, opened: [...state.opened, thread] } : state;
}

/** Everybody has a chat with the app of their own. */
function becoming(state: State, person: string): State {
  const here = state.snapshot?.conversations.find(({ id }) => id === state.conversation);
  const own = state.snapshot?.conversations.find(one => one.person === person);
  const moved = here?.person && own ? { ...without(state, 'thread'), conversation: own.id } : state;
  return { ...without(moved, 'editing', 'dialog', 'told'), as: person, drawer: false };
}

/** What is on the screen has been read. */
function seen(state: State): State {
  const latest = newestIn(state.snapshot?.messages ?? [], state.conversation);
  if (state.read[state.conversation] === latest) return state;
  return { ...state, read: { ...state.read, [state.conversation]: latest } };
}

const newestIn = (messages: readonly Message[], conversation: string): string =>
  messages.findLast(message => message.conversation === conversation)?.id ?? '';

export const personOf = (state: State, id: string): Person | undefined =>
  state.snapshot?.people.find(person => person.id === id);

export const conversationsOf = (state: State): readonly Conversation[] =>
  (state.snapshot?.conversations ?? []).filter(({ person }) => person === undefined || person === state.as);

export const messagesIn = (state: State): readonly Message[] =>
  (state.snapshot?.messages ?? []).filter(
    ({ conversation, to }) => conversation === state.conversation && (!to || to === state.as),
  );

export const repliesTo = (state: State, thread: string): readonly Message[] =>
  messagesIn(state).filter(message => message.thread === thread);

export const isUnread = (state: State, { id }: Conversation): boolean =>
  id !== state.conversation &&
  (state.snapshot?.messages ?? []).some(
    message =>
      message.conversation === id &&
      message.by !== state.as &&
      (!message.to || message.to === state.as) &&
      message.id > (state.read[id] ?? ''),
  );
