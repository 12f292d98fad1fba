// An error pasted into a thread: another one, the same one again, or none that we know.
import type { Signature } from '../../knowledge/entry.ts';
import { decide, type Thresholds } from '../../matching/decide.ts';
import type { Match } from '../../matching/match.ts';
import type { Act } from '../act.ts';
import { type Hearing, isOurs, shareOf } from './hearing.ts';

/** In a thread about an error the next one is expected, so less is asked of it than of a message out of the blue. */
const THRESHOLDS: Thresholds = { answer: 0.5, ask: 0.3 };

/** Longer texts that hold the thread's own error are pastes; a short one may only quote it. In characters. */
const PASTE = 60;

/** What somebody else pastes is theirs. A question about a code is a question; `still 403` is the error of this thread. */
export function actOfError(hearing: Hearing): Act | undefined {
  const { followUp, sentence, nearness } = hearing;
  if (!isOurs(followUp) || (sentence.asks && shareOf(nearness, 'faq') > 0.5)) return undefined;
  if (followUp.text.length < PASTE && shareOf(nearness, 'not-solved') > 0.7) return { kind: 'not-solved' };
  const error = findError(hearing);
  if (error !== 'same') return error;
  const told = shareOf(nearness, 'solved') + shareOf(nearness, 'step-done') + shareOf(nearness, 'step-help');
  const isAgain = followUp.text.length > PASTE || shareOf(nearness, 'not-solved') > 0.15;
  return isAgain && told < 0.5 ? { kind: 'not-solved' } : undefined;
}

function findError(hearing: Hearing): Act | 'same' | undefined {
  const { followUp, entry, nearness, matcher } = hearing;
  const matches = matcher.match(followUp.text);
  const others = matches.filter(match => match.entry !== entry?.id);
  // Who says that a new error follows rules the thread's own out.
  if (shareOf(nearness, 'new-error') > 0.4 && others[0] && isQuoted(others[0])) return newError(others);
  const [best] = matches;
  if (!best || !isProven(best, hearing)) return undefined;
  return best.entry === entry?.id || speaksFor(matches, entry?.id) ? 'same' : newError(matches);
}

/** More than words: a signature stands in the message. */
const isQuoted = (match: Match): boolean => match.evidence.some(({ signature }) => signature !== undefined);

/** A code or a text that identifies the entry: chat about errors holds words, and hints that many problems share. */
function isProven(match: Match, { entries }: Hearing): boolean {
  const signatures = entries.get(match.entry)?.signatures ?? [];
  const proofs = signatures.filter(({ proves }) => proves !== 'little').map(nameOf);
  return match.evidence.some(({ signature, weight }) => weight > 0 && proofs.includes(signature ?? ''));
}

const nameOf = (signature: Signature): string =>
  'code' in signature ? signature.code : 'text' in signature ? signature.text : signature.pattern;

/** The thread's own entry is about as likely as the best: the same error in other words. */
function speaksFor(matches: readonly Match[], entry: string | undefined): boolean {
  const own = matches.find(match => match.entry === entry);
  return own !== undefined && own.confidence >= 0.8 * (matches[0]?.confidence ?? 1);
}

function newError(matches: readonly Match[]): Act | undefined {
  const decision = decide(matches, THRESHOLDS);
  return decision.kind === 'silent' ? undefined : { kind: 'new-error', decision };
}
