// Who and what is there from the start: three people, two teams, a group chat, and everybody's own chat with the app.
import type { Command, Conversation, Person } from './protocol.ts';

/** The app under test: where it takes activities, and what it is called. */
export type TeamsApp = { readonly messagesUrl: string; readonly name?: string };

export const TENANT = '00000000-0000-4000-8000-0000000077ee';
export const ORGANISATION = 'Workbench';
/** A bot's account is its app id after `28:`. */
export const BOT = '28:00000000-0000-4000-8000-000000000b07';

export const nameOf = ({ name = 'Locksmith' }: TeamsApp): string => name;

const person = (name: string, number: number): Person => ({
  id: `29:1${name.toLowerCase()}`,
  directory: `00000000-0000-4000-8000-00000000000${number}`,
  name,
  bot: false,
});

const FIRST = person('You', 1);
/** Whoever looks at the workbench, unless they slip into another's shoes: by the id that stands in the directory. */
export const YOU = FIRST.directory;

const PEOPLE: readonly Person[] = [FIRST, person('Priya', 2), person('Marek', 3)];

export const peopleOf = (app: TeamsApp): readonly Person[] => [
  ...PEOPLE,
  { id: BOT, directory: '', name: nameOf(app), bot: true },
];

const PLATFORM = { id: '19:platform@thread.tacv2', name: 'Platform' };
const SALES = { id: '19:sales@thread.tacv2', name: 'Sales' };

/** `run` tells the chats of this start from those before it: nothing that was said there is left. */
export const conversationsOf = (app: TeamsApp, run: string): readonly Conversation[] => [
  {
    id: '19:cloudhelp@thread.tacv2',
    kind: 'channel',
    name: 'Cloud help',
    team: PLATFORM,
    hears: 'everything',
    topic: 'Errors about access, keys and sign-in. Paste what you got.',
  },
  {
    id: '19:general@thread.tacv2',
    kind: 'channel',
    name: 'General',
    team: SALES,
    hears: 'mentions',
    topic: `The team’s owner gave no consent: ${nameOf(app)} hears only what mentions it.`,
  },
  {
    id: `19:release-${run}@thread.v2`,
    kind: 'group',
    name: 'Release crew',
    hears: 'mentions',
    topic: `A group chat has no threads. Mention ${nameOf(app)} to be heard.`,
  },
  ...PEOPLE.map(({ id, name }) => ({
    id: `a:1${name.toLowerCase()}-${run}`,
    kind: 'personal' as const,
    name: nameOf(app),
    hears: 'everything' as const,
    topic: `Between ${name} and ${nameOf(app)} alone.`,
    person: id,
  })),
];

/** What the app's manifest offers after its name. */
export const COMMANDS: readonly Command[] = [
  { title: 'creds', description: 'Explain an error: creds <paste the error>' },
  { title: 'creds search', description: 'Find an entry: creds search <words>' },
  { title: 'creds show', description: 'Show an entry: creds show aws/expired-token' },
  { title: 'creds list', description: 'List all entries: creds list [provider]' },
  { title: 'creds mine', description: 'My open checklists' },
  { title: 'creds stats', description: 'What people hit here lately' },
  { title: 'creds help', description: 'Show what I understand' },
];
