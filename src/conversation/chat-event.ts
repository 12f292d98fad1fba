// What happened on a surface, in words that no platform owns. Raw in its text until it is redacted.
import type { Redaction } from '../redaction/redact.ts';

/** Where a conversation stands: one thread of one channel of one workspace. `thread` is the id of its opening message. */
export type Place = {
  readonly surface: string;
  readonly workspace: string;
  readonly channel: string;
  readonly thread: string;
};

/** Who did it: the platform's id, and the name to show where ticks are signed; the id again where no name is known. */
export type Person = { readonly id: string; readonly name: string };

/** Undefined where nothing but the id is known: nobody reads their own name in that. */
export const nameOf = ({ id, name }: Person): string | undefined => (name === id ? undefined : name);

/**
 * One event. `key` is natural: the same event delivered twice has the same key. `at` is in milliseconds since 1970,
 * by the platform's clock.
 */
type Happened = {
  readonly key: string;
  readonly at: number;
  readonly place: Place;
  readonly by: Person;
};

/**
 * `addressed`: a mention, a direct message, a command: somebody expects a reply. `unread`: so many files came with it that
 * could not be read.
 */
type Written<Text> = Happened & { readonly text: Text; readonly addressed: boolean; readonly unread?: number };
export type MessagePasted<Text> = Written<Text> & { readonly kind: 'message-pasted' };
export type FollowUpWritten<Text> = Written<Text> & { readonly kind: 'follow-up-written' };
/**
 * A command such as `/creds`; its answer is private. `provider` is whose error it is, where a form asked. `returnPath` is the
 * surface's own way back to the one who asked. `direct`: in a talk with the bot alone, so it is about no channel.
 */
export type CommandGiven<Text> = Happened & {
  readonly kind: 'command-given';
  readonly text: Text;
  readonly provider?: string;
  readonly returnPath?: string;
  readonly direct?: true;
};
/**
 * The whole set of ticked steps as the platform reports it, so that a repeat does no harm; `shown` is what could be ticked,
 * in `message`. `before` is what was ticked there when it was drawn: only what differs from it did this person change.
 */
export type StepsChecked = Happened & {
  readonly kind: 'steps-checked';
  readonly entry: string;
  readonly message: string;
  readonly shown: readonly string[];
  readonly checked: readonly string[];
  readonly before?: readonly string[];
};
/** `shown`: the surface has shown on a page what the button asks for, so nothing is left to say; it only counts. */
export type ButtonPressed = Happened & {
  readonly kind: 'button-pressed';
  readonly shown?: true;
  readonly button: ButtonName;
  readonly value: string;
  readonly message: string;
  readonly returnPath?: string;
};
export type MessageDeleted = Happened & { readonly kind: 'message-deleted' };

export type ChatEvent<Text = string> =
  | MessagePasted<Text>
  | FollowUpWritten<Text>
  | CommandGiven<Text>
  | StepsChecked
  | ButtonPressed
  | MessageDeleted;

/** An event whose text holds no secret any more, with what was found in it: all that is matched, queued or stored. */
export type RedactedEvent = ChatEvent<Redaction>;

/** The buttons that a reply can carry; each has a typed form as well. */
export const BUTTON_NAMES = [
  'solved',
  'still-stuck',
  'not-my-problem',
  'ask-a-person',
  'choose-entry',
  'none-of-these',
  'advanced',
  'questions',
  'related',
  'details',
  'ask-question',
  'outcome',
  'share',
  'call-anyway',
] as const;
export type ButtonName = (typeof BUTTON_NAMES)[number];

export const isButtonName = (name: string): name is ButtonName => BUTTON_NAMES.some(known => known === name);

/** One line that names a thread: jobs of one thread run one at a time under it. */
export const placeKey = (place: Place): string =>
  [place.surface, place.workspace, place.channel, place.thread].join('/');
