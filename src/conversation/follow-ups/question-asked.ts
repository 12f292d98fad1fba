// A question that somebody asks us: the FAQ that answers it, or those that come near.
import type { Act, Question } from '../act.ts';
import type { FaqFound } from './faq/faq.ts';
import { type Hearing, isOurs, shareOf } from './hearing.ts';
import type { Sentence } from './reading/sentence.ts';

/** From which nearness on it is surely a question to us, by who asks: a helper's is mostly meant for the asker. */
const SURELY_ASKED = { asker: 0.5, other: 0.8, helper: 1 } as const;

/**
 * How likely the FAQ must be that is answered with: where it is surely a question to us, and where it may be one between
 * people. Of the answers that this gives in questions.test.ts about nine in ten are right; a confidence just below it is
 * right less than half the time (faq.test.ts).
 */
const ENOUGH = 0.35;
const TELLING = 0.5;

/** How likely an FAQ must be to be offered. Two in three who asked for a known one and got no answer find theirs so. */
const OFFERED = 0.08;

export function questionAct(hearing: Hearing): Act | undefined {
  const { followUp, sentence, nearness } = hearing;
  if (!isOurs(followUp) && !isGeneral(sentence)) return undefined;
  const isSure = followUp.addressed || shareOf(nearness, 'faq') > SURELY_ASKED[followUp.role];
  const found = find(hearing);
  const [best] = found;
  if (best && best.confidence > (isSure ? ENOUGH : TELLING)) return { kind: 'faq', ...named(best) };
  return isSure ? { kind: 'question', nearest: nearest(found) } : undefined;
}

/** For whoever speaks to us and is not understood. */
export const questionAtMost = (hearing: Hearing): Act => ({ kind: 'question', nearest: nearest(find(hearing)) });

const find = ({ followUp: { thread }, sentence, findFaq }: Hearing): readonly FaqFound[] =>
  findFaq(sentence.words, thread.entry === undefined ? thread.candidates : [thread.entry]);

const nearest = (found: readonly FaqFound[]): Question[] =>
  found.filter(({ confidence }) => confidence > OFFERED).map(named);

const named = ({ entry, ask }: FaqFound): Question => ({ entry, ask });

/** Colleagues ask the asker what is or was there; who asks everybody asks what one can or should do. */
const isGeneral = (sentence: Sentence): boolean =>
  !turnsToYou(sentence) && sentence.words.some(word => GENERAL.has(word));

export const turnsToYou = ({ words }: Sentence): boolean => words.some(word => word === 'you' || word === 'your');

const GENERAL = new Set('i we one my our best way people everybody actually safe valid should'.split(' '));
