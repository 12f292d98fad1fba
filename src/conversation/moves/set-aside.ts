// A checklist that another one follows: its card stays, without anything to press, and says where it goes on.
import type { Entry } from '../../knowledge/entry.ts';
import { checklistOf } from '../checklist.ts';
import { plain } from '../line.ts';
import type { Reply } from '../reply.ts';
import { TEXTS } from '../texts.ts';
import { checklistSlot, type Thread } from '../thread.ts';
import type { Context } from '../turn.ts';

/** Nothing where the thread has no card yet. */
export function setAside(thread: Thread, key: string, { entries }: Context, why: string): Reply[] {
  const entry = thread.entry === undefined ? undefined : entries.get(thread.entry);
  if (!entry || thread.checklists === 0) return [];
  const tried = triedOf(entry, thread);
  return [
    {
      id: `${key}#aside`,
      slot: checklistSlot(thread),
      replaces: true,
      summary: `${entry.title}. ${why}`,
      blocks: [
        { kind: 'heading', text: entry.title },
        { kind: 'text', text: [plain(why)] },
        ...(tried ? [{ kind: 'quiet', text: [plain(tried)] } as const] : []),
      ],
    },
  ];
}

/** What was done, in words, if anything: for a card put aside, and for whoever takes over. */
export function triedOf(entry: Entry, thread: Thread): string | undefined {
  const done = checklistOf(entry, thread).filter(one => one.tick);
  if (done.length === 0) return undefined;
  const name = (one: (typeof done)[number]): string => one.step.do.replace(/\.$/, '');
  return TEXTS.tried(done.filter(one => !one.tick?.skipped).map(name), done.filter(one => one.tick?.skipped).map(name));
}
