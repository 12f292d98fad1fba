// Whoever calls us without an error is told how to use us: who greets us, asks what we can do, or types a thread's word elsewhere.

import { bold, line, plain, wordsOfLine } from '../line.ts';
import { waysOf } from '../looks/home.ts';
import type { Reply } from '../reply.ts';
import { TEXTS } from '../texts.ts';
import { type Context, commandOf } from '../turn.ts';

const GREETING =
  /^(?:hi|hiya|hello|hey|hallo|howdy|good (?:morning|afternoon|evening|day)|test|ping|are you (?:there|awake))(?: (?:there|all|team|bot|locksmith|everyone|everybody))?$/;
const QUESTION =
  /^(?:so )?(?:help|help me|help please|(?:can|could) you help(?: me)?|i need help|what (?:can|do) you do(?: for (?:me|us))?|what are you(?: for)?|what(?: i|’|')s this|who are you|what do you know|how (?:do|does|can|should) (?:i|we|you|this|it) (?:use (?:you|this|it)|work)|commands|usage)$/;
const THANKS =
  /^(?:(?:many |thanks? )?(?:thanks|thank you|thx|ty|cheers|danke|merci)(?: (?:a lot|so much|very much|again|bot|locksmith|all|everyone))*|ok(?:ay)?|cool|nice|great|perfect|awesome|got it|will do|good bot|no worries)$/;
const EMOJI = /:[\w+-]+:|\p{Emoji_Presentation}/gu;

/** Nothing else is said: a greeting before an error, or a plea for help with one, is about the error. Nothing at all asks too. */
export const asksForUse = (text: string): boolean =>
  partsOf(text).every(part => GREETING.test(part) || QUESTION.test(part));

/** Nothing but thanks or consent, which want no answer. */
export const isThanks = (text: string): boolean =>
  partsOf(text).length > 0 && partsOf(text).every(part => THANKS.test(part));

const partsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .replace(EMOJI, ' ')
    .split(/[.,;:!?\n-]+/)
    .map(part => part.trim())
    .filter(part => part !== '');

export function welcome(id: string, { settings }: Context): Reply {
  const ways = waysOf(settings);
  return {
    id,
    summary: [TEXTS.welcome, ...ways.items.map(wordsOfLine)].join('\n'),
    blocks: [{ kind: 'text', text: [bold(TEXTS.welcome), plain(` ${TEXTS.welcomeWays}`)] }, ways],
  };
}

/** “done 2” beside a thread instead of in it, as happens in direct messages. */
export function pointToThread(id: string, { settings }: Context): Reply {
  const said = line(TEXTS.noThread(commandOf(settings).word));
  return { id, summary: wordsOfLine(said), blocks: [{ kind: 'text', text: said }] };
}
