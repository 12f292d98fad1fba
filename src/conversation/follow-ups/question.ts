// What kind of thing a question asks for, whatever it is about: a time, a person, a place, a reason, leave.

const KINDS: readonly (readonly [string, RegExp])[] = [
  ['duration', /\b(?:how long|lifetime|duration|last|lasts|valid|validity|lives?|when (?:do|does|will) \w+ (?:\w+ )?(?:expire|run out|end)|expiry)\b/],
  ['extension', /\b(?:longer|extend|forever|for ever|never expires?|permanent|increase|raise|renew|prolong)\b/],
  ['who', /\b(?:who|whom|whose|owner)\b/],
  ['where', /\b(?:where|location|path|stored|keep)\b/],
  ['why', /\b(?:why|how come|reason|what causes?)\b/],
  ['choice', /\b(?:or|vs|versus|difference|different|better|which|same|instead)\b/],
  ['leave', /\b(?:can (?:i|we)|can not (?:i|we)|may (?:i|we)|could (?:i|we)|should (?:i|we)|shall i|allowed|possible|is it (?:safe|ok|okay))\b/],
  ['meaning', /\b(?:what (?:is|are|does|do)|mean|means|meaning|explain|explained)\b/],
  ['way', /\b(?:how (?:do|can|to|would|should|could)|way to|best way)\b/],
  ['need', /\b(?:need|have to|must|required|necessary|needed)\b/],
  ['prevention', /\b(?:prevent|avoid|next time|future|best practice|happen again|stop this)\b/],
  ['number', /\b(?:how many|how much|how often|how far|limits?|maximum|at most|max)\b/],
  ['danger', /\b(?:hacked|compromised|leaked|attack|attacked|attacking|stolen|secure|security|worry|worried|dangerous|used by)\b/],
  ['wait', /\b(?:how long until|how long does it take|wait|take effect|takes effect|propagation)\b/],
];

export const kindsOf = (words: readonly string[]): Set<string> => {
  const text = words.join(' ');
  return new Set(KINDS.filter(([, pattern]) => pattern.test(text)).map(([kind]) => kind));
};

/** Words that only make the kind of question: `how long … last` is not about anything long or last. */
const KIND_WORDS = new Set('long live lives last lasts many often much far mean means come happen happens work works'.split(' '));

/** The words that tell what a question is about. */
export const subjectOf = (words: readonly string[]): string[] => words.filter(word => !KIND_WORDS.has(word));
