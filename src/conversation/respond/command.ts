// `/creds`: explain an error privately, or look something up.

import type { Entry } from '../../knowledge/entry.ts';
import { decide } from '../../matching/decide.ts';
import type { Redaction } from '../../redaction/redact.ts';
import { redact } from '../../redaction/redact.ts';
import { introduction, stepBlocks } from '../answer.ts';
import type { CommandGiven } from '../chat-event.ts';
import { checklistOf } from '../checklist.ts';
import { bold, code, line, plain } from '../line.ts';
import { openLists, statsBlocks } from '../looks/numbers.ts';
import { decideAmong } from '../moves/rematch.ts';
import type { Block, Button, Reply } from '../reply.ts';
import { TEXTS } from '../texts.ts';
import type { Thread } from '../thread.ts';
import { type Context, commandOf, entryButton, type Turn } from '../turn.ts';
import { GENERAL_PATH, generalPath, isWorthOffering, openThread, withMatch } from './opening.ts';
import { asksForUse } from './welcome.ts';

type Given = CommandGiven<Redaction>;

/** The command's own name, where a surface has no commands and it is written. */
const NAME = /^\/?creds(?:[:,]\s*|\s+|$)/i;

const wordsOf = ({ text }: Given): string[] => text.text.trim().replace(NAME, '').trim().split(/\s+/);

export function respondToCommand(event: Given, context: Context): Turn {
  const [word = '', ...rest] = wordsOf(event);
  const about = rest.join(' ');
  switch (word.toLowerCase()) {
    case '':
    case 'help':
      return help(event, context);
    case 'mine':
      return rest.length === 0 ? mine(event, context) : explain(event, context);
    case 'stats':
      return rest.length === 0 ? stats(event, context) : explain(event, context);
    case 'show':
      return rest.length === 1 ? show(event, about, context) : explain(event, context);
    case 'list':
      return rest.length <= 1 ? listEntries(event, about.toLowerCase(), context) : explain(event, context);
    case 'search':
      return search(event, about, context);
    default:
      return asksForUse(wordsOf(event).join(' ')) ? help(event, context) : explain(event, context);
  }
}

/** The words that need more than the command itself, so that whoever loads it knows. */
export function wantsOf(event: Given): 'mine' | 'stats' | undefined {
  const words = wordsOf(event).join(' ').toLowerCase();
  return words === 'mine' || words === 'stats' ? words : undefined;
}

function help(event: Given, context: Context): Turn {
  const { word, hasForm } = commandOf(context.settings);
  return privately(event, TEXTS.helpTitle, [
    { kind: 'list', items: TEXTS.help(word, hasForm).map(text => line(text)) },
  ]);
}

function mine(event: Given, { mine: threads = [], entries }: Context): Turn {
  const rows = openLists(threads, entries);
  if (rows.length === 0) return privately(event, TEXTS.nothingOpen, []);
  const items = rows.map(({ text, open }) => [
    ...text,
    ...(open ? [plain(' '), { kind: 'place', text: TEXTS.openThread, place: open } as const] : []),
  ]);
  return privately(event, TEXTS.myLists, [{ kind: 'list', items }]);
}

const stats = (event: Given, { tallies = [], entries }: Context): Turn =>
  privately(event, TEXTS.statsTitle, statsBlocks(tallies, entries));

function privately(event: Given, title: string, blocks: readonly Block[], counted: readonly string[] = []): Turn {
  const reply: Reply = {
    id: `${event.key}#1`,
    to: { person: event.by.id, ...(event.returnPath !== undefined && { returnPath: event.returnPath }) },
    summary: title,
    blocks: [{ kind: 'text', text: [bold(title)] }, ...blocks],
  };
  return { replies: [reply], counted: ['command', ...counted] };
}

/** The answer as a page for one person: no shared ticks, but a button that opens it for everybody. */
function page(event: Given, entry: Entry, thread: Thread, counted: readonly string[]): Turn {
  return {
    replies: [
      {
        id: `${event.key}#1`,
        to: { person: event.by.id, ...(event.returnPath !== undefined && { returnPath: event.returnPath }) },
        summary: `${entry.title}. ${entry.answer}`,
        blocks: [
          ...introduction(entry, thread),
          { kind: 'divider' },
          ...stepsToRead(entry, thread),
          pageButtons(event, entry),
        ],
      },
    ],
    counted: ['command', ...counted],
  };
}

