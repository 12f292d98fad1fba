// What we know of one conversation, from the first reply until it is forgotten.
import type { Evidence } from '../matching/match.ts';
import type { RedactedText } from '../redaction/redact.ts';
import type { Person, Place } from './chat-event.ts';

/** A step dealt with: by whom, and when in milliseconds since 1970. `skipped`: it does not apply here. */
export type Tick = { readonly step: string; readonly by: Person; readonly at: number; readonly skipped?: true };

/**
 * What one person said about steps at one time. Kept, so that the ticks are the same whatever order reports arrive in.
 * `open`: open again, whoever ticked them; `own`: open again if the reporter had ticked them.
 */
export type TickReport = {
  readonly at: number;
  readonly by: Person;
  readonly done: readonly string[];
  readonly open: readonly string[];
  readonly skipped?: readonly string[];
  readonly own?: readonly string[];
};

/** A hand-over: when, by whom, and whether somebody who asked again was told so. */
export type Called = { readonly at: number; readonly by: Person; readonly reminded: boolean };

/** The look-alike that it might have been, by its title, and what in the message speaks against it. */
export type RuledOut = { readonly title: string; readonly quote: string };

export type ThreadState = 'open' | 'solved' | 'handed-over' | 'dismissed' | 'stale';

/** `act` as it was understood, for the hand-over and the counts. */
export type Heard = { readonly act: string; readonly by: string; readonly at: number };

/**
 * `version` counts saves: 0 is a thread not saved yet. `candidates` are what was offered when no entry was sure;
 * `dismissed` are entries that people said it is not; `tried` are the causes that "still stuck" has gone past.
 */
export type Thread = {
  readonly place: Place;
  readonly version: number;
  readonly state: ThreadState;
  readonly asker: Person;
  /** Absent where the thread began with a shared card. */
  readonly opening?: RedactedText;
  readonly openedAt: number;
  readonly changedAt: number;
  readonly entry?: string;
  readonly confidence?: number;
  readonly evidence: readonly Evidence[];
  readonly ruledOut?: RuledOut;
  readonly candidates: readonly string[];
  readonly dismissed: readonly string[];
  readonly ticks: readonly Tick[];
  /** What the ticks were made of, in the order of their times; absent before the first. */
  readonly reports?: readonly TickReport[];
  readonly tried: readonly string[];
  /** The step that somebody asked about or was led to; otherwise the first open one is at hand. */
  readonly focus?: string;
  readonly advanced: boolean;
  /** Counts the checklists posted in this thread: each has a slot of its own, so that older ones stay as they are. */
  readonly checklists: number;
  readonly heard: readonly Heard[];
  /** Who ended it (solved, handed over, dismissed), while it is not open. */
  readonly endedBy?: Person;
  readonly called?: Called;
  /** When it was asked whether it works now: once is enough. */
  readonly nudgedAt?: number;
  /** The thread of the same channel that this one was pointed to, when one outage hit many people. */
  readonly pointedTo?: string;
};

/** How many threads of a time are about an entry (about none where none was found) and in a state. */
export type Tally = { readonly entry?: string; readonly state: ThreadState; readonly count: number };

/** The slot of the checklist in force. */
export const checklistSlot = (thread: Thread): string => `checklist-${thread.checklists}`;
