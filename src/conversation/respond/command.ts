// `/creds`: explain an error privately, or look something up.

import type { Entry } from '../../knowledge/entry.ts';
import { decide } from '../../matching/decide.ts';
import type { Redaction } from '../../redaction/redact.ts';
import { redact } from '../../redaction/redact.ts';
import { answerBlocks } from '../answer.ts';
import type { CommandGiven } from '../chat-event.ts';
import { bold, code, line, plain } from '../line.ts';
import type { Block, Button, Reply } from '../reply.ts';
import { TEXTS } from '../texts.ts';
import type { Thread } from '../thread.ts';
import { type Context, entryButton, type Turn } from '../turn.ts';
import { GENERAL_PATH, openThread, withMatch } from './opening.ts';

type Given = CommandGiven<Redaction>;

/** The command's own name, where a surface has no commands and it is written. */
const NAME = /^\/?creds(?:[:,]\s*|\s+|$)/i;

export function respondToCommand(event: Given, context: Context): Turn {
  const [word = '', ...rest] = event.text.text.trim().replace(NAME, '').split(/\s+/);
  const about = rest.join(' ');
  switch (word.toLowerCase()) {
    case '':
    case 'help':
      return privately(event, TEXTS.helpTitle, [{ kind: 'list', items: TEXTS.help.map(text => line(text)) }]);
    case 'show':
      return rest.length === 1 ? show(event, about, context) : explain(event, context);
    case 'list':
      return rest.length <= 1 ? listEntries(event, about.toLowerCase(), context) : explain(event, context);
    case 'search':
      return search(event, about, context);
    default:
      return explain(event, context);
  }
}

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
  const blocks = answerBlocks(entry, { ...thread, entry: entry.id }, {}).filter(
    block => block.kind !== 'checklist' && block.kind !== 'buttons',
  );
  const steps: Block = { kind: 'list', items: entry.causes.flatMap(cause => cause.steps).map(step => line(step.do)) };
  const share: Button = { button: 'share', value: entry.id, label: TEXTS.buttons.share, primary: true };
  const more: Button = { button: 'questions', value: entry.id, label: TEXTS.buttons.questions };
  const [heading, ...body] = blocks.filter(block => block.kind !== 'divider').slice(0, -1);
  return {
    replies: [
      {
        id: `${event.key}#1`,
        to: { person: event.by.id, ...(event.returnPath !== undefined && { returnPath: event.returnPath }) },
        summary: `${entry.title}. ${entry.answer}`,
        blocks: [...(heading ? [heading] : []), ...body, steps, { kind: 'buttons', buttons: [share, more] }],
      },
    ],
    counted: ['command', ...counted],
  };
}

function explain(event: Given, context: Context): Turn {
  const decision = decide(context.matcher.match(event.text.text), context.settings.thresholds.addressed);
  const thread = openThread(event, event.text);
  if (decision.kind === 'answer') {
    const entry = context.entries.get(decision.match.entry);
    if (entry)
      return page(event, entry, withMatch(thread, decision.match, decision.others, context), [`answered ${entry.id}`]);
  }
  const near = decision.kind === 'answer' ? [] : decision.candidates;
  const entries = [...near.map(match => match.entry), GENERAL_PATH]
    .flatMap(id => context.entries.get(id) ?? [])
    .slice(0, 3);
  const title = decision.kind === 'ask' ? TEXTS.whichOne : TEXTS.unknown;
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
  return entry ? page(event, entry, openThread(event), ['shown']) : privately(event, TEXTS.noSuchEntry(id), []);
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
