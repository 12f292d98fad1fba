// The prefilter must never miss a rule that could find something.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileKeywords } from '../../src/redaction/keywords.ts';

/** The numbers of the lists of which a word stands in the text. */
function listsIn(text: string, lists: readonly (readonly string[])[]): number[] {
  const found = new Set<number>();
  compileKeywords(lists)(text, list => found.add(list));
  return [...found].toSorted();
}

describe('keywords', () => {
  it.each([
    ['finds a word in the middle', [['key']], 'a monkey', [0]],
    ['takes upper case for lower case', [['ghp_']], 'GHP_x', [0]],
    ['finds a word inside a longer one', [['token'], ['ok']], 'token', [0, 1]],
    ['finds overlapping words', [['abc'], ['bcd'], ['cde']], 'abcde', [0, 1, 2]],
    ['goes on after a false start', [['aab']], 'aaab', [0]],
    ['finds words that stand there twice', [['b', 'c'], ['a']], 'cabac', [0, 1]],
    ['finds nothing across a foreign character', [['ab']], 'aéb', []],
    ['finds nothing in the empty text', [['ab']], '', []],
  ])('%s', (_, lists, text, expected) => {
    expect(listsIn(text, lists)).toEqual(expected);
  });

  it('says where each word begins', () => {
    const places: [number, number][] = [];
    compileKeywords([['key', 'monkey'], ['ey']])('a MONKEY', (list, start) => places.push([list, start]));
    expect(places.toSorted()).toEqual([
      [0, 2],
      [0, 5],
      [1, 6],
    ]);
  });

  it('finds what includes finds', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '='), minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(
        fc.array(fc.array(word, { minLength: 1, maxLength: 3 }), { maxLength: 6 }),
        fc.array(word),
        (lists, parts) => {
          const text = parts.join('');
          const expected = lists.flatMap((words, i) => (words.some(one => text.includes(one)) ? [i] : []));
          expect(listsIn(text, lists)).toEqual(expected);
        },
      ),
    );
  });

  it('refuses an empty word', () => {
    expect(() => compileKeywords([['']])).toThrow('leads nowhere');
  });
});
