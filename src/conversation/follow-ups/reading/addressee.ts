// Whether a message is meant for a named person or group: `@maria …`, `hey tom, …`, `tom, can you …?`.
import type { Token } from './tokens.ts';

/** Mentions of everybody name nobody. */
const EVERYBODY = /^(?:<!(?:here|channel|everyone)\b.*>|@(?:here|channel|everyone|all))$/;

const GREETINGS = new Set(['hey', 'hi', 'hello', 'yo', 'hallo', 'morning', 'dear']);

/** After a greeting these name nobody; a verb or a pronoun goes on with the sentence. */
const NOBODY = new Set(
  'all everybody everyone team folks guys people there bot again friends channel both it this that these those i we you is are was what where who how why can could would do does did any anybody somebody thanks thank please just now still the a my our so one first quick good morning locksmith not no yes same works'.split(
    ' ',
  ),
);

/** How a sentence to somebody goes on after the name. */
const TURNS_TO = new Set(
  'can could would will did do does are is have has was were didnt dont please any what which why how where when you your whats isnt arent havent'.split(
    ' ',
  ),
);

/** `isWord` tells words of the language of these threads; a name is none. */
export type NamesSomebody = (tokens: readonly Token[], addressedToUs: boolean) => boolean;

export const createNamesSomebody =
  (isWord: (word: string) => boolean): NamesSomebody =>
  (tokens, addressedToUs) => {
    const mentions = tokens.filter(token => token.kind === 'mention' && !EVERYBODY.test(token.text));
    if (mentions.length > (addressedToUs ? 1 : 0)) return true;
    return greetsByName(tokens, isWord) || opensWithName(tokens, isWord) || endsWithName(tokens, isWord);
  };

function greetsByName(tokens: readonly Token[], isWord: (word: string) => boolean): boolean {
  const at = tokens.findIndex(({ kind }) => kind === 'word');
  const [greeting, name, next] = tokens.slice(at);
  if (!greeting || !name || name.kind !== 'word' || !GREETINGS.has(greeting.text) || NOBODY.has(name.text))
    return false;
  return !isWord(name.text) || next?.text === ',' || next?.text === 'team' || TURNS_TO.has(next?.text ?? '');
}

/** `tom, can you`, `tom: did you`, `tom can you`; but `sorry, can you` and `okay can you`. */
function opensWithName([name, mark, next, after]: readonly Token[], isWord: (word: string) => boolean): boolean {
  if (name?.kind !== 'word' || isWord(name.text) || NOBODY.has(name.text)) return false;
  if (mark?.text === ',' || mark?.text === ':') return TURNS_TO.has(next?.text ?? '');
  return TURNS_TO.has(mark?.text ?? '') && (next?.text === 'you' || (next?.text === 'not' && after?.text === 'you'));
}

/** `can you have a look, tom?` */
function endsWithName(tokens: readonly Token[], isWord: (word: string) => boolean): boolean {
  const end = tokens.findLastIndex(({ kind }) => kind === 'word');
  const name = tokens[end];
  if (!name || tokens[end - 1]?.text !== ',' || isWord(name.text)) return false;
  return tokens.slice(0, end).some(({ text }) => text === 'you' || text === 'your');
}
