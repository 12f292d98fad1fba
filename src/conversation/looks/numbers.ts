// What a channel or a workspace went through lately, and the checklists that somebody still has open.
import { checklistOf } from '../checklist.ts';
import { bold, plain } from '../line.ts';
import type { Block, Line } from '../reply.ts';
import { TEXTS } from '../texts.ts';
import type { Tally, Thread } from '../thread.ts';
import type { Context } from '../turn.ts';
import type { Row } from './page.ts';

const DAY_MS = 86_400_000;
export const STATS_DAYS = 7;
export const STATS_MS = STATS_DAYS * DAY_MS;

/** More open checklists than these nobody works on at a time. */
export const MOST_MINE = 10;
const MOST_ENTRIES = 5;

type Entries = Context['entries'];

/** How many, how they ended, what they were about, and how many nobody had an entry for. */
export function statsBlocks(tallies: readonly Tally[], entries: Entries): Block[] {
  const sum = (is: (one: Tally) => boolean): number => tallies.filter(is).reduce((all, { count }) => all + count, 0);
  const of = (state: Thread['state']) => sum(one => one.state === state);
  const all = sum(() => true);
  if (all === 0) return [{ kind: 'text', text: [plain(TEXTS.noStats(STATS_DAYS))] }];
  const unknown = sum(({ entry }) => entry === undefined);
  const ids = [...new Set(tallies.flatMap(({ entry }) => entry ?? []))];
  const items = ids
    .map(id => ({
      title: entries.get(id)?.title ?? id,
      count: sum(({ entry }) => entry === id),
      solved: sum(({ entry, state }) => entry === id && state === 'solved'),
    }))
    .toSorted((a, b) => b.count - a.count || (a.title < b.title ? -1 : 1))
    .slice(0, MOST_ENTRIES)
    .map(({ title, count, solved }) => [plain(`${title}: `), bold(TEXTS.timesSolved(count, solved))]);
  return [
    { kind: 'text', text: [plain(TEXTS.stats(all, of('solved'), of('handed-over'), of('open')))] },
    ...(items.length > 0 ? [{ kind: 'list', items } as const] : []),
    ...(unknown > 0 ? [{ kind: 'text', text: [plain(TEXTS.unknownErrors(unknown))] } as const] : []),
  ];
}

/** Each with how far it is and the way to its thread; a thread whose entry was removed has no list any more. */
export const openLists = (threads: readonly Thread[], entries: Entries): Row[] =>
  threads.flatMap(thread => {
    const entry = thread.entry === undefined ? undefined : entries.get(thread.entry);
    if (!entry || thread.checklists === 0) return [];
    const steps = checklistOf(entry, thread);
    const done = steps.filter(({ tick }) => tick).length;
    const text: Line = [bold(entry.title), plain(` · ${TEXTS.doneSince(done, steps.length, thread.openedAt)}`)];
    return [{ kind: 'row', text, open: thread.place } as const];
  });
