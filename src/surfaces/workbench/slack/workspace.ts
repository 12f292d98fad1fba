// The stand-in workspace as one value: what its parts need of each other and of the world outside.
import type { Channel, Message, Person, Told } from '../protocol.ts';
import { createFiles, type Files } from './memory/files.ts';
import { createIds, type Ids } from './memory/ids.ts';
import { createLoans, type Loans } from './memory/loans.ts';
import { createMessages, type Messages } from './memory/messages.ts';
import { createTalks, type Talks } from './memory/talks.ts';
import { createViews, type Views } from './memory/views.ts';
import type { Sender } from './out/sender.ts';
import { createSender } from './out/sender.ts';
import { channelsOf, peopleOf, type SlackApp } from './town.ts';

export type Workspace = {
  readonly app: SlackApp;
  /** Where the app reaches this stand-in: response URLs, files and permalinks begin with it. */
  readonly origin: string;
  readonly now: () => number;
  readonly ids: Ids;
  readonly people: readonly Person[];
  readonly channels: readonly Channel[];
  readonly messages: Messages;
  readonly files: Files;
  readonly views: Views;
  readonly talks: Talks;
  readonly loans: Loans;
  readonly sender: Sender;
  /** Tells every open page. */
  readonly tell: (told: Told) => void;
};

export type WorkspaceOptions = {
  readonly app: SlackApp;
  readonly origin: string;
  readonly now: () => number;
  readonly fetch: typeof fetch;
  readonly tell: (told: Told) => void;
};

export function createWorkspace(options: WorkspaceOptions): Workspace {
  const ids = createIds(options.now);
  return {
    app: options.app,
    origin: options.origin,
    now: options.now,
    ids,
    people: peopleOf(options.app),
    channels: channelsOf(options.app),
    messages: createMessages(),
    files: createFiles(ids),
    views: createViews(ids),
    talks: createTalks(),
    loans: createLoans(ids, options.now),
    sender: createSender({ ...options, ids }),
    tell: options.tell,
  };
}

export const personIn = (workspace: Workspace, id: string): Person | undefined =>
  workspace.people.find(person => person.id === id);

export const channelIn = (workspace: Workspace, id: string): Channel | undefined =>
  workspace.channels.find(channel => channel.id === id);

/** Everybody is in every channel; direct messages have two members. The app hears only where it was invited. */
export const isMember = (channel: Channel, person: string, app: SlackApp): boolean =>
  person === app.botUser ? channel.botIn : channel.kind === 'channel' || channel.person === person;

export const isByApp = (workspace: Workspace, message: Message): boolean => message.by === workspace.app.botUser;
