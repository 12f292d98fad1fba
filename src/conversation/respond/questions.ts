// Questions that an entry answers, and the entries related to it.
import type { Entry } from '../../knowledge/entry.ts';
import type { Question as Asked } from '../act.ts';
import { line, plain } from '../line.ts';
import type { Button, Reply } from '../reply.ts';
import { TEXTS } from '../texts.ts';
import type { Thread } from '../thread.ts';
import { type Context, entryButton, QUIET, type Turn } from '../turn.ts';
import { GENERAL_PATH } from './opening.ts';

type Question = { readonly entry: string; readonly index: number; readonly faq: Entry['faq'][number] };

const questionsIn = (entry: Entry): Question[] => entry.faq.map((faq, index) => ({ entry: entry.id, index, faq }));

const questionButton = ({ entry, index, faq }: Question): Button => ({
  button: 'ask-question',
  value: `${entry}:${index}`,
  label: faq.ask,
});

export const questions = (entry: Entry, id: string): Reply =>
  choice(id, TEXTS.questionsOf(entry.title), questionsIn(entry).map(questionButton));

export function related(entry: Entry, id: string, { entries }: Context): Reply {
  const others = (entry.related ?? []).flatMap(other => entries.get(other) ?? []);
  return choice(id, others.length > 0 ? TEXTS.relatedTo(entry.title) : TEXTS.nothingRelated, others.map(entryButton));
}

const choice = (id: string, title: string, buttons: readonly Button[]): Reply => ({
  id,
  summary: title,
  blocks: [
    { kind: 'text', text: [plain(title)] },
    ...(buttons.length > 0 ? [{ kind: 'buttons', buttons } as const] : []),
  ],
});

/** By a button's value, `entry:index`. */
export function answerQuestion(value: string, id: string, thread: Thread | undefined, { entries }: Context): Turn {
  const at = value.lastIndexOf(':');
  const entry = entries.get(value.slice(0, at));
  const faq = entry?.faq[Number(value.slice(at + 1))];
  return entry && faq
    ? { replies: [faqReply(faq, id, entry, thread)], counted: [] }
    : { ...QUIET, counted: ['stale button'] };
}

/** What is true of another problem may not be of the thread's: it is said whose answer it is. */
export function faqReply(faq: Entry['faq'][number], id: string, entry: Entry, thread: Thread | undefined): Reply {
  const isElsewhere = thread?.entry !== undefined && entry.id !== thread.entry && entry.id !== GENERAL_PATH;
  return {
    id,
    summary: faq.answer,
    blocks: [
      { kind: 'text', text: [{ kind: 'bold', text: faq.ask }] },
      ...(isElsewhere ? [{ kind: 'quiet', text: [plain(TEXTS.saidOf(entry.title))] } as const] : []),
      { kind: 'text', text: line(faq.answer) },
    ],
  };
}

/** Issue 5: unsure and addressed, the nearest two are offered. */
const OFFERED = 2;

/** Asked for an answer that we may not have: the nearest questions as buttons, or an honest word. */
export function offerNearest(nearest: readonly Asked[], id: string, { entries }: Context): Reply {
  const near = nearest.slice(0, OFFERED).flatMap(({ entry, ask }) => {
    const known = entries.get(entry);
    return known ? questionsIn(known).filter(({ faq }) => faq.ask === ask) : [];
  });
  return near.length > 0
    ? choice(id, TEXTS.nearestQuestions, near.map(questionButton))
    : choice(id, TEXTS.dontKnow, []);
}
