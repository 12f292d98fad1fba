// The pieces that patterns are put together from: how a value is written behind its name.
// Every repeat is bounded, and long ones stand last or share no character with what follows, so a pattern
// costs a few steps for each character of the text.

/**
 * Where a run of such characters begins; behind an escaped line break or a percent code, too.
 * It keeps a pattern from starting anew at each character.
 */
export const startOf = (characters: string): string => `(?:(?<![${characters}])|(?<=\\\\[nrt]|%[0-9A-Fa-f]{2}))`;

export const START = startOf('A-Za-z0-9');

/** Blanks between a name, its separator and its value. */
const GAP = '[ \\t]{0,20}';

/** What may close a name: quotes (also escaped), brackets, a remark, the default that `aws configure` shows. */
const NAME_END = `(?:&quot;|[\\\\"'\`\\]*]{1,6}|\\u001b\\[[\\d;]{0,12}m)?(?: \\([^)\\n]{0,30}\\)| \\[[^\\]\\n]{0,40}\\])?`;

const TYPE = '(?:[ \\t]?:[ \\t]?(?:&?(?:str|string|char|bytes)|SecretStr|Optional\\[str\\])(?=[ \\t]?=))?';

const SEPARATOR = '(?::=|=>|->|→|[?+]?={1,3}|:{1,2}(?!//))';

/** Emphasis, the mark of a YAML block or an anchor, the letter before a string. */
const VALUE_LEAD =
  '\\*{0,2}[ \\t]{0,20}(?:\\u001b\\[[\\d;]{0,12}m)?(?:[|>][+-]?[ \\t]{0,5}\\r?\\n[ \\t]{1,40}|&[A-Za-z][\\w-]{0,30}[ \\t])?(?:[rbu@]{1,2}(?=["\']))?';

/** A character of an unquoted value. Punctuation belongs to it only if the value goes on behind it. */
const CHARACTER = [
  '[^\\s"\'`“”,;&<>(){}\\[\\]\\\\|\\u001b]',
  ',(?!\\s|$|["\']|[\\w.-]{1,40}["\']?[=:])',
  ';(?!\\s|$|["\']|[A-Za-z][\\w. ]{0,30}=)',
  '&(?!\\s|$|&|amp;|[\\w.%-]{1,40}=)',
  '[({\\[](?=[^\\s"\'`<>(){}\\[\\]])',
  '[)}\\]<>|"\'`](?=[A-Za-z0-9])',
  '[)}\\]](?=[!@#$%^*_+=-])',
  '\\\\(?![nrt"\'`\\\\\\s]|$)',
].join('|');

/** Longer than any secret but a key file, which has its own rule. */
const LONGEST = 20_000;

/** An unquoted value, captured. */
export const UNQUOTED = `((?:${CHARACTER}){1,${LONGEST}})`;

/** A quoted value, captured without its quotes; the closing one may be cut off. */
export const QUOTED = [
  '"""([^"]{1,4000})',
  "'''([^']{1,4000})",
  `"((?:[^"\\\\\\n]|\\\\[^\\n]){1,${LONGEST}})`,
  `'((?:[^'\\\\\\n]|\\\\[^\\n]){1,${LONGEST}})`,
  '`([^`\\n]{1,4000})',
  '[“”„]([^“”\\n]{1,4000})',
  '[‘’]([^‘’\\n]{1,4000})',
  `\\\\{1,3}"([^"\\\\\\n]{1,${LONGEST}})`,
  '&quot;([^&\\n]{1,4000})',
].join('|');

export const VALUE = `(?:${QUOTED}|${UNQUOTED})`;

/** A name, a separator, a value: in shell, JSON, YAML, INI, code, connection strings. */
export const assigned = (names: string): RegExp =>
  new RegExp(`(?:${names})${VARIANT}${NAME_END}${TYPE}${GAP}${SEPARATOR}${VALUE_LEAD}${VALUE}`, 'i');

/** What people add to a name without changing what it is. */
const VARIANT =
  '(?:[_-]?(?:value|plain(?:_?text)?|text|base64|b64|hash|prod|dev|staging|test|old|new|current|primary|secondary|\\d{1,3}))?';

/** A value as an argument of a command; a dash begins the next flag, a bracket an expression. */
export const ARGUMENT = `(?:${QUOTED}|(?![-(])${UNQUOTED})`;

/** The rest of one command, up to what is wanted; not past a pipe. */
export const REST = '[^\\n|;]{0,200}?';

/** Before "key": none of the words that make a public, a database or a cache key of it. */
export const SECRET_KEY =
  '(?<!(?:public|publishable|pub|cache|object|host|s3|kms|cmk|idempotency|partition|sort|foreign|routing|group|hash|range|index|map|column|row|ssh|gpg|pgp|commit|next|page|registry|lookup|unique|composite|shard|bucket|message|trace|ordering|known|authorized|thumbprint of|fingerprint of)[_ .-]?)';
