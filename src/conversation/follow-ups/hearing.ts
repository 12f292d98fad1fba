// One follow-up as it was heard: what it says, in which thread, and what everything else may look at.
import type { Entry } from '../../knowledge/entry.ts';
import type { Matcher } from '../../matching/matcher.ts';
import type { FollowUp } from '../turn.ts';
import type { FaqFinder } from './faq/faq.ts';
import type { Nearness } from './phrases/phrases.ts';
import type { Sentence } from './reading/sentence.ts';

export type Hearing = {
  readonly followUp: FollowUp;
  /** The thread's entry, once there is one. */
  readonly entry: Entry | undefined;
  readonly entries: ReadonlyMap<string, Entry>;
  readonly sentence: Sentence;
  readonly nearness: Nearness;
  readonly findFaq: FaqFinder;
  readonly matcher: Matcher;
};

/** Whoever opened the thread, or speaks to us, is likely to mean us. */
export const isOurs = ({ role, addressed }: FollowUp): boolean => role === 'asker' || addressed;

export const shareOf = (nearness: Nearness, act: string): number => nearness.get(act) ?? 0;

/** The part of a colleague's typical question that is taken off where the question is more likely meant for us. */
const TAKEN_OFF = 0.8;

/** What is likely, given who speaks. */
export function byRole(nearness: Nearness, followUp: FollowUp): Nearness {
  if (!isOurs(followUp)) return nearness;
  const less = TAKEN_OFF * shareOf(nearness, 'question-back');
  return new Map([...nearness].map(([act, share]) => [act, (act === 'none' ? share - less : share) / (1 - less)]));
}
