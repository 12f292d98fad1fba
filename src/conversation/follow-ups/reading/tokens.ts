// A chat message cut into words, numbers, marks, and things that are no words: codes, mentions, emoji.

export type TokenKind = 'word' | 'number' | 'amount' | 'ordinal' | 'code' | 'mention' | 'emoji' | 'mark';

/** `text` is in lower case, its apostrophes straight; `glued`: no white space before it. */
export type Token = { readonly kind: TokenKind; readonly text: string; readonly glued: boolean };

/** What a follow-up says, it says early; what comes after is a paste, and the matcher reads that. */
const READ = 1_500;

const FENCED = /```[\s\S]*?(?:```|$)|`[^`\n]+`/g;
/** Stands for code between backticks: a private-use character, which nobody types. */
const CODE = '\uE000';

/** In the order in which they are tried at each place. */
const PIECES: readonly (readonly [TokenKind, RegExp])[] = [
  ['mention', /<[@!#][^>\n]{1,200}>|@\p{L}[\p{L}\d._-]*/uy],
  ['code', /\[redacted:[^\]\n]*\]|<?https?:\/\/[^\s>]+>?|\uE000/uy],
  ['emoji', /:(?!\d+:)[a-z0-9_+-]{2,40}:|[:;]-?[()dDpP/|](?![\p{L}\d])|<3|\^\^/uy],
  [
    'emoji',
    /(?:[\u2713\u2714\u2717\u2718]|\p{Extended_Pictographic})(?:\p{Extended_Pictographic}|\uFE0F|\u200D|[\u{1F3FB}-\u{1F3FF}])*/uy,
  ],
  ['ordinal', /\d{1,2}(?:st|nd|rd|th)(?![\p{L}\d])/iuy],
  ['word', /st?[tepa]{2,3}s?(?=-?\d)/iuy], // people write `step2` as well
  ['code', /(?<![\p{L}\d])(?:~?\/|\.{1,2}\/|\.(?=[a-z]))[\p{L}\d_.][^\s,;!?()"<>]*/uy], // ~/.aws/config, .env
  [
    'code', // invalid_grant, AccessDenied, AADSTS7000215, eu-west-1, sts:AssumeRole, settings.xml, 10.0.0.1
    /(?=[^\s,;!?()"<>]*(?:[\p{L}\d]_[\p{L}\d]|[a-z][A-Z]|[A-Za-z]{2}\d{2}|[A-Za-z][:\\/][A-Za-z]{2}|[a-z]-\d|[A-Za-z]\.[a-z]{1,4}(?![\p{L}\d])|\d\.\d))[\p{L}\d_$/\\.~-][^\s,;!?()"<>]*[\p{L}\d_]/uy,
  ],
  ['amount', /(?:v|~)\d+(?![\p{L}\d])|\d+(?:%|(?!(?:st|nd|rd|th)\b)\p{L}{1,7})(?![\p{L}\d])/iuy],
  ['number', /\d+/y],
  ['word', /\p{L}[\p{L}\p{M}\d]*(?:['’]\p{L}+)*/uy],
  ['mark', /\.{2,}|[…→]|[?!.,;:()+&#=/–—-]/uy],
];

/** Most of what people type: words of plain small letters, which need none of the above. */
const PLAIN = /(?!st?[tepa]{2,3}s?-?\d)[a-z]+(?:['’][a-z]+)?(?=[\s,!?;]|\.?(?:\s|$))/y;

export function cut(message: string): Token[] {
  const text = message
    .slice(0, READ)
    .replace(FENCED, CODE)
    .replaceAll('&amp;', '&')
    .replace(/&[lg]t;/g, ' ');
  const tokens: Token[] = [];
  let glued = false;
  for (let at = 0; at < text.length; ) {
    const piece = text.charAt(at) === ' ' ? undefined : pieceAt(text, at);
    if (piece) tokens.push({ ...piece, text: piece.text.toLowerCase().replaceAll('’', "'"), glued });
    glued = piece !== undefined;
    at += piece?.text.length ?? 1;
  }
  return tokens;
}

function pieceAt(text: string, at: number): { readonly kind: TokenKind; readonly text: string } | undefined {
  PLAIN.lastIndex = at;
  const plain = PLAIN.exec(text)?.[0];
  if (plain !== undefined) return { kind: 'word', text: plain };
  for (const [kind, pattern] of PIECES) {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) return { kind, text: found };
  }
  return undefined;
}
