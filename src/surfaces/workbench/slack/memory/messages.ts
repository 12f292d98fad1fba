// Every message of the stand-in workspace, in memory and in order.
import type { Message } from '../../protocol.ts';

/** Metadata is the app's own note on a message; the page never sees it. */
export type Stored = Message & { readonly metadata?: unknown };

/** A workbench left running must not grow for ever: the oldest messages of a channel fall out. */
const KEPT_PER_CHANNEL = 5_000;

export type Messages = {
  readonly put: (message: Stored) => void;
  readonly remove: (channel: string, ts: string) => void;
  readonly find: (channel: string, ts: string) => Stored | undefined;
  readonly inChannel: (channel: string) => readonly Stored[];
  readonly all: () => readonly Stored[];
};

export function createMessages(): Messages {
  const channels = new Map<string, Map<string, Stored>>();
  const of = (channel: string): Map<string, Stored> => {
    const known = channels.get(channel) ?? new Map<string, Stored>();
    channels.set(channel, known);
    return known;
  };
  return {
    put: message => {
      const kept = of(message.channel).set(message.ts, message);
      const [oldest] = kept.keys();
      if (kept.size > KEPT_PER_CHANNEL && oldest) kept.delete(oldest);
    },
    remove: (channel, ts) => void of(channel).delete(ts),
    find: (channel, ts) => of(channel).get(ts),
    inChannel: channel => [...of(channel).values()],
    all: () => [...channels.values()].flatMap(kept => [...kept.values()]),
  };
}

/** What everybody sees of a thread, its opening message first. */
export const threadOf = (messages: Messages, channel: string, ts: string): readonly Stored[] =>
  messages.inChannel(channel).filter(one => !one.to && (one.ts === ts || one.thread === ts));

export const repliesTo = (messages: Messages, message: Message): readonly Stored[] =>
  threadOf(messages, message.channel, message.ts).filter(one => one.thread === message.ts);
