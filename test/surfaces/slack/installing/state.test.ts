// The state of an installation: ours, fresh, and used once.
import { describe, expect, it } from 'vitest';
import { createStates, STATE_MS } from '../../../../src/surfaces/slack/installing/pages/state.ts';

const OPTIONS = { scopes: ['commands'] };
const at = (ms: number): Date => new Date(1_000_000 + ms);

const someStates = (secret = 'a secret') => {
  const used = new Set<string>();
  const isFirst = async (nonce: string): Promise<boolean> => !used.has(nonce) && used.add(nonce).size > 0;
  return createStates({ secret, isFirst }, OPTIONS);
};
const states = someStates();
const verify = (state: string, ms = 0) => states.verifyStateParam(at(ms), state);
const made = () => states.generateStateParam(OPTIONS, at(0));

describe('a state', () => {
  it('is accepted once', async () => {
    const state = await made();
    expect(await verify(state, 1_000)).toEqual(OPTIONS);
    await expect(verify(state, 1_001)).rejects.toMatchObject({ code: 'slack_oauth_invalid_state' });
  });

  it('is accepted once when two come at the same moment', async () => {
    const state = await made();
    const outcomes = await Promise.allSettled([verify(state), verify(state)]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  it('is accepted to the last moment, and not after it', async () => {
    expect(await verify(await made(), STATE_MS)).toEqual(OPTIONS);
    await expect(verify(await made(), STATE_MS + 1)).rejects.toThrow();
  });

  it('is not accepted from the future, but for clocks that differ by some seconds', async () => {
    expect(await verify(await made(), -30_000)).toEqual(OPTIONS);
    await expect(verify(await made(), -31_000)).rejects.toThrow();
  });

  it('of another secret is not accepted, and a refused one is not used up', async () => {
    const state = await made();
    await expect(someStates('another').verifyStateParam(at(0), state)).rejects.toThrow();
    await expect(verify(state, STATE_MS + 1)).rejects.toThrow();
    expect(await verify(state)).toEqual(OPTIONS);
  });

  it('cannot be given another age', async () => {
    const [nonce, , signature] = (await made()).split('.');
    await expect(verify([nonce, at(STATE_MS).getTime().toString(36), signature].join('.'))).rejects.toThrow();
  });

  it('holds nothing that a cookie may not hold, and is never the same', async () => {
    const [one, other] = await Promise.all([made(), made()]);
    expect(one).toMatch(/^[\w.-]+$/);
    expect(one).not.toBe(other);
  });

  it.each(['', '.', '..', '...', 'x', 'a.b.c', '🙂.🙂.🙂'])('that is %j is refused without a crash', async state => {
    await expect(verify(state)).rejects.toMatchObject({ code: 'slack_oauth_invalid_state' });
  });
});
