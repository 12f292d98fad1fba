// What a peer is: a search library that is given the entries' texts and asked for the entry that a message is about.
import type { Entry } from '../../src/knowledge/entry.ts';
import type { MatchingKnowledge } from '../../src/matching/matcher.ts';
import type { RedactedText } from '../../src/redaction/redact.ts';

/** An entry and how much speaks for it, on whatever scale the library has. */
export type Found = { readonly id: string; readonly score: number };

/** The best entries for a message, the best first. */
export type Find = (text: RedactedText) => readonly Found[] | Promise<readonly Found[]>;

export type Peer = {
  /** As its authors write it. */
  readonly title: string;
  /** What was set to its advantage. */
  readonly tuning: string;
  /** The most entries that it is tried with, unless there is time without end: more would take minutes. */
  readonly upTo?: number;
  readonly build: (knowledge: MatchingKnowledge) => Find | Promise<Find>;
};

/** How many entries are asked for: the first one, and two more to choose from. */
export const WANTED = 3;

export const FIELDS = ['title', 'answer', 'symptoms', 'signatures', 'examples', 'causes', 'questions'] as const;

/** Every text of an entry that Locksmith's own index is made of, for libraries that weigh fields. */
export type EntryText = { readonly id: string } & Readonly<Record<(typeof FIELDS)[number], string>>;

export const textsOf = ({ entries, described }: MatchingKnowledge): EntryText[] =>
  entries.map(entry => textOf(entry, described.get(entry.id) ?? []));

/** The lines of an entry, for libraries that know no fields. */
export const linesOf = (entry: EntryText): string[] => FIELDS.flatMap(field => entry[field].split('\n'));

const textOf = (entry: Entry, described: readonly string[]): EntryText => ({
  id: entry.id,
  title: entry.title,
  answer: entry.answer,
  symptoms: [...entry.symptoms, ...described].join('\n'),
  signatures: entry.signatures.map(signatureText).join('\n'),
  examples: entry.examples.match.join('\n'),
  causes: entry.causes.map(cause => cause.title).join('\n'),
  questions: entry.faq.map(faq => faq.ask).join('\n'),
});

const signatureText = (signature: Entry['signatures'][number]): string =>
  'code' in signature ? signature.code : 'text' in signature ? signature.text : signature.pattern;
