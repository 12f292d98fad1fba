// What somebody types, as Slack writes it down: escaped text with links and mentions marked, and rich text beside it.

import type { Block } from './blocks/blocks.ts';
import type { RichPart, RichRun } from './blocks/rich-text.ts';

export type Named = { readonly id: string; readonly name: string };
export type Written = { readonly text: string; readonly block: Block };

/** Hosts that Slack links without a scheme; a short list of endings does for a stand-in. */
const HOST_ENDINGS = 'com|net|org|io|dev|app|cloud|gov|edu';
const FENCE = /```([\s\S]+?)```\n?/g;
const INLINE = new RegExp(
  [
    '`(?<code>[^`\\n]+)`',
    '(?<url>https?://[^\\s<>"`|]+)',
    '(?<email>[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+)',
    `(?<![\\w@./:-])(?<host>(?:[a-z0-9-]+\\.)+(?:${HOST_ENDINGS})(?![\\w.-]*\\w)(?:/[^\\s<>"\`|]*)?)`,
    '@(?<range>here|channel|everyone)\\b',
    '(?<![\\w:])(?<emoji>:[a-z][a-z0-9_+-]*:)(?!\\w)',
  ].join('|'),
  'g',
);
/** Punctuation that ends the sentence, not the address. */
const TRAILING = /[.,;:!?)\]}'"]+$/;

export function written(typed: string, people: readonly Named[]): Written {
  const parts = partsOf(typed.trim(), people);
  return { text: parts.map(textOfPart).join(''), block: { type: 'rich_text', elements: [...parts] } };
}

/** Exactly these three characters, the ampersand first. */
export const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function partsOf(typed: string, people: readonly Named[]): readonly RichPart[] {
  const parts: RichPart[] = [];
  let at = 0;
  const prose = (text: string): void => {
    if (text) parts.push({ type: 'rich_text_section', elements: runsOf(text, people) });
  };
  for (const fence of typed.matchAll(FENCE)) {
    prose(typed.slice(at, fence.index));
    parts.push({ type: 'rich_text_preformatted', elements: linked((fence[1] ?? '').replace(/^\n|\n$/g, '')) });
    at = fence.index + fence[0].length;
  }
  prose(typed.slice(at));
  return parts;
}

/** In code only whole addresses become links. */
const linked = (code: string): RichRun[] =>
  split(code, /https?:\/\/[^\s<>"`|]+/g, match => [{ type: 'link', url: match[0] }]);

const runsOf = (text: string, people: readonly Named[]): RichRun[] =>
  split(text, INLINE, match => runOf(match)).flatMap(run =>
    run.type === 'text' && !run.style ? mentioned(run.text, people) : [run],
  );

function runOf(match: RegExpExecArray): RichRun[] {
  const { code, url, email, host, range, emoji } = match.groups ?? {};
  if (code) return linked(code).map(run => ({ ...run, style: { code: true } }));
  if (url) return address(url, '');
  if (email) return [{ type: 'link', url: `mailto:${email}`, text: email }];
  if (host) return address(host, 'http://');
  if (emoji) return [{ type: 'emoji', name: emoji.slice(1, -1) }];
  if (range === 'here' || range === 'channel' || range === 'everyone') return [{ type: 'broadcast', range }];
  return [{ type: 'text', text: match[0] }];
}

function address(found: string, scheme: string): RichRun[] {
  const tail = TRAILING.exec(found)?.[0] ?? '';
  const bare = found.slice(0, found.length - tail.length);
  const link: RichRun = scheme ? { type: 'link', url: scheme + bare, text: bare } : { type: 'link', url: bare };
  return tail ? [link, { type: 'text', text: tail }] : [link];
}

function mentioned(text: string, people: readonly Named[]): RichRun[] {
  const names = people
    .map(person => person.name.replace(/[^\w ]/g, '\\$&'))
    .sort((one, other) => other.length - one.length);
  const pattern = new RegExp(`(?<![\\w.@])@(${names.join('|')})(?!\\w)`, 'gi');
  return split(text, pattern, match => {
    const person = people.find(one => one.name.toLowerCase() === match[1]?.toLowerCase());
    return person ? [{ type: 'user', user_id: person.id }] : [{ type: 'text', text: match[0] }];
  });
}

function split(text: string, pattern: RegExp, run: (match: RegExpExecArray) => RichRun[]): RichRun[] {
  const runs: RichRun[] = [];
  let at = 0;
  for (const match of text.matchAll(pattern)) {
    if (match.index > at) runs.push({ type: 'text', text: text.slice(at, match.index) });
    runs.push(...run(match));
    at = match.index + match[0].length;
  }
  if (at < text.length) runs.push({ type: 'text', text: text.slice(at) });
  return runs;
}

function textOfPart(part: RichPart): string {
  if (part.type === 'rich_text_list') return '';
  const text = part.elements
    .map((run, index) => backticked(run, part.elements[index - 1], part.elements[index + 1]))
    .join('');
  return part.type === 'rich_text_preformatted' ? `\`\`\`${text}\`\`\`` : text;
}

/** Runs of code that touch share one pair of backticks, so an address inside does not break the code apart. */
const backticked = (run: RichRun, before: RichRun | undefined, after: RichRun | undefined): string =>
  `${isCode(run) && !isCode(before) ? '`' : ''}${textOfRun(run)}${isCode(run) && !isCode(after) ? '`' : ''}`;

const isCode = (run: RichRun | undefined): boolean => run?.style?.code === true;

function textOfRun(run: RichRun): string {
  switch (run.type) {
    case 'text':
      return escapeText(run.text);
    case 'link':
      return run.text ? `<${escapeText(run.url)}|${escapeText(run.text)}>` : `<${escapeText(run.url)}>`;
    case 'user':
      return `<@${run.user_id}>`;
    case 'channel':
      return `<#${run.channel_id}>`;
    case 'usergroup':
      return `<!subteam^${run.usergroup_id}>`;
    case 'broadcast':
      return `<!${run.range}>`;
    case 'emoji':
      return `:${run.name}:`;
  }
}
