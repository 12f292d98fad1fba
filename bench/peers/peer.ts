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
  /** Options that differ from the library's own. */
  readonly tuning: string;
  /** The most entries that it is tried with, where it takes minutes beyond. */
  readonly upTo?: number;
  readonly build: (knowledge: MatchingKnowledge) => Find | Promise<Find>;
};

/** How many entries are asked for: a first answer and two more to choose from. */
export const WANTED = 3;

/** All that Locksmith's own index knows of an entry, field by field, for libraries that weigh fields. */
export type EntryText = {
  readonly id: string;
  readonly title: string;
  readonly answer: string;
  readonly symptoms: string;
  readonly signatures: string;
  readonly examples: string;
  readonly causes: string;
  readonly questions: string;
};

export const FIELDS = ['title', 'answer', 'symptoms', 'signatures', 'examples', 'causes', 'questions'] as const;

export const textsOf = ({ entries, described }: MatchingKnowledge): EntryText[] =>
  entries.map(entry => textOf(entry, described.get(entry.id) ?? []));

/** One text for libraries that know no fields. */
export const whole = (entry: EntryText): string => FIELDS.map(field => entry[field]).join('\n');

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
