// What conversation returns: the replies or none, the next thread, what was understood, what is counted.
import type { Entry } from '../knowledge/entry.ts';
import type { SpeakingThresholds } from '../matching/decide.ts';
import type { Matcher } from '../matching/matcher.ts';
import type { RedactedText } from '../redaction/redact.ts';
import type { Act, Role } from './act.ts';
import type { Person } from './chat-event.ts';
import type { Gaps } from './looks/gaps.ts';
import type { Hours } from './moves/hours.ts';
import type { Mark } from './moves/marks.ts';
import type { Button, Reply } from './reply.ts';
import type { Tally, Thread } from './thread.ts';

/** `thread` is the next one, to be saved; undefined when nothing about it changed. */
export type Turn = {
  readonly act?: Act;
  readonly thread?: Thread;
  readonly replies: readonly Reply[];
  readonly marks?: readonly Mark[];
  /** How the channel is listened to from now on. */
  readonly watch?: Watch;
  readonly counted: readonly string[];
};

/**
 * When the bot speaks in a channel. `all`: as if every message were meant for it, silent where it knows nothing; `errors`: answers
 * credential errors by itself; `mention`: only when called; `off`: never.
 */
export const LISTEN = ['all', 'errors', 'mention', 'off'] as const;
export type Listen = (typeof LISTEN)[number];

/** Set by a maintainer's command, instead of what the configuration says. */
export type Watch = { readonly listen: Listen; readonly by: Person; readonly at: number };

/** What a turn may look at besides the event and the thread. Pure data and pure functions. */
export type Context = {
  readonly entries: ReadonlyMap<string, Entry>;
  readonly matcher: Matcher;
  readonly understand: Understand;
  readonly settings: Settings;
  /** Threads of the same channel that changed within the last minutes: several about one entry are one outage. */
  readonly nearby?: readonly Thread[];
  /** For the commands that ask for them: the open threads of whoever gave it, the channel's numbers, and its gaps. */
  readonly mine?: readonly Thread[];
  readonly tallies?: readonly Tally[];
  readonly gaps?: Gaps;
};

/** What the channel's configuration says. `escalateTo` is the platform's id of the group to call; `helpers` are people's ids. */
export type Settings = {
  readonly thresholds: SpeakingThresholds;
  /** In force: as `configured`, or else as it was set in `watch`. */
  readonly listen: Listen;
  readonly configured: Listen;
  readonly watch?: Watch;
  /** People's ids on this surface. */
  readonly maintainers: readonly string[];
  readonly escalateTo?: string;
  readonly helpers: ReadonlySet<string>;
  /** When the group may be called without asking first; absent: always. */
  readonly hours?: Hours;
  /** How commands begin on this surface, and whether one without words opens a form. */
  readonly command?: { readonly word: string; readonly hasForm: boolean };
  /** People who are told when somebody pastes a secret: its kind and the place. */
  readonly secretsReportedTo?: readonly string[];
};

export const commandOf = ({ command }: Settings): NonNullable<Settings['command']> =>
  command ?? { word: '/creds', hasForm: false };

/** Understands a follow-up: see follow-ups.ts. */
export type Understand = (followUp: FollowUp) => Act;
export type FollowUp = {
  readonly text: RedactedText;
  readonly role: Role;
  readonly addressed: boolean;
  readonly thread: Thread;
};

export const QUIET: Turn = { replies: [], counted: [] };

export const entryButton = (entry: Entry): Button => ({ button: 'choose-entry', value: entry.id, label: entry.title });
