// The stand-in tenant as one value: what its parts need of each other and of the world outside.
import { createFiles, type Files } from './files.ts';
import { createMessages, type Messages } from './messages.ts';
import type { Conversation, Message, Person, Told } from './protocol.ts';
import { BOT, conversationsOf, peopleOf, type TeamsApp } from './town.ts';
import { createFailures, type Failures } from './wire/failures.ts';
import { createSender, type Sender } from './wire/sender.ts';

export type Tenant = {
  readonly app: TeamsApp;
  /** Where the app reaches this stand-in: the serviceUrl of every activity, and the address of files. */
  readonly serviceUrl: string;
  readonly now: () => number;
  /** Milliseconds since 1970, none of them given twice: what Teams takes for a message's id. */
  readonly nextId: () => string;
  readonly people: readonly Person[];
  readonly conversations: readonly Conversation[];
  readonly messages: Messages;
  readonly files: Files;
  readonly sender: Sender;
  readonly failures: Failures;
  readonly tell: (told: Told) => void;
};

export type TenantOptions = Pick<Tenant, 'app' | 'serviceUrl' | 'now' | 'tell'> & { readonly fetch: typeof fetch };

export function createTenant({ app, serviceUrl, now, tell, fetch }: TenantOptions): Tenant {
  const nextId = countedFrom(now);
  return {
    app,
    serviceUrl,
    now,
    nextId,
    people: peopleOf(app),
    conversations: conversationsOf(app, now().toString(36)),
    messages: createMessages(),
    files: createFiles(nextId),
    sender: createSender({ url: app.messagesUrl, fetch, tell }),
    failures: createFailures(),
    tell,
  };
}

/** Ids grow from the clock, so a stand-in that starts anew never repeats what an app has already stored. */
function countedFrom(now: () => number): () => string {
  let last = 0;
  return () => {
    last = Math.max(last + 1, now());
    return String(last);
  };
}

export const personIn = (tenant: Tenant, id: string): Person | undefined =>
  tenant.people.find(person => person.id === id || person.directory === id);

export const conversationIn = (tenant: Tenant, id: string): Conversation | undefined =>
  tenant.conversations.find(conversation => conversation.id === id);

/** A conversation that this person is in: everybody is in every team and in the group chat. */
export const conversationOf = (tenant: Tenant, id: string, person: string): Conversation | undefined => {
  const found = conversationIn(tenant, id);
  return found && (found.person === undefined || found.person === person) ? found : undefined;
};

/** Keeps a message, new or changed, and shows it on every page. */
export function show(tenant: Tenant, message: Message): Message {
  tenant.messages.put(message);
  tenant.tell({ kind: 'message', message });
  return message;
}

export const isByApp = ({ by }: Message): boolean => by === BOT;
