// What the knowledge base could not answer in a channel lately: whoever writes entries begins here.
import { bold, code, plain } from '../line.ts';
import type { Block, Line } from '../reply.ts';
import { TEXTS } from '../texts.ts';
import type { Tally, Thread } from '../thread.ts';
import type { Context } from '../turn.ts';

const DAY_MS = 86_400_000;
export const GAPS_DAYS = 30;
export const GAPS_MS = GAPS_DAYS * DAY_MS;

/** `unanswered`: threads that no entry was found for, the latest change first. `tallies`: all threads of the same time. */
export type Gaps = { readonly unanswered: readonly Thread[]; readonly tallies: readonly Tally[] };

/** More of each nobody takes up at a time. */
const MOST_SHOWN = 8;

export function gapBlocks({ unanswered, tallies }: Gaps, entries: Context['entries']): Block[] {
  const unknown = Map.groupBy(unanswered, thread => kindOf(excerptOf(thread.opening ?? '')));
  const rows = [...unknown.values()].toSorted((a, b) => b.length - a.length).slice(0, MOST_SHOWN);
  const short = shortOf(tallies).slice(0, MOST_SHOWN);
  if (rows.length === 0 && short.length === 0) return [{ kind: 'text', text: [plain(TEXTS.noGaps(GAPS_DAYS))] }];
  return [
    ...section(TEXTS.unknownErrors(sum(tallies.filter(isUnknown))), rows.map(unknownLine)),
    ...section(
      TEXTS.fellShort,
      short.map(({ entry, failed, of }) => [
        plain(`${entries.get(entry)?.title ?? entry}: `),
        bold(TEXTS.failedOf(failed, of)),
      ]),
    ),
    { kind: 'quiet', text: [plain(TEXTS.closeGaps)] },
  ];
}

const section = (title: string, items: readonly Line[]): Block[] =>
  items.length === 0
    ? []
    : [
        { kind: 'text', text: [plain(title)] },
        { kind: 'list', items },
      ];

function unknownLine(alike: readonly Thread[]): Line {
  const [latest] = alike;
  if (!latest) return [];
  const told = TEXTS.timesLast(alike.length, latest.openedAt);
  return [
    code(excerptOf(latest.opening ?? '')),
    plain(` ${told} `),
    { kind: 'place', text: TEXTS.openThread, place: latest.place },
  ];
}

/** Answers after which a person was needed, that nobody finished, or that were not the problem: the most frequent first. */
function shortOf(
  tallies: readonly Tally[],
): { readonly entry: string; readonly failed: number; readonly of: number }[] {
  const byEntry = Map.groupBy(tallies, ({ entry }) => entry);
  return [...byEntry]
    .flatMap(([entry, of]) => (entry === undefined ? [] : [{ entry, failed: sum(of.filter(fell)), of: sum(of) }]))
    .filter(({ failed }) => failed > 0)
    .toSorted((a, b) => b.failed - a.failed || a.of - b.of);
}

/** Of `unanswered` only the latest are at hand. */
const isUnknown = ({ entry }: Tally): boolean => entry === undefined;
const fell = ({ state }: Tally): boolean => state === 'handed-over' || state === 'stale' || state === 'dismissed';
const sum = (tallies: readonly Tally[]): number => tallies.reduce((all, { count }) => all + count, 0);

/** Characters of an error that tell it from others. */
const LONGEST_EXCERPT = 140;
const TELLING =
  /error|exception|denied|fail|unauthori[sz]ed|forbidden|invalid|expired|refused|rejected|cannot|could not|\b40[13]\b/i;

/** The line of a paste that says what went wrong; the first one where none does. */
function excerptOf(opening: string): string {
  const lines = opening.split('\n').flatMap(line => line.trim() || []);
  return (lines.find(line => TELLING.test(line)) ?? lines[0] ?? '').slice(0, LONGEST_EXCERPT);
}

/** The same error with another request id or time is one gap. */
const kindOf = (excerpt: string): string => excerpt.toLowerCase().replace(/[0-9a-f]*\d[0-9a-f]*/g, '#');
