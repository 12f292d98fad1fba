// The Store contract: threads, what was posted for them, and the work that follows, kept in one database.
import type { Place } from '../conversation/chat-event.ts';
import type { Tally, Thread } from '../conversation/thread.ts';
import type { Watched } from './watch-rows.ts';

/**
 * A piece of work. `key` is natural and names its workspace: adding it twice changes nothing, even after it was done. Jobs
 * of one `lane` run one at a time, in the order they were added: one that is due later holds up those behind it, so a nudge
 * gets a lane of its own. `body` is JSON. `dueAt` is in milliseconds since 1970.
 */
export type NewJob = {
  readonly key: string;
  readonly kind: string;
  readonly lane: string;
  readonly body: unknown;
  readonly dueAt: number;
};

/**
 * What one turn leaves behind, committed together or not at all: the thread (only if the stored version is still
 * `thread.version`; it is saved as version + 1), the jobs that follow, the counters that go up by one (those of the
 * thread's workspace, or of `workspace` where there is no thread), and the job that this turn finishes. `removes`: a thread
 * goes, with all that was posted for it, because its opening message was deleted. `saw`: the turn was decided by what else
 * stood in its channel. `watched`: how a channel is listened to from now on.
 */
export type Commit = {
  readonly thread?: Thread;
  readonly jobs: readonly NewJob[];
  readonly counted: readonly string[];
  readonly workspace?: string;
  readonly finishes?: string;
  readonly removes?: Place;
  readonly saw?: Saw;
  readonly watched?: Watched;
  readonly now: number;
};

/** Which threads about an entry were among those that fit: should there be others by now, the turn is to be taken again. */
export type Saw = { readonly among: ThreadFilter; readonly entry: string; readonly threads: readonly string[] };

/**
 * `conflict`: somebody saved the thread in between, or one that the turn should have seen. `repeat`: the job that this turn finishes is not open any more, so
 * its turn was taken before. In both cases nothing was written.
 */
export type CommitOutcome = 'saved' | 'conflict' | 'repeat';

/** A message of ours as it stands on the platform. */
export type Posted = { readonly place: Place; readonly slot: string; readonly message: string };

/** Which threads are looked for: all that is given must be so. `changedSince` is in milliseconds since 1970. */
export type ThreadFilter = {
  readonly workspace: string;
  readonly surface?: string;
  readonly channel?: string;
  readonly asker?: string;
  readonly state?: Thread['state'];
  /** Only those that no entry was found for. */
  readonly unanswered?: true;
  readonly changedSince?: number;
  /** At most so many; 100 where nothing is said. */
  readonly most?: number;
};

export type TallyFilter = Pick<ThreadFilter, 'workspace' | 'surface' | 'channel' | 'changedSince'>;

export interface Store {
  /** The thread at a place, or undefined when it is none of ours. */
  thread(place: Place): Promise<Thread | undefined>;
  /** Resolves when the turn is safe on disk. */
  commit(commit: Commit): Promise<CommitOutcome>;
  /** The platform's id of the message that fills a slot. */
  posted(place: Place, slot: string): Promise<string | undefined>;
  recordPosted(posted: Posted): Promise<void>;
  /** Those that fit, the latest change first. */
  threads(filter: ThreadFilter): Promise<readonly Thread[]>;
  /** How many of those that fit are about which entry, and in which state. */
  tally(filter: TallyFilter): Promise<readonly Tally[]>;
  /** Every channel for which a maintainer said how it is listened to. */
  watches(): Promise<readonly Watched[]>;
  /** The counters of a workspace, or of all together, by name. */
  counts(workspace?: string): Promise<Readonly<Record<string, number>>>;
  close(): Promise<void>;
}
