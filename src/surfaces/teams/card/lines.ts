// One line of a Reply in a card. RichTextBlocks show text as it is; a mention works only in a TextBlock, whose Markdown is escaped.
import type { Place } from '../../../conversation/chat-event.ts';
import type { Line, Span } from '../../../conversation/reply.ts';
import { TEAMS } from '../receive.ts';
import { isGuid } from '../settings.ts';
import { cut, LIMITS } from './limits.ts';

export type Element = { readonly type: string } & Readonly<Record<string, unknown>>;

export const heading = (text: string): Element => ({
  type: 'TextBlock',
  text: escapeMarkdown(cut(text, LIMITS.heading)),
  style: 'heading',
  size: 'Medium',
  weight: 'Bolder',
  wrap: true,
});

export type Look = { readonly isSubtle?: true; readonly size?: 'Small' };

export const drawLine = (line: Line, look: Look): Element =>
  line.some(span => 'id' in span)
    ? { type: 'TextBlock', text: line.map(markdown).join(''), wrap: true, ...look }
    : {
        type: 'RichTextBlock',
        inlines: line.filter(span => 'text' in span && span.text !== '').map(span => run(span, look)),
      };

function run(span: Span, look: Look): Element | string {
  if ('id' in span) return '';
  const text = cut(span.text, LIMITS.textRun);
  const styled = { type: 'TextRun', text, ...look };
  switch (span.kind) {
    case 'plain':
      return look.size ? styled : text;
    case 'bold':
      return { ...styled, weight: 'Bolder' };
    case 'code':
      return { ...styled, fontType: 'Monospace' };
    case 'link':
      return { ...styled, selectAction: { type: 'Action.OpenUrl', url: span.href } };
    case 'place': {
      const url = linkTo(span.place);
      return url ? { ...styled, selectAction: { type: 'Action.OpenUrl', url } } : styled;
    }
  }
}

/** learn.microsoft.com, Deep link to a Teams chat message: a channel's posts have addresses, a bot's chats have none. */
function linkTo({ surface, workspace, channel, thread }: Place): string | undefined {
  if (surface !== TEAMS || thread === '' || !/@thread\.(?:tacv2|skype)$/.test(channel)) return undefined;
  const [at, message, tenant] = [channel, thread, workspace].map(encodeURIComponent);
  return `https://teams.microsoft.com/l/message/${at}/${message}?tenantId=${tenant}&parentMessageId=${message}`;
}

function markdown(span: Span): string {
  if ('id' in span) return mentionOf(span).text;
  const text = escapeMarkdown(cut(span.text, LIMITS.textRun));
  switch (span.kind) {
    case 'plain':
    case 'code':
      return text;
    case 'bold':
      return `**${text}**`;
    case 'link':
      return `[${text}](${span.href})`;
    case 'place': {
      const url = linkTo(span.place);
      return url ? `[${text}](${url})` : text;
    }
  }
}

/** What is special to Markdown anywhere, and what is at the start of a line; `<` could open a mention. */
export const escapeMarkdown = (text: string): string =>
  text
    .replace(/[\\`*_[\]<>~]/g, '\\$&')
    .replace(/^(\s*)([#+-]|\d+(?=[.)]))/gm, (_, space: string, mark: string) =>
      /\d/.test(mark) ? `${space}${mark}\\` : `${space}\\${mark}`,
    );

/**
 * Whom to call, as the configuration names them: `Platform on-call|<id>`, or the id alone. A person's id is that of the
 * directory, a sign-in name or Teams' own `29:…`; any other is a tag's.
 */
export function mentionOf({ kind, id }: Extract<Span, { readonly id: string }>) {
  const at = id.lastIndexOf('|');
  const bare = id.slice(at + 1);
  const name = at < 0 ? NAMELESS[kind] : withoutMarks(id.slice(0, at));
  const isPerson = kind === 'person' || isGuid(bare) || bare.includes('@') || bare.startsWith('29:');
  return {
    type: 'mention',
    text: `<at>${name}</at>`,
    mentioned: { id: bare, name, ...(!isPerson && { type: 'tag' }) },
  };
}

const NAMELESS = { person: 'you', group: 'on call' } as const;

/** The words must be the same in the text, where Markdown reads them, and in the entity. */
const withoutMarks = (name: string): string => name.replace(/[^\p{L}\p{N} .-]/gu, ' ').trim();
