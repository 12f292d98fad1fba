import { describe, expect, it } from 'vitest';
import type { Watch } from '../../../src/conversation/turn.ts';
import { THRESHOLDS } from '../../../src/matching/decide.ts';
import type { ChannelConfig } from '../../../src/service/config/file.ts';
import { upkeepOf } from '../../../src/service/config/upkeep.ts';

const upkeep = (
  channels: Readonly<Record<string, Partial<ChannelConfig>>>,
  watches: ReadonlyMap<string, Watch> = new Map(),
) =>
  upkeepOf(
    {
      channels: Object.fromEntries(
        Object.entries(channels).map(([id, one]) => [id, { listen: 'errors' as const, helpers: [], ...one }]),
      ),
      thresholds: THRESHOLDS,
      knowledge: [],
    },
    160,
    watches,
  );

describe('what maintainers see', () => {
  it('is what holds for each channel, and for all others', () => {
    const { inForce, problems } = upkeep({ C0123: { escalate_to: 'S0123', helpers: ['U1'] } });
    expect(inForce).toContain('`C0123`: `errors`, hands over to `S0123`, helpers: `U1`');
    expect(inForce).toContain('Every other channel that I was invited to: `errors`');
    expect(inForce).toContain('Threads are kept for 180 days');
    expect(problems).toEqual([]);
  });

  it('is what a maintainer set by command, and who', () => {
    const set = new Map([['C0123', { listen: 'mention', by: { id: 'U1', name: 'Ada' }, at: 1 } as const]]);
    expect(upkeep({ C0123: { escalate_to: 'S0123' } }, set).inForce).toContain(
      '`C0123`: `mention` instead, set by Ada',
    );
  });

  it.each([
    ['a channel by its name', { 'cloud-help': { escalate_to: 'S0123' } }, /is no channel id/],
    ['a channel without anybody to hand over to', { C0123: {} }, /names nobody/],
    ['a group by its name', { C0123: { escalate_to: '@platform' } }, /is no user group/],
  ])('tells of %s', (_, channels, problem) => {
    expect(upkeep(channels).problems).toEqual([expect.stringMatching(problem)]);
  });

  it('asks for nobody where it never answers', () => {
    expect(upkeep({ C0123: { listen: 'off' } }).problems).toEqual([]);
  });
});
