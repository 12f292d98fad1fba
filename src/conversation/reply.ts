// A reply as a tree of plain blocks that any surface can draw. It says what, the surface says how.
import type { ButtonName, Place } from './chat-event.ts';

/**
 * A run of text in one style. All text is plain: the surface escapes it. `person` and `group` mention, and only those.
 * `place` leads to a thread, where the surface can link to one; elsewhere it is its text.
 */
export type Span =
  | { readonly kind: 'plain' | 'bold' | 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string }
  | { readonly kind: 'place'; readonly text: string; readonly place: Place }
  | { readonly kind: 'person' | 'group'; readonly id: string };

export type Line = readonly Span[];

/** One step as the checklist shows it: `note` tells who ticked it and when; the open one is the step at hand. */
export type ChecklistItem = {
  readonly step: string;
  readonly label: string;
  readonly done: boolean;
  readonly open: boolean;
  readonly note?: string;
};

export type Button = {
  readonly button: ButtonName;
  readonly value: string;
  readonly label: string;
  readonly primary?: boolean;
};

export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text' | 'quiet'; readonly text: Line }
  | { readonly kind: 'code'; readonly text: string }
  /** `numbered`: the items have numbers, so that they can be chosen by typing one. */
  | { readonly kind: 'list'; readonly items: readonly Line[]; readonly numbered?: true }
  | {
      readonly kind: 'checklist';
      readonly entry: string;
      readonly title: string;
      readonly items: readonly ChecklistItem[];
    }
  | { readonly kind: 'buttons'; readonly buttons: readonly Button[]; readonly more?: readonly Button[] }
  | { readonly kind: 'divider' };

/**
 * What a surface is asked to show. `id` is the turn's: a repeat of it must not be shown twice. A reply with a `slot`
 * can be replaced later by another of the same slot (`replaces`); `to` makes it private to one person, `direct` in their own
 * chat with the bot; `toChannel` puts it into the channel instead of the thread; `place` into another thread than the event's.
 */
export type Reply = {
  readonly id: string;
  readonly slot?: string;
  readonly replaces?: boolean;
  readonly to?: { readonly person: string; readonly returnPath?: string; readonly direct?: boolean };
  readonly toChannel?: boolean;
  readonly place?: Place;
  readonly summary: string;
  readonly blocks: readonly Block[];
};
