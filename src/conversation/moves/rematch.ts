// The thread is about something else than it seemed: another provider, another error, an edited opening.
import { decide, oneOf } from '../../matching/decide.ts';
import type { Decision, Match } from '../../matching/match.ts';
import { type RedactedText, type Redaction, redact } from '../../redaction/redact.ts';
import { admit, offer, startAnother, withMatch } from '../respond/opening.ts';
import { TEXTS } from '../texts.ts';
import type { Thread } from '../thread.ts';
import type { Context, Turn } from '../turn.ts';
import type { Moved } from './moves.ts';

/** A different error, perhaps uncovered by the fix: a checklist of its own; the one before is put aside. */
export function newError(decision: Decision, thread: Thread, event: Moved, context: Context): Turn {
  if (decision.kind === 'answer')
    return startAnother(thread, withMatch(thread, decision.match, decision.others, context), event, context, [
      'new error',
    ]);
  return {
    thread: { ...thread, candidates: decision.candidates.map(match => match.entry) },
    replies: [offer(`${event.key}#1`, TEXTS.whichOne(oneOf(decision.candidates)), decision.candidates, context)],
    counted: ['new error'],
  };
}

/** Once the provider is known, less is asked of the rest: read off the turns of the tests, not calibrated. */
const AMONG_PROVIDER = { answer: 0.6, ask: 0 } as const;

/** "No, it's Azure": the opening again, with what was added, among that provider's entries only. */
export function tryProvider(
  provider: string,
  thread: Thread,
  event: Moved & { readonly text: Redaction },
  context: Context,
): Turn {
  const said = [thread.opening ?? '', event.text.text];
  // The opening alone first: a correction brings words of its own, "no" and "not" among them.
  const readings = [said.slice(0, 1), said].map(parts => context.matcher.match(redact(parts.join('\n')).text));
  const fitting =
    readings
      .map(matches => matches.filter(match => match.entry.startsWith(`${provider}/`) && match.entry !== thread.entry))
      .find(matches => matches.length > 0) ?? [];
  const next: Thread =
    thread.entry === undefined ? thread : { ...thread, dismissed: [...thread.dismissed, thread.entry] };
  const counted = ['provider corrected'];
  const decision = decide(asIfAlone(fitting), AMONG_PROVIDER);
  if (decision.kind === 'answer' || fitting.length === 1) {
    const [best, ...others] = fitting;
    if (best) return startAnother(thread, withMatch(next, best, others, context), event, context, counted);
  }
  if (fitting.length === 0) return admit(next, event.key, [], context, TEXTS.notOfProvider);
  return {
    thread: { ...next, candidates: fitting.slice(0, 3).map(match => match.entry) },
    replies: [offer(`${event.key}#1`, TEXTS.whichOne(oneOf(asIfAlone(fitting))), fitting.slice(0, 3), context)],
    counted,
  };
}

/** A decision among one provider's entries; undefined where none of them fits at all. */
export function decideAmong(matches: readonly Match[], provider: string): Decision | undefined {
  const fitting = matches.filter(match => match.entry.startsWith(`${provider}/`));
  const [best, ...others] = fitting;
  if (!best) return undefined;
  const { kind } = decide(asIfAlone(fitting), AMONG_PROVIDER);
  return kind === 'answer'
    ? { kind, match: best, others: others.slice(0, 2) }
    : { kind: 'ask', candidates: fitting.slice(0, 3) };
}

/** Confidence among those left: the others are out, so what remains shares the whole. */
function asIfAlone(matches: readonly Match[]): Match[] {
  const sum = matches.reduce((all, match) => all + match.confidence, 0);
  return matches.map(({ entry, confidence, evidence }) => ({
    entry,
    confidence: sum > 0 ? confidence / sum : 0,
    evidence,
  }));
}

/** An edited opening counts where it brings another error; otherwise what is stored of it follows the edit, silently. */
export function openingEdited(text: RedactedText, thread: Thread, event: Moved, context: Context): Turn {
  const next: Thread = { ...thread, opening: text, changedAt: event.at };
  const decision = decide(context.matcher.match(text), context.settings.thresholds.unaddressed);
  const isNews = decision.kind === 'answer' && decision.match.entry !== thread.entry;
  if (isNews && !thread.dismissed.includes(decision.match.entry) && thread.ticks.length === 0)
    return startAnother(thread, withMatch(next, decision.match, decision.others, context), event, context, [
      'opening edited',
    ]);
  return { thread: next, replies: [], counted: ['opening edited'] };
}
