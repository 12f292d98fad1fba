// What was said and typed, out of what Slack makes of it on the way.
import type { WrittenPayload } from './payloads.ts';

/** Bots say what matters in attachments; what people's messages carry there are previews of links. */
export function wordsOf({ text = '', bot_id: bot, attachments = [] }: WrittenPayload): string {
  if (bot === undefined) return text;
  const said = attachments.map(one => [one.title, one.text ?? one.fallback].filter(part => part).join('\n'));
  return [text, ...said].filter(part => part !== '').join('\n');
}

/**
 * What was typed: Slack makes links of addresses, and of what looks like one (`app:<mailto:pass@db.example|pass@db.example>`),
 * and escapes three characters, `&` last to be undone. A pasted password must be seen as it was.
 */
export const decode = (text: string): string =>
  text
    .replace(LINK, (_, url: string, label?: string) => typed(url.replace(/^mailto:/, ''), label))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

const LINK = /<((?:https?|mailto|tel):[^<>|\s]+)(?:\|([^<>]+))?>/g;

/** Slack's own label is the end of the address; another one is somebody's words, and the address counts as well. */
const typed = (url: string, label = url): string => (url.endsWith(label) ? label : `${label} (${url})`);
