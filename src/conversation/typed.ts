// What people type instead of pressing: exact words, understood before anything else. Everything looser is for follow-ups/.
import type { Act } from './act.ts';
import type { ButtonName } from './chat-event.ts';

/** `pick` is the number typed behind a button's words, or an entry's id: "choose 2". `plain`: one bare word, as people say to each other too. */
export type Typed =
  | { readonly kind: 'act'; readonly act: Act }
  | { readonly kind: 'skip'; readonly steps: readonly number[] }
  | { readonly kind: 'button'; readonly button: ButtonName; readonly pick?: string; readonly plain?: true }
  | { readonly kind: 'help'; readonly plain: true };

type Simple = 'show-steps' | 'solved' | 'not-solved' | 'other-fix' | 'escalate';
const act = (kind: Simple): Typed => ({ kind: 'act', act: { kind } });

const WORDS: Readonly<Record<string, Typed>> = {
  'show steps': act('show-steps'),
  solved: act('solved'),
  'it works now': act('solved'),
  'still stuck': act('not-solved'),
  'not my problem': act('other-fix'),
  'ask a person': act('escalate'),
  'call them anyway': { kind: 'button', button: 'call-anyway' },
  'none of these': { kind: 'button', button: 'none-of-these' },
  advanced: { kind: 'button', button: 'advanced', plain: true },
  'advanced fixes': { kind: 'button', button: 'advanced' },
  questions: { kind: 'button', button: 'questions', plain: true },
  related: { kind: 'button', button: 'related', plain: true },
  'related problems': { kind: 'button', button: 'related' },
  why: { kind: 'button', button: 'details', plain: true },
  'why this answer': { kind: 'button', button: 'details' },
  details: { kind: 'button', button: 'details', plain: true },
  share: { kind: 'button', button: 'share', plain: true },
  help: { kind: 'help', plain: true },
};

const STEPS = /^(done|undo|skip|help)((?:[\s,&+]|and|-|\d)+)$/;
const PICK = /^(choose|question|saw) ([1-9]\d?|[a-z0-9-]+\/[a-z0-9-]+)$/;
const PICKED: Readonly<Record<string, ButtonName>> = {
  choose: 'choose-entry',
  question: 'ask-question',
  saw: 'outcome',
};

/** Undefined for whatever is not exactly one of these. */
export function readTyped(text: string): Typed | undefined {
  const words = text
    .trim()
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/[.!]+$/, '');
  const [, verb, numbers = ''] = STEPS.exec(words) ?? [];
  const steps = numbersOf(numbers);
  if (verb !== undefined && steps.length > 0) return aboutSteps(verb, steps);
  const [, way = '', pick] = PICK.exec(words) ?? [];
  const button = PICKED[way];
  if (button && pick !== undefined) return { kind: 'button', button, pick };
  return Object.hasOwn(WORDS, words) ? WORDS[words] : undefined;
}

function aboutSteps(verb: string, steps: readonly number[]): Typed | undefined {
  const [first = 0] = steps;
  switch (verb) {
    case 'done':
      return { kind: 'act', act: { kind: 'step-done', steps } };
    case 'undo':
      return { kind: 'act', act: { kind: 'step-undone', steps } };
    case 'skip':
      return { kind: 'skip', steps };
    default:
      return steps.length === 1 ? { kind: 'act', act: { kind: 'step-help', step: first } } : undefined;
  }
}

/** A range is not read further than this; the longest checklist is shorter. */
const LONGEST = 100;

/** "1, 3-5 and 7" */
function numbersOf(text: string): number[] {
  const numbers = [...text.matchAll(/(\d+)(?:\s*-\s*(\d+))?/g)].flatMap(([, from = '', to = from]) => {
    const first = Number(from);
    const length = Math.min(Math.max(Number(to) - first + 1, 1), LONGEST);
    return Array.from({ length }, (_, i) => first + i);
  });
  return [...new Set(numbers)].toSorted((a, b) => a - b);
}
