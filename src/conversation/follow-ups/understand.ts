// Understands a follow-up as one act: whom it is meant for, then its error, then the phrases that it is nearest to.
import type { Entry } from '../../knowledge/entry.ts';
import type { FollowUps, Provider } from '../../knowledge/vocabulary.ts';
import type { Matcher } from '../../matching/matcher.ts';
import type { Act } from '../act.ts';
import { checklistOf } from '../checklist.ts';
import type { Thread } from '../thread.ts';
import type { Understand } from '../turn.ts';
import { actOfError } from './errors.ts';
import { createFaqFinder, type FaqFinder } from './faq/faq.ts';
import { byRole, type Hearing, shareOf } from './hearing.ts';
import { createLanguage, type Language, phrasesOf } from './language.ts';
import { actOfPhrases } from './nearest-act.ts';
import { questionAtMost } from './question-asked.ts';
import type { Topic } from './reading/sentence.ts';
import { actWithoutNumber } from './unnumbered.ts';

export type FollowUpKnowledge = {
  readonly entries: readonly Entry[];
  readonly providers: readonly Provider[];
  readonly synonyms: readonly (readonly string[])[];
  readonly asked: readonly (readonly string[])[];
  readonly followUps: FollowUps;
};

type Learned = { readonly language: Language; readonly findFaq: FaqFinder };

/** The phrases are learned at the first follow-up (about a second), so that a start does not wait for it. */
export function createUnderstand(knowledge: FollowUpKnowledge, matcher: Matcher): Understand {
  const entries = new Map(knowledge.entries.map(entry => [entry.id, entry]));
  let learned: Learned | undefined;
  return followUp => {
    learned ??= {
      language: createLanguage(knowledge),
      findFaq: createFaqFinder({ ...knowledge, phrases: phrasesOf(knowledge.followUps) }),
    };
    const { language, findFaq } = learned;
    const entry = entries.get(followUp.thread.entry ?? '');
    const sentence = language.read(followUp.text, topicOf(entry, followUp.thread));
    const nearness = byRole(language.weigh(sentence), followUp);
    const isToSomebody = language.namesSomebody(followUp.text, followUp.addressed);
    const hearing = { followUp, entry, entries, sentence, nearness, findFaq, matcher };
    const act = conclude(hearing, isToSomebody);
    return act.kind === 'none' && followUp.addressed ? questionAtMost(hearing) : act;
  };
}

const NONE: Act = { kind: 'none' };

function conclude(hearing: Hearing, isToSomebody: boolean): Act {
  const { sentence, nearness } = hearing;
  if (sentence.symbols.length === 0) return NONE;
  if (isToSomebody) return !sentence.asks && shareOf(nearness, 'solved') > TOLD ? { kind: 'solved' } : NONE;
  return actWithoutNumber(hearing) ?? actOfError(hearing) ?? actOfPhrases(hearing) ?? NONE;
}

/** `@maria that fixed it` is meant for Maria and still tells that it works. */
const TOLD = 0.8;

/** Checklists are rarely shorter; a number just beyond a short one is still meant as a step. */
const SHORTEST = 4;

const topicOf = (entry: Entry | undefined, thread: Thread): Topic => ({
  length: entry ? Math.max(SHORTEST, checklistOf(entry, thread).length) : 0,
  codes: new Set(entry?.signatures.flatMap(one => ('code' in one ? one.code.toLowerCase() : []))),
});
