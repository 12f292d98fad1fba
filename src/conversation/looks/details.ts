// Everything about an answer that its message has no room for: why, what else it could be, and every step in full.
import type { Cause, Entry } from '../../knowledge/entry.ts';
import type { Evidence } from '../../matching/match.ts';
import { stepBlocks } from '../answer.ts';
import { checklistOf, type Numbered } from '../checklist.ts';
import { bold, code, line, link, plain } from '../line.ts';
import type { Block, Line } from '../reply.ts';
import { TEXTS } from '../texts.ts';
import type { Thread } from '../thread.ts';
import type { Context } from '../turn.ts';
import type { Page } from './page.ts';

/** `thread`: where this entry was answered; without one there is no evidence to show. */
export const detailsPage = (entry: Entry, thread: Thread | undefined, entries: Context['entries']): Page => ({
  title: thread ? TEXTS.pages.details : TEXTS.pages.allSteps,
  blocks: [
    { kind: 'heading', text: entry.title },
    { kind: 'text', text: line(entry.answer) },
    ...(thread ? evidenceBlocks(thread, entries) : []),
    { kind: 'divider' },
    { kind: 'heading', text: TEXTS.everyStep },
    ...causesInFull(entry, entry.causes, 0),
    { kind: 'divider' },
    { kind: 'quiet', text: [bold(`${TEXTS.whenToEscalate} `), ...line(entry.escalate)] },
    { kind: 'quiet', text: [code(entry.id), plain(` ${TEXTS.reviewed(entry.reviewed)}`)] },
    { kind: 'list', items: entry.sources.map(source => [link(addressOf(source), source)]) },
  ],
});

/** Further causes, and the offer to put their steps on the thread's list; nothing where the entry has none. */
export function advancedPage(entry: Entry, thread: Thread | undefined): Page | undefined {
  if (!entry.advanced) return undefined;
  const blocks: Block[] = [
    { kind: 'heading', text: entry.title },
    ...causesInFull(entry, entry.advanced, entry.causes.flatMap(cause => cause.steps).length),
  ];
  const page = { title: TEXTS.pages.advanced, blocks };
  if (!thread || thread.advanced) return page;
  return { ...page, submit: { button: 'advanced', value: entry.id, label: TEXTS.buttons.addToList } };
}

function evidenceBlocks({ confidence, evidence, candidates, ruledOut }: Thread, entries: Context['entries']): Block[] {
  const lines = evidenceLines(evidence);
  if (confidence === undefined || lines.length === 0) return [];
  const others = candidates.flatMap(id => entries.get(id)?.title ?? []);
  return [
    { kind: 'divider' },
    { kind: 'heading', text: TEXTS.howSure(confidence) },
    { kind: 'list', items: lines },
    ...(ruledOut
      ? [{ kind: 'quiet', text: [plain(`${TEXTS.notBecauseOf(ruledOut.title)} `), code(ruledOut.quote)] } as const]
      : []),
    ...(others.length > 0 ? [{ kind: 'quiet', text: [plain(TEXTS.couldAlsoBe(others))] } as const] : []),
  ];
}

/** The rest weighs next to nothing. */
const MOST_QUOTES = 6;

/** What was quoted, the weightiest first; words only where nothing was. */
function evidenceLines(evidence: readonly Evidence[]): Line[] {
  const speaking = evidence.filter(({ weight }) => weight > 0).toSorted((a, b) => b.weight - a.weight);
  const quoted = speaking.filter(({ signature }) => signature !== undefined).slice(0, MOST_QUOTES);
  if (quoted.length > 0) return quoted.map(({ quote }) => [plain(`${TEXTS.messageSays} `), code(quote)]);
  const terms = speaking.find(one => one.terms)?.terms;
  return terms ? [[plain(TEXTS.yourWords(terms))]] : [];
}

/** Without the buttons of a step: there is nothing to lead on to from here. `before`: how many steps stand before these. */
function causesInFull(entry: Entry, causes: readonly Cause[], before: number): Block[] {
  const numbered = checklistOf({ ...entry, causes: [...causes] }, { advanced: false, ticks: [] });
  return causes.flatMap((cause, i) => [
    ...(i > 0 ? [{ kind: 'divider' } as const] : []),
    { kind: 'quiet', text: [bold(cause.title)] } as const,
    ...numbered.filter(one => one.cause === cause).flatMap(one => inFull({ ...one, number: one.number + before })),
  ]);
}

const inFull = (step: Numbered): Block[] => stepBlocks(step, {}).filter(({ kind }) => kind !== 'buttons');

/** As people read it: without the scheme, and no longer than a line. */
function addressOf(source: string): string {
  const { host, pathname } = new URL(source);
  const address = `${host}${pathname.replace(/\/$/, '')}`;
  return address.length <= LINE ? address : `${address.slice(0, LINE)}…`;
}

const LINE = 60;
