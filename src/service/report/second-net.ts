// The second net under the log and the crash report. Nobody's text should reach them; whatever does is redacted once more, and
// the bot's own secrets are masked by their value, since no rule can know the shape of each.
import { type RedactedText, redact } from '../../redaction/redact.ts';

export type SecondNet = (text: string) => RedactedText;

const MASK = '[redacted:own-secret]';

/** Nothing shorter is a secret that anybody issues, and masking it would tear words apart. */
const SHORTEST = 6;

/** `own` are the secrets that this process was given; also as they stand in JSON and in addresses. */
export function createSecondNet(own: readonly string[] = []): SecondNet {
  const forms = own.filter(secret => secret.length >= SHORTEST).flatMap(formsOf);
  const masked = [...new Set(forms)].toSorted((a, b) => b.length - a.length);
  return text => redact(masked.reduce((rest, secret) => rest.replaceAll(secret, MASK), text)).text;
}

const formsOf = (secret: string): readonly string[] => [
  secret,
  JSON.stringify(secret).slice(1, -1),
  encodeURIComponent(secret),
  Buffer.from(secret).toString('base64'),
];

/** Where a bug happened, without what the error says: that may hold what somebody pasted, even lines that look like these. */
export function whereOf(bug: unknown): string {
  if (!(bug instanceof Error)) return `a thrown ${typeof bug}`;
  const { name, message, stack = '' } = bug;
  const said = stack.lastIndexOf(message);
  const frames = (said < 0 ? '' : stack.slice(said + message.length)).split('\n').filter(line => /^\s+at /.test(line));
  return [[isWord(name) ? name : 'Error', ...codesOf(bug)].join(' '), ...frames.slice(0, 12)].join('\n');
}

const isWord = (text: unknown): text is string => typeof text === 'string' && /^\w{1,60}$/.test(text);

/** What Node and Slack's library call the fault by: `ECONNREFUSED`, `invalid_auth`. */
function codesOf(bug: Error): readonly string[] {
  const own = 'code' in bug ? bug.code : undefined;
  const data = 'data' in bug ? bug.data : undefined;
  const answered = typeof data === 'object' && data !== null && 'error' in data ? data.error : undefined;
  return [own, answered].filter(isWord);
}
