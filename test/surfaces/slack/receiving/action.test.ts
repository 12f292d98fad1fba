import { describe, expect, it } from 'vitest';
import { receiveAction } from '../../../../src/surfaces/slack/receiving/action.ts';
import { parseAction } from '../../../../src/surfaces/slack/receiving/payloads.ts';

const steps = (...values: string[]) => values.map(value => ({ value }));

describe('a click', () => {
  const blocks = [
    { block_id: 'v1 aws/expired-token 0 0', elements: [{ options: [{ value: 'who-am-i' }, { value: 'sign-in' }] }] },
  ];
  const payload = (action: Readonly<Record<string, unknown>>, more: Readonly<Record<string, unknown>> = {}) => ({
    type: 'block_actions',
    user: { id: 'U2', name: 'priya' },
    team: { id: 'T1' },
    channel: { id: 'C1' },
    message: { ts: '5.5', thread_ts: '1.1', blocks },
    container: { message_ts: '5.5', channel_id: 'C1' },
    actions: [{ action_ts: '1700000001.5', block_id: 'x', ...action }],
    ...more,
  });
  const clicked = (...given: Parameters<typeof payload>) => {
    const parsed = parseAction(payload(...given));
    return parsed && receiveAction(parsed, () => 'Priya');
  };

  it('on a checkbox reports the whole set, with what could be ticked', () => {
    const action = {
      type: 'checkboxes',
      action_id: 'steps',
      block_id: 'v1 aws/expired-token 0 0',
      selected_options: [{ value: 'sign-in' }],
    };
    expect(clicked(action)).toMatchObject({
      kind: 'steps-checked',
      entry: 'aws/expired-token',
      shown: ['who-am-i', 'sign-in'],
      checked: ['sign-in'],
      message: '5.5',
      place: { thread: '1.1' },
      by: { id: 'U2', name: 'Priya' },
    });
  });

  it('on a checkbox tells what was ticked when the list was drawn, so that only the change is this person’s', () => {
    const id = 'v1 aws/expired-token 0 2 2';
    const click = (block_id: string) =>
      clicked(
        { type: 'checkboxes', action_id: 'steps', block_id, selected_options: [{ value: 'who-am-i' }] },
        { message: { ts: '5.5', thread_ts: '1.1', blocks: [{ ...blocks[0], block_id: id }] } },
      );
    expect(click(id)).toMatchObject({ before: ['sign-in'], checked: ['who-am-i'] });
  });

  it('counts although the list was drawn anew meanwhile, longer and with other ticks', () => {
    const now = { block_id: 'v1 aws/expired-token 0 6 3', elements: [{ options: steps('one', 'two', 'three') }] };
    const drawn = (block_id: string) =>
      clicked(
        { type: 'checkboxes', action_id: 'steps', block_id, selected_options: [] },
        { message: { ts: '5.5', thread_ts: '1.1', blocks: [now] } },
      );
    // As it was drawn for the one who clicked: two steps, the second one ticked.
    expect(drawn('v1 aws/expired-token 0 2 2')).toMatchObject({ shown: ['one', 'two'], before: ['two'], checked: [] });
    // Another list stands there now.
    expect(drawn('v1 aws/sso-session-expired 0 2 2')).not.toHaveProperty('before');
  });

  it('on a button names the button and its value', () => {
    const press = clicked({ type: 'button', action_id: 'choose-entry:1', value: 'aws/sso-session-expired' });
    expect(press).toMatchObject({ kind: 'button-pressed', button: 'choose-entry', value: 'aws/sso-session-expired' });
  });

  it('in the menu does the same', () => {
    const press = clicked({
      type: 'overflow',
      action_id: 'more',
      selected_option: { value: 'questions aws/expired-token' },
    });
    expect(press).toMatchObject({ kind: 'button-pressed', button: 'questions', value: 'aws/expired-token' });
  });

  it('on a private message knows the way back', () => {
    const more = {
      message: undefined,
      container: { message_ts: '7.7', channel_id: 'C1', is_ephemeral: true },
      response_url: 'https://hooks.example.com/1',
    };
    expect(clicked({ type: 'button', action_id: 'share:0', value: 'aws/expired-token' }, more)).toMatchObject({
      returnPath: 'https://hooks.example.com/1',
    });
  });

  it.each([
    ['a button that is not ours', { type: 'button', action_id: 'vote', value: '1' }],
    [
      'a checklist of another format',
      { type: 'checkboxes', action_id: 'steps', block_id: 'v0 x 0', selected_options: [] },
    ],
  ])('on %s is not for us', (_, action) => {
    expect(clicked(action)).toBeUndefined();
  });
});
