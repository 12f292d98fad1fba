// What people wrote in Teams as plain text again: HTML with its tables, code and mentions, or text with <at> tags in it. Pure.

/** Teams takes messages of about 100 KB; what is longer is no message of a person. */
const MOST_CHARACTERS = 300_000;

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  middot: '·',
};

/** Tags that stand on lines of their own. */
const BLOCKS = new Set([
  'p',
  'div',
  'tr',
  'li',
  'ul',
  'ol',
  'table',
  'pre',
  'codeblock',
  'blockquote',
  'h1',
  'h2',
  'h3',
]);
const CELLS = new Set(['td', 'th']);
const CODE = new Set(['pre', 'codeblock']);

/** Bounded, so that no message makes the search take long. */
const TAG = /<(\/?)([a-z][a-z0-9:]{0,30})\b[^<>]{0,2000}>/gi;
const MENTION = /^<(?:at\b|span\b[^>]*schema\.skype\.com\/Mention)/i;

/** `names` are the bot's own: a mention of it says only that it is meant, and goes. Other people's names stay. */
export function decodeHtml(html: string, names: readonly string[]): string {
  const source = html.slice(0, MOST_CHARACTERS);
  const writer: Writer = { out: [], code: 0, mentions: [], names };
  let from = 0;
  for (const tag of source.matchAll(TAG)) {
    writeText(writer, source.slice(from, tag.index));
    from = tag.index + tag[0].length;
    writeTag(writer, tag[0], (tag[2] ?? '').toLowerCase(), tag[1] === '/');
  }
  writeText(writer, source.slice(from));
  return tidy(writer.out.join(''));
}

/** `code` counts open <pre>s; `mentions` are where in `out` the open ones began. */
type Writer = { readonly out: string[]; code: number; readonly mentions: number[]; readonly names: readonly string[] };

/** Outside of <pre>, line breaks and runs of spaces in the source mean one space, and none at the start of a line. */
function writeText({ out, code }: Writer, source: string): void {
  const text = code > 0 ? source : source.replace(/[ \t\r\n]+/g, ' ');
  if (text !== ' ' || !endsLine(out)) out.push(decodeEntities(text));
}

function writeTag(writer: Writer, tag: string, name: string, closes: boolean): void {
  const { out, mentions, names } = writer;
  if (CODE.has(name)) writer.code = Math.max(0, writer.code + (closes ? -1 : 1));
  if (name === 'br' || (BLOCKS.has(name) && !endsLine(out))) out.push('\n');
  if (CELLS.has(name) && closes) out.push('\t');
  if (name !== 'at' && name !== 'span') return;
  if (closes) closeMention(out, mentions.pop(), names);
  else mentions.push(MENTION.test(tag) ? out.length : -1);
}

const endsLine = (out: readonly string[]): boolean => (out.findLast(part => part !== '') ?? '\n').endsWith('\n');

/** A mention is the text since it opened: gone if it is the bot's, else marked as a name. */
function closeMention(out: string[], start: number | undefined, names: readonly string[]): void {
  if (start === undefined || start < 0) return;
  out.push(named(out.splice(start).join(''), names));
}

function named(mention: string, names: readonly string[]): string {
  const name = mention.replace(/^@/, '').trim();
  return names.includes(name) ? ' ' : `@${name}`;
}

/** Plain text may quote XML, so only Teams' own tags are taken for tags. */
export function decodePlain(text: string, names: readonly string[]): string {
  const unmarked = text
    .slice(0, MOST_CHARACTERS)
    .replace(/<at\b[^<>]{0,200}>([^<]{0,200})<\/at>/gi, (_, name: string) => named(name, names));
  return tidy(unmarked.replaceAll('&nbsp;', ' '));
}

const decodeEntities = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi, decodeEntity);

function decodeEntity(whole: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? whole;
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}

/** Teams writes spaces as no-break ones, and puts marks without a width into its text. */
const tidy = (text: string): string =>
  text
    .replaceAll('\u00a0', ' ')
    .replace(/[\u200b\u200e\u200f\ufeff]/g, '')
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n +(?=\n)/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
