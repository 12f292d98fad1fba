import { describe, expect, it } from 'vitest';
import { createReferences } from '../../src/store/references.ts';
import { openEmbedded } from '../../src/store/sqlite/embedded.ts';

describe('references', () => {
  it('keep the latest value of each key, and forget by age and kind', async () => {
    const opened = await openEmbedded(':memory:');
    if (opened.kind !== 'opened') throw new Error(opened.message);
    let now = 1_000;
    const references = createReferences(opened.db, () => now);
    await references.set('turn/1', 'old');
    await references.set('conversation/1', 'there');
    now = 2_000;
    await references.set('turn/1', 'new');
    await references.set('turn/2', 'second');
    expect(await references.get('turn/1')).toBe('new');
    expect(await references.get('nothing')).toBeUndefined();
    now = 3_000;
    await references.set('turn/3', 'third');
    await references.sweep('turn/', 2_500);
    expect(await Promise.all(['turn/1', 'turn/2', 'turn/3', 'conversation/1'].map(references.get))).toEqual([
      undefined,
      undefined,
      'third',
      'there',
    ]);
    await opened.db.destroy();
  });

  it('know whether a key is new, also when two add it at once', async () => {
    const opened = await openEmbedded(':memory:');
    if (opened.kind !== 'opened') throw new Error(opened.message);
    const references = createReferences(opened.db, () => 1);
    const added = await Promise.all(['state/1', 'state/2', 'state/1'].map(key => references.add(key, '')));
    expect(added.toSorted()).toEqual([false, true, true]);
    expect(await references.add('state/2', '')).toBe(false);
    await opened.db.destroy();
  });
});
