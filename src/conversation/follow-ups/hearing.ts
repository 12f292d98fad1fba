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

/** What is likely, given who speaks after whom. */
export function inPlace(nearness: Nearness, followUp: FollowUp): Nearness {
  const ours = isOurs(followUp) ? withoutQuestionsBack(nearness) : nearness;
  return isReply(followUp) ? withReplies(ours) : ours;
}

/** The part of a colleague's typical question that is taken off where the question is more likely meant for us. */
const TAKEN_OFF = 0.8;

function withoutQuestionsBack(nearness: Nearness): Nearness {
  const less = TAKEN_OFF * shareOf(nearness, 'question-back');
  return new Map([...nearness].map(([act, share]) => [act, (act === 'none' ? share - less : share) / (1 - less)]));
}

/** The asker speaks right after somebody who did not mean us: more likely to them than to us. */
function isReply({ role, addressed, thread }: FollowUp): boolean {
  const last = thread.heard.at(-1);
  return role === 'asker' && !addressed && last?.act === 'none' && last.by !== thread.asker.id;
}

/** How much likelier it then is that a message is none of our business: counted in the development dialogues. */
const REPLY = 5;

function withReplies(nearness: Nearness): Nearness {
  const total = 1 + (REPLY - 1) * shareOf(nearness, 'none');
  return new Map([...nearness].map(([act, share]) => [act, (act === 'none' ? share * REPLY : share) / total]));
}
