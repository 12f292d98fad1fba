// The Markdown of a TextBlock, as Teams reads it: no HTML, and mentions between <at> marks.
import MarkdownIt from 'markdown-it';

const reader = new MarkdownIt({ html: false, linkify: false });

/** Characters that nobody writes stand for the marks while Markdown is read; an escaped `\<at>` is text. */
const [OPEN, CLOSE] = ['\uE000', '\uE001'];

export function drawMarkdown(text: string): string {
  const marked = text.replace(/(?<!\\)<at>([^<]{1,200})<\/at>/g, `${OPEN}$1${CLOSE}`);
  return reader.render(marked).replaceAll(OPEN, '<span class="mention">').replaceAll(CLOSE, '</span>');
}
