// `/creds`: explain an error privately, look something up, or see to the channel.
import type { Entry } from '../../../knowledge/entry.ts';
import { decide, oneOf } from '../../../matching/decide.ts';
import { line, plain } from '../../line.ts';
import { openLists, statsBlocks } from '../../looks/numbers.ts';
import { decideAmong } from '../../moves/rematch.ts';
import type { Button } from '../../reply.ts';
import { TEXTS } from '../../texts.ts';
import { type Context, commandOf, entryButton, type Turn } from '../../turn.ts';
import { GENERAL_PATH, generalPath, isWorthOffering, openThread, unknownIn, withMatch } from '../opening.ts';
import { asksForUse } from '../welcome.ts';
import { listEntries, search, show } from './look-up.ts';
import { gaps, isMaintainer, watch } from './maintain.ts';
import { page } from './page.ts';
import { type Given, privately } from './privately.ts';

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
    case 'gaps':
      return rest.length === 0 ? gaps(event, context) : explain(event, context);
    case 'watch':
      return rest.length <= 1 ? watch(event, about.toLowerCase(), context) : explain(event, context);
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
const WANTS = ['mine', 'stats', 'gaps'] as const;

export function wantsOf(event: Given): (typeof WANTS)[number] | undefined {
  const words = wordsOf(event).join(' ').toLowerCase();
  return WANTS.find(word => word === words);
}

function help(event: Given, context: Context): Turn {
  const { word, hasForm } = commandOf(context.settings);
  const lines = [...TEXTS.help(word, hasForm), ...(isMaintainer(event, context) ? TEXTS.helpMaintainers(word) : [])];
  return privately(event, TEXTS.helpTitle, [{ kind: 'list', items: lines.map(text => line(text)) }]);
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
  const title =
    decision.kind === 'ask'
      ? TEXTS.whichOne(oneOf(decision.candidates))
      : unknownIn(event.text.text)(generalPath(context));
  return privately(
    event,
    title,
    [{ kind: 'buttons', buttons: entries.map(shareable) }],
    [decision.kind === 'ask' ? 'asked' : 'unknown'],
  );
}

/** In a private answer a choice is opened for everybody: the checklist lives in a thread. */
const shareable = (entry: Entry): Button => ({ ...entryButton(entry), button: 'share' });
