import { describe, expect, it } from 'vitest';
import { receiveCommand } from '../../../../src/surfaces/slack/receiving/command.ts';
import { parseCommand } from '../../../../src/surfaces/slack/receiving/payloads.ts';

describe('a command', () => {
  const form = {
    team_id: 'T1',
    channel_id: 'C1',
    user_id: 'U1',
    user_name: 'ada',
    text: 'help',
    trigger_id: '1.2.3',
    response_url: 'https://hooks.example.com/2',
  };

  it('in a direct message is about no channel', () => {
    const command = parseCommand({ ...form, channel_id: 'D1' });
    expect(command && receiveCommand(command, 42)).toMatchObject({ direct: true });
  });

  it('is private, and knows its way back', () => {
    const command = parseCommand(form);
    expect(command && receiveCommand(command, 42)).toEqual({
      kind: 'command-given',
      key: 'slack/T1/command/1.2.3',
      at: 42,
      place: { surface: 'slack', workspace: 'T1', channel: 'C1', thread: '' },
      by: { id: 'U1', name: 'ada' },
      text: 'help',
      returnPath: 'https://hooks.example.com/2',
    });
  });
});
