// Which question of the knowledge base somebody asks: first among those of the thread's entry, then nearby, then anywhere.
import type { Entry, Faq } from '../../../knowledge/entry.ts';
import { wordsOf } from '../../../matching/reading/cut.ts';
import { createOverlap } from './overlap.ts';
import { countKinds, kindsOf, subjectOf } from './question.ts';

export type FaqFound = { readonly entry: string; readonly ask: string; readonly nearness: number };

/** `about` is the thread's entry, or its candidates while none is sure. `sure`: it is a question to us, nothing else. */
export type FaqFinder = (words: readonly string[], about: readonly string[], sure: boolean) => FaqFound | undefined;

/** Every thread may fall back on these. */
const GENERAL = 'general/invalid-credentials';

/** How near a question must be to be preferred to those further away. Read off questions whose answer is known (see the test). */
const NEAR = { own: 0.12, related: 0.6, anywhere: 0.7 } as const;
/** How much nearer a question further away must be to be preferred. Raising `own` finds more of the entry's and fewer general ones. */
const AHEAD = { own: 0.65, related: 0.1 } as const;

/** What the same kind of question (how long, who may) is worth beside the words. */
const KIND = 0.3;

/** All words and the kind: nothing can be nearer. */
const NEAREST = 1 + KIND;

type Asked = { readonly entry: string; readonly faq: Faq; readonly kinds: number };
type Ranking = (words: readonly string[]) => FaqFound | undefined;

export function createFaqFinder(entries: readonly Entry[], synonyms: readonly (readonly string[])[]): FaqFinder {
  const byId = new Map(entries.map(entry => [entry.id, entry]));
  const rankings = new Map<string, Ranking>();
  const among = (ids: readonly string[]): Ranking => {
    const key = ids.join(' ');
    const known = rankings.get(key);
    if (known) return known;
    const ranking = createRanking(
      ids.flatMap(id => byId.get(id) ?? []),
      synonyms,
    );
    rankings.set(key, ranking);
    return ranking;
  };
  const everything = entries.map(({ id }) => id);
  return (words, about, sure) => {
    const own = among(about)(words);
    const related = [...new Set([...about.flatMap(id => byId.get(id)?.related ?? []), GENERAL])];
    if (own && own.nearness + AHEAD.own >= NEAREST) return own;
    const nearby = among(related)(words);
    const anywhere = sure ? among(everything)(words) : undefined;
    const [best] = [
      { found: own, ahead: AHEAD.own, needs: sure ? NEAR.own : NEAR.related - AHEAD.related },
      { found: nearby, ahead: AHEAD.related, needs: NEAR.related },
      { found: anywhere, ahead: 0, needs: NEAR.anywhere },
    ]
      .flatMap(({ found, ahead, needs }) => (found && found.nearness >= needs ? [{ found, ahead }] : []))
      .toSorted((a, b) => b.found.nearness + b.ahead - a.found.nearness - a.ahead);
    return best?.found;
  };
}

/** Words weigh by how rare they are among these entries' questions: within one entry its own subject tells nothing. */
function createRanking(entries: readonly Entry[], synonyms: readonly (readonly string[])[]): Ranking {
  const asked = entries.flatMap(entry => entry.faq.map(faq => ({ entry: entry.id, faq, kinds: kindsOfFaq(faq) })));
  const titles = new Map(entries.map(({ id, title }) => [id, title]));
  const texts = asked.map(({ faq, entry }) => [
    { words: [faq.ask, ...(faq.also ?? [])].flatMap(text => subjectOf(wordsOf(text))), weight: 2 },
    { words: wordsOf(faq.answer), weight: 0.8 },
    { words: wordsOf(titles.get(entry) ?? ''), weight: 0.3 },
  ]);
  const overlap = createOverlap(texts, synonyms);
  return words => {
    const kinds = kindsOf(words);
    const covered = overlap(subjectOf(words));
    const near = asked.map((one, i) => (covered[i] ?? 0) + shareOf(kinds, one.kinds) * KIND);
    return bestOf(asked, near);
  };
}

function bestOf(asked: readonly Asked[], near: readonly number[]): FaqFound | undefined {
  const best = near.indexOf(Math.max(...near));
  const found = asked[best];
  return found && { entry: found.entry, ask: found.faq.ask, nearness: near[best] ?? 0 };
}

const kindsOfFaq = ({ ask, also = [] }: Faq): number =>
  [ask, ...also].reduce((kinds, text) => kinds | kindsOf(wordsOf(text)), 0);

const shareOf = (kinds: number, own: number): number => (kinds === 0 ? 0 : countKinds(kinds & own) / countKinds(kinds));
