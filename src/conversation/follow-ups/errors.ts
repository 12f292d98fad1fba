// An error pasted into a thread: the same one again, another one, or none that we know.
import { type Decision, type Match } from '../../matching/match.ts';
import { decide, type Thresholds } from '../../matching/decide.ts';
import type { Matcher } from '../../matching/matcher.ts';
import type { RedactedText } from '../../redaction/redact.ts';

export type PastedError = { readonly kind: 'same' } | { readonly kind: 'other'; readonly decision: Decision };

/** In a thread about an error the next one is expected, so less is asked of it than of a message out of the blue. */
const THRESHOLDS: Thresholds = { answer: 0.5, ask: 0.3 };

/** A code or a fixed text must stand in it, nearly alone its entry's: chat about errors holds words only. */
const PROOF = 0.45;

export function findError(text: RedactedText, entry: string | undefined, matcher: Matcher): PastedError | undefined {
  const matches = matcher.match(text);
  const [best] = matches;
  if (!best?.evidence.some(({ signature }) => signature !== undefined)) return undefined;
  const features = matcher.rank(text).candidates[0]?.candidate.features;
  if (!features || features.code + features.text < PROOF) return undefined;
  if (best.entry === entry || speaksFor(matches, entry)) return { kind: 'same' };
  const decision = decide(matches, THRESHOLDS);
  return decision.kind === 'silent' ? undefined : { kind: 'other', decision };
}

/** The thread's own entry is as likely as the best: the same error in other words. */
const speaksFor = (matches: readonly Match[], entry: string | undefined): boolean => {
  const own = matches.find(match => match.entry === entry);
  return own !== undefined && own.confidence >= 0.8 * (matches[0]?.confidence ?? 1);
};
