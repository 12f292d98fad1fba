import { describe, expect, it } from 'vitest';
import { createMemory, createReferences, type References } from '../../../src/surfaces/teams/references.ts';
import { activity } from './fixtures.ts';

const TENANT = '0d9b645f-597b-41f0-a2a3-ef103fbd91bb';
const CHANNEL = '19:6decf54d86d945e4b3924b63a9161a78@thread.tacv2';
const ADA = 'b130c271-d2eb-45f9-83ab-9eb3fe3788bc';
const HOUR = 3_600_000;

function counted(): References & { readonly written: string[] } {
  const references = createReferences();
  const written: string[] = [];
  return {
    ...references,
    written,
    set: async (key, value) => {
      written.push(key);
      await references.set(key, value);
    },
  };
}

describe('what Teams tells once', () => {
  it('is written when it is new, and not for every message', async () => {
    const references = counted();
    const memory = createMemory(references);
    await memory.meet(activity('channel-message'));
    await memory.meet(activity('channel-reply'));
    expect(references.written).toEqual([`conversation/${TENANT}/${CHANNEL}`, `person/${TENANT}/${ADA}`]);
    await memory.meet(activity('channel-reply', { serviceUrl: 'https://smba.trafficmanager.net/uk/' }));
    expect(references.written).toHaveLength(3);
    expect(await memory.conversation(TENANT, CHANNEL)).toMatchObject({
      serviceUrl: 'https://smba.trafficmanager.net/uk/',
    });
  });

  it('is known after a restart', async () => {
    const references = createReferences();
    await createMemory(references).meet(activity('channel-message'));
    const memory = createMemory(references);
    expect(await memory.conversation(TENANT, CHANNEL)).toEqual({
      serviceUrl: 'https://smba.trafficmanager.net/emea/',
      bot: { id: '28:11111111-1111-4111-8111-111111111111', name: 'Locksmith' },
      kind: 'channel',
    });
    expect(await memory.account(TENANT, ADA)).toBe('29:1aBjVi5MwCFfhPIV03E5uDdfpBFXp_2Yz');
    expect(await memory.account(TENANT, 'never-met')).toBe('never-met');
  });

  it('is kept apart by tenant', async () => {
    const memory = createMemory(createReferences());
    await memory.meet(activity('channel-message'));
    expect(await memory.conversation('another-tenant', CHANNEL)).toBeUndefined();
  });
});

describe('a chat', () => {
  const place = { surface: 'teams', workspace: TENANT, channel: 'a:1', thread: '100' };

  it('is at a thread until eight hours after the last word', async () => {
    const memory = createMemory(createReferences());
    expect(await memory.chatThread(TENANT, 'a:1', 0)).toBeUndefined();
    await memory.touchChat(place, 0);
    expect(await memory.chatThread(TENANT, 'a:1', 7.9 * HOUR)).toBe('100');
    await memory.touchChat(place, 7.9 * HOUR);
    expect(await memory.chatThread(TENANT, 'a:1', 15 * HOUR)).toBe('100');
    expect(await memory.chatThread(TENANT, 'a:1', 16 * HOUR)).toBeUndefined();
  });

  it('is not written for every word, but for every new thread', async () => {
    const references = counted();
    const memory = createMemory(references);
    await memory.touchChat(place, 0);
    await memory.touchChat(place, 1_000);
    expect(references.written).toHaveLength(1);
    await memory.touchChat({ ...place, thread: '200' }, 2_000);
    expect(await memory.chatThread(TENANT, 'a:1', 3_000)).toBe('200');
  });
});
