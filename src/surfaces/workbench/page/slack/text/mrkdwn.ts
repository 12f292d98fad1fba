// Slack's own markup, mrkdwn, read into a tree: docs.slack.dev, messaging/formatting-message-text.

export type Node =
  | { readonly kind: 'text' | 'code' | 'block' | 'emoji'; readonly text: string }
  | { readonly kind: 'bold' | 'italic' | 'strike' | 'quote'; readonly nodes: readonly Node[] }
  | { readonly kind: 'link'; readonly href: string; readonly nodes: readonly Node[] }
  | { readonly kind: 'user' | 'channel' | 'group' | 'broadcast'; readonly id: string; readonly label?: string };

const FENCE = /```([\s\S]+?)```\n?/g;
const QUOTED = /^(?:&gt;|>) ?/;
/** A style opens after a boundary and closes before one, around text that does not begin or end with a space. */
const styled = (mark: string, name: string) =>
  `(?<![\\p{L}\\p{N}${mark}])${mark}(?=\\S)(?<${name}>[^\\n]*?[^\\s${mark}])${mark}(?![\\p{L}\\p{N}${mark}])`;
const INLINE = new RegExp(
  [
    '`(?<code>[^`\\n]+)`',
    '<(?<entity>[^<>\\n]+)>',
    '(?<url>https?://[^\\s<>|]+[^\\s<>|.,;:!?)\\]}\'"*_~])',
    ':(?<emoji>[a-z0-9_+-]+):',
    styled('\\*', 'bold'),
    styled('_', 'italic'),
    styled('~', 'strike'),
  ].join('|'),
  'gu',
);

export function parseMrkdwn(text: string): readonly Node[] {
  return pieces(text, FENCE, match => [{ kind: 'block', text: plain(trimmed(match[1] ?? '')) }], quoted);
}

/** The three characters that Slack escapes, and no others; the ampersand last. */
export const unescapeText = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** Lines that begin with > are one quotation as long as they follow each other. */
function quoted(text: string): readonly Node[] {
  const nodes: Node[] = [];
  let run: string[] = [];
  let inQuote = false;
  const flush = (): void => {
    if (run.length === 0) return;
    const inner = inline(run.join('\n'));
    nodes.push(...(inQuote ? [{ kind: 'quote', nodes: inner } as const] : inner));
    run = [];
  };
  for (const line of text.split('\n')) {
    const quotes = QUOTED.test(line);
    if (quotes !== inQuote) flush();
    inQuote = quotes;
    run.push(line.replace(QUOTED, ''));
  }
  flush();
  return nodes;
}

const inline = (text: string): readonly Node[] => pieces(text, INLINE, nodeOf, leaf);

function nodeOf(match: RegExpExecArray): readonly Node[] {
  const { code, entity, url, emoji, bold, italic, strike } = match.groups ?? {};
  if (code) return [{ kind: 'code', text: plain(code) }];
  if (entity) return [entityOf(entity)];
  if (url) return [{ kind: 'link', href: unescapeText(url), nodes: leaf(url) }];
  if (emoji) return [{ kind: 'emoji', text: emoji }];
  if (bold) return [{ kind: 'bold', nodes: inline(bold) }];
  if (italic) return [{ kind: 'italic', nodes: inline(italic) }];
  if (strike) return [{ kind: 'strike', nodes: inline(strike) }];
  return leaf(match[0]);
}

function entityOf(entity: string): Node {
  const [target = '', label] = split(entity);
  const named = label ? { label: unescapeText(label) } : {};
  if (target.startsWith('@')) return { kind: 'user', id: target.slice(1), ...named };
  if (target.startsWith('#')) return { kind: 'channel', id: target.slice(1), ...named };
  if (target.startsWith('!subteam^')) return { kind: 'group', id: target.slice('!subteam^'.length), ...named };
  if (target.startsWith('!date^')) return { kind: 'text', text: unescapeText(label ?? target) };
  if (target.startsWith('!')) return { kind: 'broadcast', id: target.slice(1), ...named };
  if (!/^(?:https?|mailto|tel):/.test(target)) return { kind: 'text', text: unescapeText(`<${entity}>`) };
  return { kind: 'link', href: unescapeText(target), nodes: label ? inline(label) : leaf(target) };
}

const split = (entity: string): readonly string[] => {
  const at = entity.indexOf('|');
  return at < 0 ? [entity] : [entity.slice(0, at), entity.slice(at + 1)];
};

/** In code nothing is formatted, but links are still shown by their label. */
const plain = (code: string): string =>
  unescapeText(code.replace(/<([^<>\n]+)>/g, (_, entity: string) => split(entity)[1] ?? entity));

const trimmed = (code: string): string => code.replace(/^\n|\n$/g, '');

const leaf = (text: string): readonly Node[] => (text ? [{ kind: 'text', text: unescapeText(text) }] : []);

function pieces(
  text: string,
  pattern: RegExp,
  found: (match: RegExpExecArray) => readonly Node[],
  between: (text: string) => readonly Node[],
): readonly Node[] {
  const nodes: Node[] = [];
  let at = 0;
  for (const match of text.matchAll(pattern)) {
    nodes.push(...between(text.slice(at, match.index)), ...found(match));
    at = match.index + match[0].length;
  }
  return [...nodes, ...between(text.slice(at))];
}
