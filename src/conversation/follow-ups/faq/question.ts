// What kind of thing a question asks for, whatever it is about: a time, a person, a place, a reason, leave.

/** In this order: duration, extension, who, where, why, choice, leave, meaning, way, need, prevention, number, danger, wait. */
const KINDS: readonly RegExp[] = [
  /\b(?:how long|lifetime|duration|last|lasts|valid|validity|lives?|when (?:do|does|will) \w+ (?:\w+ )?(?:expire|run out|end)|expiry)\b/,
  /\b(?:longer|extend|forever|for ever|never expires?|permanent|increase|raise|renew|prolong)\b/,
  /\b(?:who|whom|whose|owner)\b/,
  /\b(?:where|location|path|stored|keep)\b/,
  /\b(?:why|how come|reason|what causes?)\b/,
  /\b(?:or|vs|versus|difference|different|better|which|same|instead)\b/,
  /\b(?:can (?:i|we)|can not (?:i|we)|may (?:i|we)|could (?:i|we)|should (?:i|we)|shall i|allowed|possible|is it (?:safe|ok|okay))\b/,
  /\b(?:what (?:is|are|does|do)|mean|means|meaning|explain|explained)\b/,
  /\b(?:how (?:do|can|to|would|should|could)|way to|best way)\b/,
  /\b(?:need|have to|must|required|necessary|needed)\b/,
  /\b(?:prevent|avoid|next time|future|best practice|happen again|stop this)\b/,
  /\b(?:how many|how much|how often|how far|limits?|maximum|at most|max)\b/,
  /\b(?:hacked|compromised|leaked|attack|attacked|attacking|stolen|secure|security|worry|worried|dangerous|used by)\b/,
  /\b(?:how long until|how long does it take|wait|take effect|takes effect|propagation)\b/,
];

/** The kinds of a question, one bit each. */
export function kindsOf(words: readonly string[]): number {
  const text = words.join(' ');
  return KINDS.reduce((kinds, pattern, i) => (pattern.test(text) ? kinds | (1 << i) : kinds), 0);
}

export const countKinds = (kinds: number): number => {
  let count = 0;
  for (let rest = kinds; rest > 0; rest &= rest - 1) count++;
  return count;
};

/** Words that only make the kind of question: `how long … last` is not about anything long or last. */
const KIND_WORDS = new Set(
  'long live lives last lasts many often much far mean means come happen happens work works'.split(' '),
);

/** The words that tell what a question is about. */
export const subjectOf = (words: readonly string[]): string[] => words.filter(word => !KIND_WORDS.has(word));
