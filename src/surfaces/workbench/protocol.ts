// What the workbench's page and its server say to each other. Types only: the page bundles none of the server.
import type { Block, ViewShape } from './slack/blocks/blocks.ts';

export type Person = { readonly id: string; readonly name: string; readonly realName: string; readonly bot: boolean };

/** `botIn`: the app was invited and hears what is written there. `person`: whose direct messages with the app these are. */
export type Channel = {
  readonly id: string;
  readonly name: string;
  readonly kind: 'channel' | 'im';
  readonly topic: string;
  readonly botIn: boolean;
  readonly person?: string;
};

export type Reaction = { readonly name: string; readonly people: readonly string[] };

/** A long paste, which Slack's clients turn into a text file. */
export type Snippet = {
  readonly id: string;
  readonly title: string;
  readonly size: number;
  readonly lines: number;
  readonly preview: string;
};

/**
 * One message. `to` makes it private to one person. `version` counts its changes; `edited` is the mark that people see.
 * `client` names the browser tab that wrote it.
 */
export type Message = {
  readonly channel: string;
  readonly ts: string;
  readonly by: string;
  readonly text: string;
  readonly blocks?: readonly Block[];
  readonly thread?: string;
  readonly to?: string;
  readonly client?: string;
  readonly edited?: { readonly by: string; readonly ts: string };
  readonly version: number;
  readonly snippet?: Snippet;
  readonly reactions: readonly Reaction[];
  /** Its author deleted it, but its thread lives on. */
  readonly deleted?: true;
  readonly broadcast?: true;
};

export type View = ViewShape & { readonly id: string };

/** How the app's own door answers: `silent` says why an event could not be delivered. */
export type AppHealth =
  | { readonly kind: 'unknown' | 'answering' }
  | { readonly kind: 'silent'; readonly reason: string };

export type Shortcut = { readonly name: string; readonly kind: 'message' | 'global'; readonly callback: string };
export type Command = { readonly command: string; readonly description: string; readonly usage: string };
export type Sample = { readonly title: string; readonly text: string };

export type Prompt = { readonly title: string; readonly message: string };

/** What the app puts round somebody's direct messages with it; titles and statuses by thread. */
export type Talk = {
  readonly channel: string;
  readonly prompts: readonly Prompt[];
  readonly titles: Readonly<Record<string, string>>;
  readonly statuses: Readonly<Record<string, string>>;
};

export type Snapshot = {
  readonly team: { readonly id: string; readonly name: string };
  readonly app: {
    readonly user: string;
    readonly name: string;
    readonly commands: readonly Command[];
    readonly shortcuts: readonly Shortcut[];
  };
  readonly people: readonly Person[];
  readonly channels: readonly Channel[];
  readonly messages: readonly Message[];
  /** Home tabs by person. */
  readonly homes: Readonly<Record<string, View>>;
  readonly talks: readonly Talk[];
  readonly samples: readonly Sample[];
  readonly health: AppHealth;
};

/** What the stream tells the page; the first thing on every connection is a snapshot. */
export type Told =
  | { readonly kind: 'snapshot'; readonly snapshot: Snapshot }
  | { readonly kind: 'message'; readonly message: Message }
  | { readonly kind: 'gone'; readonly channel: string; readonly ts: string }
  | { readonly kind: 'home'; readonly person: string; readonly view: View }
  | { readonly kind: 'talk'; readonly talk: Talk }
  | { readonly kind: 'view'; readonly client: string; readonly how: 'open' | 'push' | 'update'; readonly view: View }
  | { readonly kind: 'health'; readonly health: AppHealth };

/** How a form's submission ended: errors are keyed by block. */
export type Submitted =
  | { readonly kind: 'closed' | 'replaced' | 'cleared' }
  | { readonly kind: 'errors'; readonly errors: Readonly<Record<string, string>> }
  | { readonly kind: 'failed'; readonly reason: string };

/** What somebody chose or wrote in one element: options by value, people and channels by id, text as it is. */
export type Choice = { readonly block: string; readonly action: string; readonly values: readonly string[] };
