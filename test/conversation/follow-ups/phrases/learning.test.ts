import { describe, expect, it } from 'vitest';
import { featuresOf } from '../../../../src/conversation/follow-ups/phrases/features.ts';
import { learn } from '../../../../src/conversation/follow-ups/phrases/learning.ts';

const example = (label: string, text: string) => ({ label, features: featuresOf(text.split(' ')) });
const examples = [
  ...['it works', 'works now', 'that works', 'it is fixed', 'fixed now', 'all fixed'].map(text =>
    example('good', text),
  ),
  ...['it does not work', 'not fixed', 'still broken', 'still the same', 'not working'].map(text =>
    example('bad', text),
  ),
];

describe('learning from examples', () => {
  const learned = learn(examples);
  const best = (text: string): string | undefined => {
    const shares = learned.weigh(featuresOf(text.split(' ')));
    return learned.labels[shares.indexOf(Math.max(...shares))];
  };

  it('knows its examples', () =>
    expect(
      examples.map(({ features }) => learned.weigh(features).indexOf(Math.max(...learned.weigh(features)))),
    ).toEqual(examples.map(({ label }) => learned.labels.indexOf(label))));

  it('carries over to what it has not seen', () => {
    expect(best('now it works')).toBe('good');
    expect(best('it is not fixed')).toBe('bad');
  });

  it('gives shares that add up to one, also for what it knows nothing of', () => {
    for (const text of ['it works', 'quite unknown words'])
      expect(learned.weigh(featuresOf(text.split(' '))).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
  });

  it('learns the same every time', () =>
    expect(learn(examples).weigh(featuresOf(['it', 'works']))).toEqual(learned.weigh(featuresOf(['it', 'works']))));
});