/** The first in full, the others by name: nothing can be ticked here. */
function stepsToRead(entry: Entry, thread: Thread): Block[] {
  const [first, ...others] = checklistOf(entry, thread);
  return [
    ...(first ? stepBlocks(first, {}).filter(({ kind }) => kind !== 'buttons') : []),
    ...(others.length > 0
      ? ([
          { kind: 'quiet', text: [bold(TEXTS.afterThat)] },
          { kind: 'list', items: others.map(({ step }) => line(step.do)) },
        ] as const)
      : []),
    { kind: 'divider' },
  ];
}

function pageButtons(event: Given, entry: Entry): Block {
  const about = (button: 'details' | 'questions', label: string): Button => ({ button, value: entry.id, label });
  const share: Button = { button: 'share', value: entry.id, label: shareLabel(event), primary: true };
  return {
    kind: 'buttons',
    buttons: [share, about('details', TEXTS.buttons.allSteps), about('questions', TEXTS.buttons.questions)],
  };
}

/** Asked in no channel, it is answered by direct message, and there the checklist opens. */
const shareLabel = ({ place }: Given): string => (place.channel === '' ? TEXTS.buttons.openHere : TEXTS.buttons.share);

function explain(event: Given, context: Context): Turn {
  const matches = context.matcher.match(event.text.text);
  const among = event.provider === undefined ? undefined : decideAmong(matches, event.provider);
  const decision = among ?? decide(matches, context.settings.thresholds.addressed);
  const thread = openThread(event, event.text);
  if (decision.kind === 'answer') {
    const entry = context.entries.get(decision.match.entry);
    if (entry)
      return page(event, entry, withMatch(thread, decision.match, decision.others, context), [`answered ${entry.id}`]);
  }
  // An error that is not known has the general path beside what is near it, as it is told.
  const near = decision.kind === 'ask' ? decision.candidates : matches.filter(isWorthOffering).slice(0, 2);
  const ids = new Set([...near.map(match => match.entry), GENERAL_PATH]);
  const entries = [...ids].flatMap(id => context.entries.get(id) ?? []).slice(0, 3);
  const title = decision.kind === 'ask' ? TEXTS.whichOne : TEXTS.unknown(generalPath(context));
  return privately(
    event,
    title,
    [{ kind: 'buttons', buttons: entries.map(shareable) }],
    [decision.kind === 'ask' ? 'asked' : 'unknown'],
  );
}

/** In a private answer a choice is opened for everybody: the checklist lives in a thread. */
const shareable = (entry: Entry): Button => ({ ...entryButton(entry), button: 'share' });

function show(event: Given, id: string, context: Context): Turn {
  const entry = context.entries.get(id.toLowerCase());
  return entry
    ? page(event, entry, openThread(event), ['shown'])
    : privately(event, TEXTS.noSuchEntry(id, commandOf(context.settings).word), []);
}

function listEntries(event: Given, provider: string, { entries }: Context): Turn {
  const found = [...entries.values()].filter(entry => provider === '' || entry.provider === provider);
  if (found.length === 0) return privately(event, TEXTS.nothingFound(provider), []);
  if (provider !== '')
    return privately(event, TEXTS.found(found.length), [{ kind: 'list', items: found.map(entryLine) }]);
  const providers = Map.groupBy(found, entry => entry.provider);
  const items = [...providers].map(([id, of]) => [code(id), plain(`: ${TEXTS.found(of.length)}`)]);
  return privately(event, TEXTS.found(found.length), [{ kind: 'list', items }]);
}

const entryLine = (entry: Entry) => [code(entry.id), plain(` ${entry.title}`)];

function search(event: Given, words: string, { matcher, entries }: Context): Turn {
  const found = matcher
    .match(redact(words).text)
    .slice(0, 5)
    .flatMap(match => entries.get(match.entry) ?? []);
  if (found.length === 0) return privately(event, TEXTS.nothingFound(words), []);
  return privately(event, TEXTS.found(found.length), [{ kind: 'list', items: found.map(entryLine) }]);
}
