// How something that a person does in the client ends: done, or refused with a sentence that the page can show.
import type { Conversation, Message, Person } from '../protocol.ts';
import { conversationOf, personIn, type Tenant } from '../tenant.ts';

export type Outcome<Result = unknown> =
  | { readonly kind: 'done'; readonly result: Result }
  | { readonly kind: 'refused'; readonly reason: string };

export const done = <Result>(result: Result): Outcome<Result> => ({ kind: 'done', result });
export const refused = (reason: string): Outcome<never> => ({ kind: 'refused', reason });

export const GONE = refused('That is no longer there.');

export type At = { readonly by: Person; readonly conversation: Conversation };

/** Only people act, and only where they are members. */
export function placeFor(
  tenant: Tenant,
  asked: { readonly as: string; readonly conversation: string },
): At | undefined {
  const by = personIn(tenant, asked.as);
  const conversation = by && !by.bot ? conversationOf(tenant, asked.conversation, by.id) : undefined;
  return by && conversation ? { by, conversation } : undefined;
}

export type AtMessage = At & { readonly message: Message; readonly thread?: string };

/** A message that this person sees, and the thread that it stands in. */
export function messageFor(
  tenant: Tenant,
  asked: { readonly as: string; readonly conversation: string; readonly id: string },
): AtMessage | undefined {
  const at = placeFor(tenant, asked);
  const message = at && tenant.messages.find(at.conversation.id, asked.id);
  if (!at || !message || message.deleted || (message.to && message.to !== at.by.id)) return undefined;
  return { ...at, message, ...(at.conversation.kind === 'channel' && { thread: message.thread ?? message.id }) };
}
