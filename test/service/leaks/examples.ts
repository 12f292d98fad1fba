// The secrets that are sent, several in one message, and how to find one again in whatever was kept or said.
import { type Example, textOf } from '../../redaction/example.ts';
import { EXAMPLES } from '../../redaction/examples.ts';

/** So many to a message: each goes through each door in seconds, and no message is longer than a platform allows. */
const TOGETHER = 64;

/** Blank lines and a rule between them, so that none stands in its neighbour's sentence. */
const BETWEEN = '\n\n-----\n\n';

export const MESSAGES: readonly string[] = Array.from({ length: Math.ceil(EXAMPLES.length / TOGETHER) }, (_, i) =>
  EXAMPLES.slice(i * TOGETHER, (i + 1) * TOGETHER)
    .map(textOf)
    .join(BETWEEN),
);

/** What Slack and HTML escape. */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const inJson = (text: string): string => JSON.stringify(text).slice(1, -1);

/** A secret as texts would hold it: plain, escaped, in JSON, in JSON within JSON, in a form; and line by line. */
function formsOf({ secret }: Example): readonly string[] {
  const plain = [secret, ...secret.split(/\n|\\n/).filter(line => line.trim().length >= 20)];
  const typed = [...plain, ...plain.map(escaped)];
  return [
    ...new Set([...typed, ...typed.map(inJson), ...typed.map(inJson).map(inJson), ...typed.map(encodeURIComponent)]),
  ];
}

/** Some examples show as a hash, on purpose, what another one uses as its secret. */
const isShownElsewhere = ({ secret }: Example): boolean =>
  EXAMPLES.some(other => textOf(other).replaceAll(other.secret, '').includes(secret));

export const HIDDEN: readonly Example[] = EXAMPLES.filter(example => !isShownElsewhere(example));

/** Each form with the kinds that have it: many examples share a password. */
const KINDS_OF = new Map<string, string[]>();
for (const example of HIDDEN)
  for (const form of formsOf(example)) KINDS_OF.set(form, [...(KINDS_OF.get(form) ?? []), example.kind]);

/** The kinds of those that stand in a text. */
export const leakedInto = (text: string): readonly string[] => [
  ...new Set([...KINDS_OF].filter(([form]) => text.includes(form)).flatMap(([, kinds]) => kinds)),
];
