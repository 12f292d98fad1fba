// What we know of one conversation, from the first reply until it is forgotten.
import type { Evidence } from '../matching/match.ts';
import type { RedactedText } from '../redaction/redact.ts';
import type { Person, Place } from './chat-event.ts';

/** A step done: who ticked it, and when in milliseconds since 1970. */
export type Tick = { readonly step: string; readonly by: Person; readonly at: number };

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
  readonly candidates: readonly string[];
  readonly dismissed: readonly string[];
  readonly ticks: readonly Tick[];
  readonly tried: readonly string[];
  /** The step that somebody asked about or was led to; otherwise the first open one is at hand. */
  readonly focus?: string;
  readonly advanced: boolean;
  /** Counts the checklists posted in this thread: each has a slot of its own, so that older ones stay as they are. */
  readonly checklists: number;
  readonly heard: readonly Heard[];
  /** Who ended it (solved, handed over, dismissed), while it is not open. */
  readonly endedBy?: Person;
};

/** The slot of the checklist in force. */
export const checklistSlot = (thread: Thread): string => `checklist-${thread.checklists}`;
