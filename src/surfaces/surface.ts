// The Surface contract: our side of Slack, Teams or the workbench.
import type { ChatEvent, Place } from '../conversation/chat-event.ts';
import type { Mark } from '../conversation/moves/marks.ts';
import type { Reply } from '../conversation/reply.ts';

/**
 * The platform or the network failing. `rate-limited` says when to try again; `unreachable` may pass; `refused` will
 * not pass by itself (a revoked token, a channel we were thrown out of); `gone`: the message or thread is no more.
 * `remedy`: what an operator can do about it.
 */
export type Fault =
  | { readonly kind: 'rate-limited'; readonly retryAfterMs: number }
  | { readonly kind: 'unreachable' | 'refused' | 'gone'; readonly code: string; readonly remedy?: string };

export type Delivery =
  | { readonly kind: 'posted'; readonly message: string }
  | { readonly kind: 'fault'; readonly fault: Fault };

/** What a surface hands its events to; resolves when the event is safe, so that the platform may be told so. */
export type Receive = (event: ChatEvent) => Promise<void>;

export interface Surface {
  readonly name: string;
  /** Shows a reply: posts it, or replaces the message `posted` of the same slot. */
  deliver(place: Place, reply: Reply, posted?: string): Promise<Delivery>;
  /** The message that already shows a turn in its thread, if any: asked before a delivery is tried again. */
  find(place: Place, turn: string): Promise<Delivery | undefined>;
  /** Marks the message that opened a thread, or takes the mark away; absent where the platform has none. */
  mark?(place: Place, mark: Mark): Promise<Delivery>;
  start(): Promise<void>;
  stop(): Promise<void>;
}
