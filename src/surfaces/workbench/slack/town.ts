// Who and what is there from the start: the app, three people, two channels, and everybody's talk with the app.
import type { Channel, Command, Person, Shortcut } from '../protocol.ts';

/** The app under test, as an operator would configure it. */
export type SlackApp = {
  /** Where the app listens: events, commands and interactions are posted there. */
  readonly eventsUrl: string;
  readonly signingSecret: string;
  readonly botToken: string;
  readonly botUser: string;
  readonly botId: string;
  readonly team: string;
  readonly name?: string;
  readonly appId?: string;
  readonly commands?: readonly Command[];
  readonly shortcuts?: readonly Shortcut[];
};

/** Says what a real workspace says through Slackbot. */
export const PLATFORM_USER = 'USLACKBOT';
export const TEAM_NAME = 'Workbench';

/** Whoever looks at the workbench, unless they slip into another's shoes. */
export const YOU = 'U0YOU';

const PEOPLE: readonly Person[] = [
  { id: YOU, name: 'You', realName: 'You', bot: false },
  { id: 'U0PRIYA', name: 'Priya', realName: 'Priya Raman', bot: false },
  { id: 'U0MAREK', name: 'Marek', realName: 'Marek Novak', bot: false },
];

/** What Locksmith registers with Slack, as manifest.json has it. */
const COMMANDS: readonly Command[] = [
  {
    command: '/creds',
    usage: '[error text] | show <id> | list [provider] | search <words> | mine | stats | help',
    description: 'Explain a credential error, or look one up',
  },
];
const SHORTCUTS: readonly Shortcut[] = [
  { name: 'Diagnose this', kind: 'message', callback: 'diagnose' },
  { name: 'Explain an error', kind: 'global', callback: 'creds' },
];

export const peopleOf = (app: SlackApp): readonly Person[] => [
  ...PEOPLE,
  { id: app.botUser, name: nameOf(app), realName: nameOf(app), bot: true },
  { id: PLATFORM_USER, name: 'Workbench', realName: 'Workbench', bot: true },
];

export const channelsOf = (app: SlackApp): readonly Channel[] => [
  {
    id: 'C0CLOUDHELP',
    name: 'cloud-help',
    kind: 'channel',
    topic: 'Errors about access, keys and sign-in. Paste what you got.',
    botIn: true,
  },
  { id: 'C0RANDOM', name: 'random', kind: 'channel', topic: `${nameOf(app)} was not invited here.`, botIn: false },
  ...PEOPLE.map(person => ({
    id: `D0${person.name.toUpperCase()}`,
    name: nameOf(app),
    kind: 'im' as const,
    topic: `Direct messages between ${person.name} and ${nameOf(app)}.`,
    botIn: true,
    person: person.id,
  })),
];

export const nameOf = (app: SlackApp): string => app.name ?? 'Locksmith';
export const usernameOfApp = (app: SlackApp): string => nameOf(app).toLowerCase();
export const appIdOf = (app: SlackApp): string => app.appId ?? 'A0WORKBENCH';
export const commandsOf = (app: SlackApp): readonly Command[] => app.commands ?? COMMANDS;
export const shortcutsOf = (app: SlackApp): readonly Shortcut[] => app.shortcuts ?? SHORTCUTS;
