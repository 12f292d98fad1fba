// What is looked up by its name, its provider, or a few words.
import type { Entry } from '../../../knowledge/entry.ts';
import { redact } from '../../../redaction/redact.ts';
import { code, plain } from '../../line.ts';
import { TEXTS } from '../../texts.ts';
import { type Context, commandOf, type Turn } from '../../turn.ts';
import { openThread } from '../opening.ts';
import { page } from './page.ts';
import { type Given, privately } from './privately.ts';

export function show(event: Given, id: string, context: Context): Turn {
  const entry = context.entries.get(id.toLowerCase());
  return entry
    ? page(event, entry, openThread(event), ['shown'])
    : privately(event, TEXTS.noSuchEntry(id, commandOf(context.settings).word), []);
}

export function listEntries(event: Given, provider: string, { entries }: Context): Turn {
  const found = [...entries.values()].filter(entry => provider === '' || entry.provider === provider);
  if (found.length === 0) return privately(event, TEXTS.nothingFound(provider), []);
  if (provider !== '')
    return privately(event, TEXTS.found(found.length), [{ kind: 'list', items: found.map(entryLine) }]);
  const providers = Map.groupBy(found, entry => entry.provider);
  const items = [...providers].map(([id, of]) => [code(id), plain(`: ${TEXTS.found(of.length)}`)]);
  return privately(event, TEXTS.found(found.length), [{ kind: 'list', items }]);
}

const entryLine = (entry: Entry) => [code(entry.id), plain(` ${entry.title}`)];

export function search(event: Given, words: string, { matcher, entries }: Context): Turn {
  const found = matcher
    .match(redact(words).text)
    .slice(0, 5)
    .flatMap(match => entries.get(match.entry) ?? []);
  if (found.length === 0) return privately(event, TEXTS.nothingFound(words), []);
  return privately(event, TEXTS.found(found.length), [{ kind: 'list', items: found.map(entryLine) }]);
}
