// One outage, many people: the later ones are pointed to the first thread, and the people on call hear of it once.
import { nameOf, type Person, type Place, placeKey } from '../chat-event.ts';
import { plain } from '../line.ts';
import type { Line, Reply } from '../reply.ts';
import { TEXTS } from '../texts.ts';
import type { Thread } from '../thread.ts';
import type { Context, Turn } from '../turn.ts';
import { isOpen } from './hours.ts';

const MINUTE_MS = 60_000;
/** Design, issue 5: the third message of the same entry in a channel within 15 minutes. */
const OUTAGE_MINUTES = 15;
const OUTAGE_PEOPLE = 3;
export const OUTAGE_MS = OUTAGE_MINUTES * MINUTE_MS;

/** The turn for one of many; undefined where it is a problem of its own. `thread` is the one that would be opened. */
export function pointToOutage(thread: Thread, key: string, context: Context): Turn | undefined {
  const same = sameBefore(thread, context.nearby ?? []);
  if (peopleOf([...same, thread]).size < OUTAGE_PEOPLE) return undefined;
  // The first may be older by now than what counts as nearby: those pointed to it still know it.
  const pointed = same.find(other => other.pointedTo !== undefined)?.pointedTo;
  const to = { ...thread.place, thread: pointed ?? same[0]?.place.thread ?? '' };
  return {
    thread: { ...thread, pointedTo: to.thread },
    replies: [pointer(key, to), ...(pointed !== undefined ? [] : [notice(to, [...same.slice(1), thread], context)])],
    counted: ['pointed to an outage'],
  };
}

/** Several messages of one person are no outage. */
const peopleOf = (threads: readonly Thread[]): Set<Person['id']> => new Set(threads.map(({ asker }) => asker.id));

const sameBefore = (thread: Thread, nearby: readonly Thread[]): Thread[] =>
  nearby
    .filter(
      other =>
        other.entry === thread.entry &&
        other.state !== 'dismissed' &&
        other.place.thread !== thread.place.thread &&
        Math.abs(thread.openedAt - other.openedAt) < OUTAGE_MS,
    )
    .toSorted((a, b) => a.openedAt - b.openedAt);

function pointer(key: string, place: Place): Reply {
  const text: Line = [
    plain(`${TEXTS.sameAsThere} `),
    { kind: 'place', text: TEXTS.firstThread, place },
    plain(`. ${TEXTS.stillHere}`),
  ];
  return {
    id: `${key}#1`,
    summary: `${TEXTS.sameAsThere} ${TEXTS.firstThread}. ${TEXTS.stillHere}`,
    blocks: [{ kind: 'text', text }],
  };
}

/** Into the first thread, once: its id is the thread's, so that a second one is a repeat. Calls nobody outside their hours. */
function notice(place: Place, others: readonly Thread[], { settings }: Context): Reply {
  const at = Math.max(...others.map(({ openedAt }) => openedAt));
  const said = TEXTS.outage(others.length + 1, OUTAGE_MINUTES);
  return {
    id: `outage/${placeKey(place)}`,
    place,
    summary: said,
    blocks: [
      { kind: 'text', text: [...callsOf(settings, at), plain(said)] },
      {
        kind: 'list',
        items: others.map(other => [{ kind: 'place', text: TEXTS.threadOf(nameOf(other.asker)), place: other.place }]),
      },
    ],
  };
}

/** The helpers get one notice: the group that stands for them where there is one, else each by name. */
function callsOf({ escalateTo, helpers, hours }: Context['settings'], at: number): Line {
  if (hours && !isOpen(hours, at)) return [];
  if (escalateTo !== undefined) return [{ kind: 'group', id: escalateTo }, plain(' ')];
  return [...helpers].flatMap(id => [{ kind: 'person', id } as const, plain(' ')]);
}
