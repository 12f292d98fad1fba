// What somebody types, as Teams sends it to a bot: plain text with mentions marked, and the HTML copy beside it.
import type { Person } from '../protocol.ts';

/** `mentioned` may hold somebody twice: each mention is one. */
export type Written = { readonly text: string; readonly html: string; readonly mentioned: readonly Person[] };

const FENCE = /```(?:[a-z]+\n)?([\s\S]+?)```\n?/g;

export function written(typed: string, people: readonly Person[]): Written {
  const parts: Written[] = [];
  let at = 0;
  for (const fence of typed.trim().matchAll(FENCE)) {
    parts.push(...proseOf(typed.trim().slice(at, fence.index), people), codeOf(fence[1] ?? ''));
    at = fence.index + fence[0].length;
  }
  parts.push(...proseOf(typed.trim().slice(at), people));
  return joined(parts, '\n');
}

const joined = (parts: readonly Written[], between: string): Written => ({
  text: parts.map(({ text }) => text).join(between),
  html: parts.map(({ html }) => html).join(''),
  mentioned: parts.flatMap(({ mentioned }) => mentioned),
});

function codeOf(code: string): Written {
  const text = code.replace(/^\n|\n$/g, '');
  const html = escapeHtml(text).replaceAll('\n', '<br>');
  return { text, html: `<codeblock class=""><code>${html}</code></codeblock>`, mentioned: [] };
}

/** Each line is a paragraph of its own, as Teams' editor makes them. */
const proseOf = (prose: string, people: readonly Person[]): Written[] =>
  prose === ''
    ? []
    : prose
        .replace(/\n$/, '')
        .split('\n')
        .map(line => paragraph(joined(runsOf(line, people), '')));

const paragraph = (line: Written): Written => ({ ...line, html: `<p>${line.html || '&nbsp;'}</p>` });

function runsOf(line: string, people: readonly Person[]): Written[] {
  const names = people.map(({ name }) => name.replace(/[^\w ]/g, '\\$&')).join('|');
  const special = new RegExp(`\`(?<code>[^\`]+)\`|(?<![\\w.@])@(?<name>${names})(?!\\w)`, 'gi');
  const runs: Written[] = [];
  let at = 0;
  for (const found of line.matchAll(special)) {
    runs.push(plain(line.slice(at, found.index)), specialOf(found.groups ?? {}, people));
    at = found.index + found[0].length;
  }
  return [...runs, plain(line.slice(at))];
}

const plain = (text: string): Written => ({ text, html: escapeHtml(text), mentioned: [] });

function specialOf({ code, name }: Readonly<Record<string, string | undefined>>, people: readonly Person[]): Written {
  if (code !== undefined) return { text: code, html: `<code>${escapeHtml(code)}</code>`, mentioned: [] };
  const person = people.find(one => one.name.toLowerCase() === name?.toLowerCase());
  if (!person) return plain(`@${name}`);
  return {
    text: `<at>${person.name}</at>`,
    html: `<span itemtype="http://schema.skype.com/Mention" itemscope="" itemid="0">${escapeHtml(person.name)}</span>`,
    mentioned: [person],
  };
}

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
