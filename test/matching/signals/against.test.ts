// The look-alikes that a message speaks for instead of an entry.
import { describe, expect, it } from 'vitest';
import { findAgainst, lookAlikesOf } from '../../../src/matching/signals/against.ts';
import { loadKnowledge } from '../../../src/service/knowledge/load.ts';

const { entries } = await loadKnowledge();

describe('what speaks against an entry', () => {
  it('is told once for each look-alike, by the text that stands first, in the order of the message', () => {
    const lookAlikes = [
      { id: 'a/late', texts: [0, 1], lengths: [1, 3] },
      { id: 'a/early', texts: [2], lengths: [2] },
      { id: 'a/absent', texts: [3], lengths: [1] },
    ];
    const places = [9, 7, 4, -1];
    expect(findAgainst(lookAlikes, text => places[text] ?? -1)).toEqual([
      { lookAlike: 'a/early', first: 4, last: 5 },
      { lookAlike: 'a/late', first: 7, last: 9 },
    ]);
  });

  it('counts a look-alike once that an entry names for several reasons', () => {
    for (const entry of entries) {
      const ids = lookAlikesOf(entry, () => 0).map(({ id }) => id);
      expect(new Set(ids).size, entry.id).toBe(ids.length);
    }
  });
});
