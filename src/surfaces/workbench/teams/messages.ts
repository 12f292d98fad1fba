// Every message of the stand-in tenant, in memory and in order.
import type { Message } from './protocol.ts';

/** A workbench left running must not grow for ever: the oldest messages of a conversation fall out. */
const KEPT_PER_CONVERSATION = 5_000;

export type Messages = ReturnType<typeof createMessages>;

export function createMessages() {
  const conversations = new Map<string, Map<string, Message>>();
  const of = (conversation: string): Map<string, Message> => {
    const known = conversations.get(conversation) ?? new Map<string, Message>();
    conversations.set(conversation, known);
    return known;
  };
  return {
    put: (message: Message): void => {
      const kept = of(message.conversation).set(message.id, message);
      const [oldest] = kept.keys();
      if (kept.size > KEPT_PER_CONVERSATION && oldest) kept.delete(oldest);
    },
    find: (conversation: string, id: string): Message | undefined => of(conversation).get(id),
    all: (): readonly Message[] => [...conversations.values()].flatMap(kept => [...kept.values()]),
  };
}
