// From the phrases that a message is nearest to, to an act: the nearest that it is near enough to, and that it can mean.
import type { Act } from '../act.ts';
import { type Hearing, isOurs, shareOf } from './hearing.ts';
import { questionAct, turnsToYou } from './question-asked.ts';
import type { Sentence } from './reading/sentence.ts';
import { stepsMeant } from './steps-meant.ts';

/**
 * How near the phrases of an act a message must be: where the development dialogues and the turns of the tests hold
 * hardly any that is none of our business. Acts that name a step or a provider need less.
 */
const LEAST: Readonly<Record<string, number>> = {
  'step-done': 0.25,
  'step-undone': 0.25,
  'step-help': 0.25,
  'show-steps': 0.45,
  solved: 0.42,
  'not-solved': 0.42,
  'other-fix': 0.45,
  escalate: 0.42,
  provider: 0.4,
  faq: 0.3,
};

/** People who talk to each other are left alone: whoever did not open the thread must be clearer. */
const LEAST_OF_OTHERS: typeof LEAST = {
  ...LEAST,
  solved: 0.6,
  'not-solved': 0.7,
  'other-fix': 0.7,
  escalate: 0.7,
  faq: 0.5,
};

/** A question may be meant for us although it is nearer to those of colleagues: then only a very near FAQ answers it. */
const MAY_BE_ASKED = 0.4;

export function actOfPhrases(hearing: Hearing): Act | undefined {
  const { followUp, nearness, sentence } = hearing;
  const ours = isOurs(followUp);
  for (const [kind, share] of ranked(hearing)) {
    if (kind === 'none') break;
    const act = share >= ((ours ? LEAST : LEAST_OF_OTHERS)[kind] ?? 1) ? actOf(kind, hearing) : undefined;
    if (act) return act;
  }
  const asked = shareOf(nearness, 'faq') + shareOf(nearness, 'question-back');
  return ours && sentence.asks && asked > MAY_BE_ASKED && !turnsToYou(sentence) ? questionAct(hearing) : undefined;
}

/** There are more ways to say that it works, or does not, than any list of phrases holds; so what is near those counts more. */
const EFFECT = 1.3;

/** The acts, the nearest first. A new error that was announced without one is left out: there is none. */
function ranked({ nearness, followUp }: Hearing): (readonly [string, number])[] {
  const rest = 1 - shareOf(nearness, 'new-error');
  const effect = isOurs(followUp) ? EFFECT : 1;
  return [...nearness]
    .filter(([kind]) => kind !== 'new-error' && kind !== 'question-back')
    .map(([kind, share]) => [kind, (kind.endsWith('solved') ? effect * share : share) / rest] as const)
    .toSorted(([, a], [, b]) => b - a);
}

function actOf(kind: string, hearing: Hearing): Act | undefined {
  const { sentence, entry } = hearing;
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
    case 'provider': {
      const { provider } = sentence;
      return provider !== undefined && provider !== entry?.provider ? { kind, provider } : undefined;
    }
    case 'faq':
      return questionAct(hearing);
    case 'solved':
      return { kind: goesOn(sentence) ? 'not-solved' : 'solved' };
    case 'show-steps':
    case 'not-solved':
    case 'other-fix':
    case 'escalate':
      return { kind };
    default:
      return undefined;
  }
}

/** What is said of trouble is near to what is said when it is over: “ssl error now” to “no error now”. */
const goesOn = ({ words }: Sentence): boolean =>
  words.some(word => TROUBLE.has(word)) && !words.some(word => OVER.has(word));

const TROUBLE = new Set(
  'error errors fail fails failed failing crash crashes crashed hang hangs stuck red broken refused denied missing loop loops timeout invalid'.split(
    ' ',
  ),
);
const OVER = new Set(
  'no not none without never gone anymore any more fixed solved was were had cause caused because after once instead works working ok okay fine good green passed passes'.split(
    ' ',
  ),
);
