import { describe, expect, it } from 'vitest';
import { findSteps } from '../../../../src/conversation/follow-ups/reading/steps.ts';
import { learnSurroundings } from '../../../../src/conversation/follow-ups/reading/surroundings.ts';
import { cut } from '../../../../src/conversation/follow-ups/reading/tokens.ts';

const surroundings = learnSurroundings(
  [
    'did 2',
    'done with 2',
    '2 is done',
    '2 done',
    'stuck at 3',
    'and 2',
    '2 too',
    '2 are done',
    'stuck on 3',
    'up to 3',
    'skipped 2',
    'only 2',
  ].map(cut),
);
const stepsOf = (text: string, length = 6): number[][] =>
  findSteps(cut(text), length, surroundings).map(({ steps }) => [...steps]);

describe('steps in a message', () => {
  it.each<[string, number[][]]>([
    ['did 2', [[2]]],
    ['1, 2 and 3 done', [[1, 2, 3]]],
    ['1+2 done', [[1, 2]]],
    ['1 & 3', [[1, 3]]],
    ['1-3 done', [[1, 2, 3]]],
    ['2 to 4', [[2, 3, 4]]],
    ['1..3', [[1, 2, 3]]],
    ['steps 1 through 3', [[1, 2, 3]]],
    ['step2 done', [[2]]],
    ['step 1 and step 3', [[1, 3]]],
    ['#3 is done', [[3]]],
    ['1 as well as 2', [[1, 2]]],
    ['steps 1 2 4 checked', [[1, 2, 4]]],
    ['up to and including step 3', [[1, 2, 3]]],
    ['first couple done', [[1, 2]]],
    ['the opening item is dealt with', [[1]]],
    ['the second bullet', [[2]]],
    ['one and two', [[1, 2]]],
    ['step two', [[2]]],
    ['the second one', [[2]]],
    ['3rd done', [[3]]],
    ['did the first two', [[1, 2]]],
    ['the last two are done', [[5, 6]]],
    ['the last step', [[6]]],
    ['all of the steps', [[1, 2, 3, 4, 5, 6]]],
    ['everything up to 3', [[1, 2, 3]]],
    ['did 1, skipped 2', [[1], [2]]],
    ['1. done', [[1]]],
    ['stuck on the 3rd', [[3]]],
  ])('reads %s', (text, steps) => expect(stepsOf(text)).toEqual(steps));

  it.each([
    'port 2',
    'between 2 3 tries',
    'the opening talk',
    '2 months ago',
    '20003 done',
    '7 is done',
    'version 3.1',
    '1h',
    'in 10 min',
    'error 403',
    '10.0.0.1',
    'eu-west-1',
    'the second cluster',
    'last week',
    'on the 1st',
    '+1',
    'one moment',
    'a new one',
    'sha256',
  ])('finds none in %s', text => expect(stepsOf(text)).toEqual([]));

  it('takes a number beyond the checklist for a step only where it is called one', () => {
    expect(stepsOf('7 done')).toEqual([]);
    expect(stepsOf('step 7 done')).toEqual([[7]]);
  });
});
