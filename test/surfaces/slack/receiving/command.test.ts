import { describe, expect, it } from 'vitest';
import { receiveCommand } from '../../../../src/surfaces/slack/receiving/command.ts';
import { parseCommand } from '../../../../src/surfaces/slack/receiving/payloads.ts';

describe('a command', () => {
  it('is private, and knows its way back', () => {
    const form = {
      team_id: 'T1',
      channel_id: 'C1',
      user_id: 'U1',
      user_name: 'ada',
      text: 'help',
      trigger_id: '1.2.3',
      response_url: 'https://hooks.example.com/2',
    };
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
