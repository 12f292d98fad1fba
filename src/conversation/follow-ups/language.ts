// All that is learned from knowledge/follow-ups.yaml, put together: how to read a message, and how to weigh what it says.
import type { Entry } from '../../knowledge/entry.ts';
import type { FollowUps, Provider } from '../../knowledge/vocabulary.ts';
import { learnPhrases, type Nearness, type Phrases } from './phrases/phrases.ts';
import { createNamesSomebody } from './reading/addressee.ts';
import { createProviderFinder } from './reading/provider.ts';
import { createReader, type Reader, type Sentence } from './reading/sentence.ts';
import { createSpelling, type Spelling } from './reading/spelling.ts';
import { learnSurroundings, type Surroundings } from './reading/surroundings.ts';
import { cut } from './reading/tokens.ts';

export type Language = {
  readonly read: Reader;
  /** How near a message is to the phrases of each act; the shares add up to 1. */
  readonly weigh: (sentence: Sentence) => Nearness;
  /** Whether it is meant for a named person; `addressed`: one mention in it is ours. */
  readonly namesSomebody: (text: string, addressed: boolean) => boolean;
};

export function createLanguage(knowledge: {
  readonly entries: readonly Entry[];
  readonly providers: readonly Provider[];
  readonly followUps: FollowUps;
}): Language {
  const { followUps } = knowledge;
  const phrases = phrasesOf(followUps);
  const wordsOfPhrases = phrases.flatMap(phrase =>
    cut(phrase).flatMap(({ kind, text }) => (kind === 'word' ? [text] : [])),
  );
  const vocabulary = vocabularyOf(wordsOfPhrases, followUps.spellings);
  const known = wordsOfEntries(knowledge.entries);
  const short = new Set(Object.values(followUps.spellings).flat());
  const spelling = createSpelling(followUps.spellings, vocabulary, new Set([...known, ...wordsOfPhrases]));
  const read = createReader({
    spelling,
    findProviders: createProviderFinder(knowledge.providers, followUps.products),
    surroundings: surroundingsOf(followUps, spelling),
    emoji: followUps.emoji,
  });
  const learned = learnPhrases(followUps, read);
  const namesSomebody = createNamesSomebody(word => vocabulary.has(word) || known.has(word) || short.has(word));
  return {
    read,
    weigh: sentence => weighAll(sentence, learned),
    namesSomebody: (text, addressed) => namesSomebody(cut(text), addressed),
  };
}

export const phrasesOf = ({ acts, none }: FollowUps): string[] =>
  [...Object.values(acts), ...Object.values(none)].flat();

/** Words that occur at least twice; the others are names and things. */
function vocabularyOf(words: readonly string[], spellings: FollowUps['spellings']): Set<string> {
  const seen = new Set<string>();
  const vocabulary = new Set(Object.keys(spellings).flatMap(meant => meant.split(' ')));
  for (const word of words) (seen.has(word) ? vocabulary : seen).add(word.replaceAll("'", ''));
  return vocabulary;
}

const wordsOfEntries = (entries: readonly Entry[]): Set<string> =>
  new Set(
    entries
      .flatMap(({ title, answer, faq, causes }) => [
        title,
        answer,
        ...faq.flatMap(({ ask, also = [], answer }) => [ask, ...also, answer]),
        ...causes.flatMap(({ title, steps }) => [title, ...steps.flatMap(step => [step.do, step.expect])]),
      ])
      .flatMap(text => text.toLowerCase().match(/[a-z0-9]+/g) ?? []),
  );

const surroundingsOf = ({ acts }: FollowUps, spelling: Spelling): Surroundings =>
  learnSurroundings(
    Object.entries(acts)
      .filter(([act]) => act.startsWith('step-'))
      .flatMap(([, phrases]) => phrases.map(phrase => spelling(cut(phrase)))),
  );

/** Clauses that tell nothing by themselves: what `no, the other one` denies was said by somebody else. */
const BARE = new Set(['no', 'yes', 'okay']);

/** The whole message and its nearest clause count half each: `makes sense. 2 is done` says that 2 is done. */
function weighAll(sentence: Sentence, learned: Phrases): Nearness {
  const whole = learned(sentence.symbols);
  const clauses = sentence.clauses.filter(({ symbols }) => !BARE.has(symbols.join(' ')));
  if (clauses.length === 0 || sentence.clauses.length < 2) return whole;
  const parts = clauses.map(({ symbols }) => learned(symbols, 'part'));
  const shares = [...whole].map(([act, share]) => {
    const ofParts = parts.map(part => part.get(act) ?? 0);
    return [act, share + (act === 'none' ? Math.min(...ofParts) : Math.max(...ofParts))] as const;
  });
  const total = shares.reduce((sum, [act, share]) => sum + (act === 'question-back' ? 0 : share), 0);
  return new Map(shares.map(([act, share]) => [act, share / total]));
}
