// What Teams tells once and never again, kept for later: where a conversation is reached, who is who, which card belongs where.
import { z } from 'zod';
import { type Place, placeKey } from '../../conversation/chat-event.ts';
import { type Activity, kindOf, splitConversation, tenantOf } from './activity/activity.ts';

/**
 * Where references are kept. Keys begin with what they are: `conversation/`, `person/`, `personal/` and `chat/` are of
 * use as long as the bot is installed; `card/` and `turn/` for as long as threads are kept, `turn/` not beyond a day.
 */
export type References = {
  readonly get: (key: string) => Promise<string | undefined>;
  readonly set: (key: string, value: string) => Promise<void>;
};

export function createReferences(): References {
  const kept = new Map<string, string>();
  return {
    get: async key => kept.get(key),
    set: async (key, value) => {
      kept.set(key, value);
    },
  };
}

const conversation = z.object({
  serviceUrl: z.string(),
  bot: z.object({ id: z.string(), name: z.string() }),
  kind: z.enum(['channel', 'group', 'personal']),
});
/** How a conversation is reached: the address that the platform gave with its latest activity, and who we are there. */
export type Conversation = z.infer<typeof conversation>;

const chat = z.object({ thread: z.string(), at: z.number() });

/** `thread` is the one that the card is part of; `origin` is where a private card was asked for. */
const card = z.object({
  thread: z.string().exactOptional(),
  origin: z.object({ channel: z.string(), thread: z.string() }).exactOptional(),
});
export type Card = z.infer<typeof card>;

/** A chat has no threads of its own: what is said within this time after the last word belongs together. */
const CHAT_QUIET_MS = 8 * 3_600_000;
/** How stale the time of the last word may become before it is written again. */
const CHAT_TOUCH_MS = 10 * 60_000;
/** Values that this process wrote are not written again; the oldest of more than these are forgotten. */
const MOST_WRITTEN = 5_000;

export type Memory = ReturnType<typeof createMemory>;

export function createMemory(references: References) {
  const write = createWrite(references);
  const read = async <T>(key: string, shape: z.ZodType<T>): Promise<T | undefined> => {
    const value = await references.get(key);
    return value === undefined ? undefined : shape.parse(JSON.parse(value));
  };
  const keyOf = (kind: string, workspace: string, id: string): string => `${kind}/${workspace}/${id}`;
  return {
    /** From every activity that proved to be the platform's: its way back, and who the person is to this bot. */
    meet: async (activity: Activity): Promise<void> => {
      const tenant = tenantOf(activity);
      const { channel } = splitConversation(activity.conversation.id);
      await write(keyOf('conversation', tenant, channel), {
        serviceUrl: activity.serviceUrl,
        bot: { id: activity.recipient.id, name: activity.recipient.name ?? '' },
        kind: kindOf(activity),
      });
      const { id, aadObjectId } = activity.from;
      if (aadObjectId) await write(keyOf('person', tenant, aadObjectId), id);
    },
    conversation: (workspace: string, channel: string) => read(keyOf('conversation', workspace, channel), conversation),
    /** The id by which the platform knows a person to this bot (`29:…`); their directory id where they never wrote here. */
    account: async (workspace: string, person: string): Promise<string> =>
      (await read(keyOf('person', workspace, person), z.string())) ?? person,
    personalChat: (workspace: string, person: string) => read(keyOf('personal', workspace, person), z.string()),
    meetPersonalChat: async ({ workspace, channel }: Place, person: string, way: Conversation): Promise<void> => {
      await write(keyOf('conversation', workspace, channel), { ...way, kind: 'personal' });
      await write(keyOf('personal', workspace, person), channel);
    },
    /** The thread that a chat is at, unless it has been quiet for long. */
    chatThread: async (workspace: string, channel: string, now: number): Promise<string | undefined> => {
      const known = await read(keyOf('chat', workspace, channel), chat);
      return known && now - known.at < CHAT_QUIET_MS ? known.thread : undefined;
    },
    touchChat: async ({ workspace, channel, thread }: Place, at: number): Promise<void> => {
      const key = keyOf('chat', workspace, channel);
      const known = await read(key, chat);
      if (known?.thread === thread && at - known.at < CHAT_TOUCH_MS) return;
      await references.set(key, JSON.stringify({ thread, at }));
    },
    card: (workspace: string, channel: string, message: string) =>
      read(keyOf('card', workspace, `${channel}/${message}`), card),
    rememberCard: ({ workspace, channel }: Place, message: string, to: Card) =>
      write(keyOf('card', workspace, `${channel}/${message}`), to),
    turn: (place: Place, turn: string) => read(`turn/${placeKey(place)}/${turn}`, z.string()),
    rememberTurn: (place: Place, turn: string, message: string) => write(`turn/${placeKey(place)}/${turn}`, message),
  };
}

/** Most activities tell nothing new: a channel's chatter must not cost a write for each message. */
function createWrite(references: References): (key: string, value: unknown) => Promise<void> {
  const written = new Map<string, string>();
  return async (key, value) => {
    const text = JSON.stringify(value);
    if (written.get(key) === text) return;
    await references.set(key, text);
    written.set(key, text);
    const oldest = written.size > MOST_WRITTEN ? written.keys().next().value : undefined;
    if (oldest !== undefined) written.delete(oldest);
  };
}
