// Which of the steps that a message names are meant: in `did 1, skipped 2` only the first is done.
import type { Sentence } from './reading/sentence.ts';
import type { StepReference } from './reading/steps.ts';

/** Right before a step: it is left out, or comes only now. `on` and `to` as in `now on to 3`. */
const LEFT_OUT_BEFORE = new Set(
  'not no skip skipped skipping without except onto starting start trying try next before'.split(' '),
);
/** After a step, in the same clause: it is not done. */
const LEFT_OUT_AFTER = new Set(
  'not open pending left later tomorrow tonight missing skipped still next never waiting'.split(' '),
);

/** How many words away from a step its own words stand. */
const NEAR = 3;

export function stepsMeant(kind: 'step-done' | 'step-undone', { tokens, steps }: Sentence): number[] {
  const leftOut = steps.filter(step =>
    isLeftOut(
      step,
      tokens.map(({ text }) => text),
      steps,
    ),
  );
  const meant =
    kind === 'step-done' ? steps.filter(step => !leftOut.includes(step)) : leftOut.length > 0 ? leftOut : steps;
  return [...new Set(meant.flatMap(one => one.steps))].toSorted((a, b) => a - b);
}

function isLeftOut({ first, last }: StepReference, words: readonly string[], steps: readonly StepReference[]): boolean {
  const before = clauseWords(words.slice(Math.max(0, first - NEAR), first).toReversed()).toReversed();
  const isNext = before.at(-1) === 'to' && before.at(-2) === 'on';
  if (isNext || before.slice(-2).some(word => LEFT_OUT_BEFORE.has(word))) return true;
  const next = steps.find(step => step.first > last);
  const after = clauseWords(words.slice(last + 1, Math.min(last + 1 + NEAR + 1, next?.first ?? words.length)));
  const own = next && LEFT_OUT_BEFORE.has(after.at(-1) ?? '') ? after.slice(0, -1) : after;
  return own.some(word => LEFT_OUT_AFTER.has(word));
}

/** The words up to the end of the clause. */
function clauseWords(words: readonly string[]): readonly string[] {
  const end = words.findIndex(word => /^(?:[.,;!?()]|\.{2,}|…|→|–|—|but|and)$/.test(word));
  return end < 0 ? words : words.slice(0, end);
}
