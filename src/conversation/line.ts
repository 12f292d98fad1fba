// Text of entries to lines that a surface can draw: `code` in backticks, facts filled in, nothing else interpreted.
import { PLACEHOLDER } from '../knowledge/check.ts';
import type { Line, Span } from './reply.ts';

/** Facts read from the paste, by the names that entries use: `profile`, `region`. */
export type Facts = Readonly<Record<string, string>>;

/** Puts facts into `{like-this}`; where there is none the reader sees `<like-this>`. */
export const fill = (text: string, facts: Facts): string =>
  text.replace(PLACEHOLDER, (_, name: string) => facts[name] ?? `<${name}>`);

export const plain = (text: string): Span => ({ kind: 'plain', text });
export const bold = (text: string): Span => ({ kind: 'bold', text });
export const code = (text: string): Span => ({ kind: 'code', text });
export const link = (text: string, href: string): Span => ({ kind: 'link', text, href });

/** A sentence of an entry as spans. */
export function line(text: string, facts: Facts = {}): Line {
  return fill(text, facts)
    .split(/(`[^`\n]+`)/)
    .filter(part => part !== '')
    .map(part =>
      part.length > 2 && part.startsWith('`') && part.endsWith('`') ? code(part.slice(1, -1)) : plain(part),
    );
}

/** The words of a line without its styles: for notifications, screen readers and terminals. */
export const wordsOfLine = (spans: Line): string =>
  spans.map(span => ('id' in span ? `@${span.id}` : span.text)).join('');
