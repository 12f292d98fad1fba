// What kind of thing a question asks for, whatever it is about: a time, a person, a place, a reason, leave.

/** In this order: duration, extension, who, where, why, choice, leave, meaning, way, need, prevention, number, danger, wait. */
const KINDS: readonly RegExp[] = [
  /\b(?:how long|how many (?:seconds|minutes|hours|days|weeks|months)|lifetime|duration|last|lasts|valid|validity|lives?|good for|(?:ever|when) .*(?:expire|run out|end|die)|expiry)\b/,
  /\b(?:longer|extend|forever|for ever|never expires?|permanent|increase|raise|renew|prolong|bump|more than|turned up)\b/,
  /\b(?:who|whom|whose|owner)\b/,
  /\b(?:where|location|path|stored|saved|kept|keep|directory|folder|which file)\b/,
  /\b(?:why|how come|reason|what causes?|what gives|how (?:is that|can that be) possible)\b/,
  /\b(?:or|vs|versus|difference|different|better|which|same|instead|rather)\b/,
  /\b(?:can (?:i|we)|can not (?:i|we)|may (?:i|we)|could (?:i|we)|should (?:i|we)|shall (?:i|we)|allowed|possible|(?:is|be) (?:it |that )?(?:safe|ok|okay|fine|bad|a good idea))\b/,
  /\b(?:what (?:is|are|does|do)|mean|means|meaning|explain|explained)\b/,
  /\b(?:how (?:do|can|to|would|should|could)|way to|best way)\b/,
  /\b(?:need|have to|must|required|necessary|needed)\b/,
  /\b(?:prevent|avoid|next time|future|best practice|happen again|stop this)\b/,
  /\b(?:how many|how much|how often|how far|limits?|maximum|at most|max)\b/,
  /\b(?:hacked|compromised|leaked|attack|attacked|attacking|stolen|secure|security|worry|worried|dangerous|used by)\b/,
  /\b(?:how long until|how long (?:does|will|do) \w+ take|wait|take effect|takes effect|kick in|propagation)\b/,
];

/** The kinds of a question, one bit each. */
export function kindsOf(words: readonly string[]): number {
  const text = words.join(' ');
  return KINDS.reduce((kinds, pattern, i) => (pattern.test(text) ? kinds | (1 << i) : kinds), 0);
}

export const KIND_COUNT = KINDS.length;

/** The kinds of a question by their number. */
export const kindsIn = (kinds: number): number[] => KINDS.flatMap((_, i) => (kinds & (1 << i) ? [i] : []));

/** Words that only make the kind of question: `how long … last` is not about anything long or last. */
const KIND_WORDS = new Set(
  'long live lives last lasts many often much far mean means come happen happens work works good need needs needed'.split(
    ' ',
  ),
);

/** The words that tell what a question is about. */
export const subjectOf = (words: readonly string[]): string[] => words.filter(word => !KIND_WORDS.has(word));
