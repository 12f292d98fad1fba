// Made-up entries beside the real ones: each takes the form of a real entry, for a service that does not exist, with words and
// parts of codes from all of them. They share words as much as real entries do, and no two are alike.
import type { Entry, Signature } from '../../src/knowledge/entry.ts';
import { type Chance, createChance, some } from './chance.ts';

/** A third of the words are replaced, one in twelve by the service's name: enough to differ, little enough to read alike. */
const OTHER_WORDS = 0.35;
const NAMED = 0.08;
const SYLLABLES = some('ba cor dex fin gra hel jun kor lum mer nox pra qui ros tal vex'.split(' '));

type Pools = {
  readonly models: readonly [Entry, ...Entry[]];
  readonly words: readonly [string, ...string[]];
  readonly parts: readonly [string, ...string[]];
};

/** All entries given, and as many made ones as make up `size`. */
export function growTo(entries: readonly Entry[], size: number): readonly Entry[] {
  const pools: Pools = {
    models: some(entries),
    words: some(entries.flatMap(entry => [entry.title, ...entry.symptoms]).flatMap(text => text.split(' '))),
    parts: some(entries.flatMap(entry => entry.signatures).flatMap(partsOf)),
  };
  const chance = createChance(1);
  const made = Array.from({ length: Math.max(0, size - entries.length) }, (_, i) => make(i, pools, chance));
  return [...entries, ...made];
}

const partsOf = (signature: Signature): string[] =>
  'code' in signature ? (signature.code.match(/[A-Z][a-z]+/g) ?? []) : [];

function make(i: number, { models, words, parts }: Pools, chance: Chance): Entry {
  const model = chance.pick(models);
  const service = [1, 2, 3].map(() => chance.pick(SYLLABLES)).join('');
  const say = (text: string): string =>
    text
      .split(' ')
      .map(word => replace(word, chance.next(), { service, other: chance.pick(words) }))
      .join(' ');
  const code = `${service.replace(/^./, first => first.toUpperCase())}${chance.pick(parts)}${chance.pick(parts)}`;
  const texts = model.signatures.flatMap(signature => ('text' in signature ? [signature.text] : [])).slice(0, 2);
  const others = model['look-alikes']?.slice(0, 2).map(other => ({
    ...other,
    seen: other.seen?.slice(0, 2).map(text => `${service} ${say(text)}`),
  }));
  return {
    ...model,
    id: `${service}/made-${i}`,
    provider: service,
    title: say(model.title),
    answer: say(model.answer),
    symptoms: model.symptoms.slice(0, 3).map(say),
    signatures: [{ code }, ...texts.map(text => ({ text: `${say(text)} (${service})` }))],
    ...(others && { 'look-alikes': others }),
    causes: model.causes.slice(0, 1).map(cause => ({ ...cause, title: say(cause.title) })),
    faq: model.faq.slice(0, 1).map(faq => ({ ...faq, ask: say(faq.ask) })),
    examples: { ...model.examples, match: [`${code}: ${say(model.examples.match[0] ?? '')}`] },
  };
}

const replace = (
  word: string,
  fell: number,
  { service, other }: { readonly service: string; readonly other: string },
): string => (fell < NAMED ? service : fell < OTHER_WORDS ? other : word);
