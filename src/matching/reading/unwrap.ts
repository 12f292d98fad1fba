// Takes off what a message is wrapped in: chat markup, terminal colours, escapes and line prefixes.

const MARKUP =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape of a terminal's colours; a class of all of them is slow
  /<(?:(?:https?:\/\/|mailto:)([^|>\s]{1,2000})(?:\|[^>]{0,500})?|[@#!][^>\n]{1,200}|\/?(?:br|p|div|span|pre|code|at|b|i|strong|em)\b[^>\n]{0,200})>|\[redacted:[a-z0-9-]+\]|\u001b?\[[0-9;]{1,12}m|\\u001b\[[0-9;]{1,12}m|\\+[nrt]|\\+(?=["'/])|&(?:lt|gt|amp|quot|apos|nbsp|#39|#x27);/gu;
const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&quot;': '"',
  '&apos;': "'",
  '&#39;': "'",
  '&#x27;': "'",
  '&nbsp;': ' ',
};
const PREFIX =
  /^(?:[ \t]*(?:[│┃|╷╵>*#]|\[?\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?\]?|\d\d:\d\d:\d\d(?:[.,]\d{1,9})?)[ \t]*){1,4}/gm;

export function unwrap(text: string): string {
  const plain = text.replace(MARKUP, (found, link: string | undefined) => link ?? ENTITIES[found] ?? ' ');
  return plain.includes('\n') ? plain.replace(PREFIX, '') : plain;
}
