// What the Teams view of the page and its server say to each other. Types only: the page bundles none of the server.
import type { AppHealth, Sample } from '../protocol.ts';

/** `id` is the account's id as bots see it (`29:…`), `directory` the person's in the tenant. */
export type Person = { readonly id: string; readonly directory: string; readonly name: string; readonly bot: boolean };

export type ConversationKind = 'channel' | 'group' | 'personal';

/**
 * `hears`: everything, where the team's owner consented to that; else only messages that mention the app.
 * `person`: whose own chat with the app this is.
 */
export type Conversation = {
  readonly id: string;
  readonly kind: ConversationKind;
  readonly name: string;
  readonly topic: string;
  readonly hears: 'everything' | 'mentions';
  readonly team?: { readonly id: string; readonly name: string };
  readonly person?: string;
};

/** A text file that somebody attached; its content stays on the server. */
export type File = { readonly id: string; readonly name: string; readonly bytes: number };

/** An Adaptive Card as the app sent it. */
export type Card = Readonly<Record<string, unknown>>;

/**
 * One message: what was typed, a card, or a file. `thread` is the post that it answers, in channels; `to` makes it visible to one
 * person alone; `at` is in milliseconds since 1970; `version` counts its changes; `client` names the browser tab.
 */
export type Message = {
  readonly conversation: string;
  readonly id: string;
  readonly at: number;
  readonly by: string;
  readonly typed: string;
  readonly card?: Card;
  readonly file?: File;
  readonly thread?: string;
  readonly to?: string;
  readonly client?: string;
  readonly version: number;
  readonly edited?: true;
  readonly deleted?: true;
};

/** A command of the app's manifest: choosing one only writes its words. */
export type Command = { readonly title: string; readonly description: string };

export type Snapshot = {
  readonly organisation: string;
  readonly app: { readonly id: string; readonly name: string; readonly commands: readonly Command[] };
  readonly people: readonly Person[];
  readonly conversations: readonly Conversation[];
  readonly messages: readonly Message[];
  readonly samples: readonly Sample[];
  readonly health: AppHealth;
};

/** What the stream tells the page; the first thing on every connection is a snapshot. */
export type Told =
  | { readonly kind: 'snapshot'; readonly snapshot: Snapshot }
  | { readonly kind: 'message'; readonly message: Message }
  | { readonly kind: 'health'; readonly health: AppHealth };

/** What came of pressing something in a card: a card for the one who pressed, words, or nothing to see. */
export type Pressed =
  | { readonly kind: 'card'; readonly card: Card }
  | { readonly kind: 'said'; readonly text: string }
  | { readonly kind: 'nothing' };

/** What a message extension shows: a dialog with a card, words, or nothing more. */
export type Dialog =
  | { readonly kind: 'card'; readonly title: string; readonly card: Card }
  | { readonly kind: 'said'; readonly text: string }
  | { readonly kind: 'closed' };

export type Found = { readonly title: string; readonly text: string; readonly card: Card };
