// Understands a follow-up as one act: by its error, then by the phrases that it is nearest to and by what it names.
import type { Entry } from '../../knowledge/entry.ts';
import type { FollowUps, Provider } from '../../knowledge/vocabulary.ts';
import type { Matcher } from '../../matching/matcher.ts';
import type { Act } from '../act.ts';
import { checklistOf } from '../checklist.ts';
import type { Thread } from '../thread.ts';
import type { FollowUp, Understand } from '../turn.ts';
import { findError } from './errors.ts';
import { createFaqFinder, type FaqFinder } from './faq.ts';
import { createLanguage, type Language } from './language.ts';
import type { Nearness } from './phrases/phrases.ts';
import type { Sentence, Topic } from './reading/sentence.ts';
import { stepsMeant } from './steps-meant.ts';

export type FollowUpKnowledge = {
  readonly entries: readonly Entry[];
  readonly providers: readonly Provider[];
  readonly synonyms: readonly (readonly string[])[];
  readonly followUps: FollowUps;
};

/** How near a question of the thread's entry must be, for what is surely a question to us, and for what may be one. */
const FAQ = { sure: 0.12, unsure: 0.4 } as const;

/** How sure it must be that somebody asks us, by who it is: a helper's question is mostly meant for the asker. */
const SURELY_ASKED = { asker: 0.5, other: 0.8, helper: 0.95 } as const;

/** How near the phrases of an act a message must be. Acts that speak for themselves by a step's number need less. */
const LEAST: Readonly<Record<string, number>> = {
  'step-done': 0.35,
  'step-undone': 0.35,
  'step-help': 0.35,
  'show-steps': 0.45,
  solved: 0.45,
  'not-solved': 0.5,
  'other-fix': 0.5,
  escalate: 0.5,
  provider: 0.5,
  faq: 0.3,
};
/** People who talk to each other are left alone: whoever did not open the thread must be clearer. */
const LEAST_OF_OTHERS: typeof LEAST = { ...LEAST, solved: 0.6, 'not-solved': 0.7, 'other-fix': 0.7, escalate: 0.7, faq: 0.5 };

const NONE: Act = { kind: 'none' };

export function createUnderstand(knowledge: FollowUpKnowledge, matcher: Matcher): Understand {
  let learned: { readonly language: Language; readonly findFaq: FaqFinder } | undefined;
  const entries = new Map(knowledge.entries.map(entry => [entry.id, entry]));
  return followUp => {
    learned ??= { language: createLanguage(knowledge), findFaq: createFaqFinder(knowledge.entries, knowledge.synonyms) };
    const entry = entries.get(followUp.thread.entry ?? '');
    const { language, findFaq } = learned;
    const sentence = language.read(followUp.text, topicOf(entry, followUp.thread));
    const weighed = language.weigh(sentence);
    const nearness = isOurs(followUp) ? withoutQuestionsBack(weighed) : weighed;
    return conclude({ followUp, entry, sentence, nearness, language, findFaq, matcher });
  };
}

/** Checklists are rarely shorter than four steps; a number just beyond a short one is still meant as a step. */
const SHORTEST = 4;

const topicOf = (entry: Entry | undefined, thread: Thread): Topic => ({
  length: entry ? Math.max(SHORTEST, checklistOf(entry, thread).length) : 0,
  codes: new Set(entry?.signatures.flatMap(one => ('code' in one ? one.code.toLowerCase() : []))),
});

/** Whoever opened the thread, or speaks to us, is more likely to mean us. */
const isOurs = ({ role, addressed }: FollowUp): boolean => role === 'asker' || addressed;

/** The part of a colleague's typical question that is taken off where the question is more likely meant for us. */
const TAKEN_OFF = 0.8;

function withoutQuestionsBack(nearness: Nearness): Nearness {
  const less = TAKEN_OFF * (nearness.get('question-back') ?? 0);
  return new Map([...nearness].map(([act, share]) => [act, (act === 'none' ? share - less : share) / (1 - less)]));
}

type Question = {
  readonly followUp: FollowUp;
  readonly entry: Entry | undefined;
  readonly sentence: Sentence;
  readonly nearness: Nearness;
  readonly language: Language;
  readonly findFaq: FaqFinder;
  readonly matcher: Matcher;
};

function conclude(question: Question): Act {
  const { followUp, sentence, nearness, language } = question;
  if (sentence.symbols.length === 0) return NONE;
  if (language.namesSomebody(followUp.text, followUp.addressed))
    return (nearness.get('solved') ?? 0) > 0.8 && !sentence.asks ? { kind: 'solved' } : NONE;
  return actOfError(question) ?? actOfPhrases(question) ?? NONE;
}

function actOfError({ followUp, sentence, nearness, entry, matcher }: Question): Act | undefined {
  if (!isOurs(followUp)) return undefined;
  if (sentence.asks && (nearness.get('faq') ?? 0) > 0.5) return undefined;
  const error = findError(followUp.text, entry?.id, matcher);
  if (error?.kind === 'other') return { kind: 'new-error', decision: error.decision };
  const told = (nearness.get('solved') ?? 0) + (nearness.get('step-done') ?? 0) + (nearness.get('step-help') ?? 0);
  return error && told < 0.5 ? { kind: 'not-solved' } : undefined;
}

function actOfPhrases(question: Question): Act | undefined {
  const { followUp, nearness, sentence } = question;
  const mine = isOurs(followUp);
  const acts = [...nearness].filter(([kind]) => kind !== 'question-back').toSorted((a, b) => b[1] - a[1]);
  for (const [kind, share] of acts) {
    if (kind === 'none') break;
    const act = share >= ((mine ? LEAST : LEAST_OF_OTHERS)[kind] ?? 1) ? actOf(kind, question) : undefined;
    if (act) return act;
  }
  const asked = (nearness.get('faq') ?? 0) + (nearness.get('question-back') ?? 0);
  return mine && sentence.asks && asked > 0.4 ? faqAct(question) : undefined;
}

function actOf(kind: string, question: Question): Act | undefined {
  const { sentence, entry } = question;
  switch (kind) {
    case 'step-done':
    case 'step-undone': {
      const steps = stepsMeant(kind, sentence);
      return entry && steps.length > 0 ? { kind, steps } : undefined;
    }
    case 'step-help': {
      const step = sentence.steps.at(-1)?.steps[0];
      return entry && step !== undefined ? { kind, step } : undefined;
    }
    case 'provider':
      return sentence.provider !== undefined && sentence.provider !== entry?.provider
        ? { kind, provider: sentence.provider }
        : undefined;
    case 'faq':
      return faqAct(question);
    case 'show-steps':
    case 'solved':
    case 'not-solved':
    case 'other-fix':
    case 'escalate':
      return { kind };
    default:
      return undefined;
  }
}

function faqAct({ followUp, sentence, findFaq, nearness }: Question): Act | undefined {
  const { thread } = followUp;
  const mine = isOurs(followUp);
  if (!mine && sentence.tokens.some(({ text }) => text === 'you' || text === 'your')) return undefined;
  const about = thread.entry === undefined ? thread.candidates : [thread.entry];
  const found = findFaq(sentence.words, about, (nearness.get('faq') ?? 0) > SURELY_ASKED[followUp.role] ? FAQ.sure : FAQ.unsure);
  return found && { kind: 'faq', entry: found.entry, ask: found.ask };
}
