// Members of other companies in shared channels: left alone unless the channel is told to answer them, by every way in.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { FORMS, postSigned } from '../../../service/fake-slack.ts';
import { type AnApp, messageIn, startApp } from './an-app.ts';
import { install } from './many-slack.ts';

let app: AnApp;
const open = new Set<string | undefined>();
beforeAll(async () => {
  app = await startApp({ answersExternals: channel => open.has(channel) });
  await install(app.url, app.slack, { id: 'T1' });
  await install(app.url, app.slack, { id: 'E1', isOrganisation: true });
});
afterAll(() => app.stop());
beforeEach(() => {
  open.clear();
  app.slack.people.clear();
});

let counter = 0;
type Sent = Readonly<Record<string, unknown>>;

/** How many events came of a message, and what was skipped. */
const admits = async (event: Sent, envelope: Sent = {}): Promise<boolean> => {
  const [events, skipped] = [app.events.length, app.skipped.length];
  expect(await app.send(messageIn('T1', `${++counter}.1`, event, envelope))).toBe(200);
  const came = app.events.length - events;
  expect(app.skipped.slice(skipped)).toEqual(came === 1 ? [] : ['external']);
  return came === 1;
};

const shared = { is_ext_shared_channel: true };
/** T1 and T2 are workspaces of the organisation E1; the app is in T1 only. */
const inGrid = {
  ...shared,
  authorizations: [{ enterprise_id: 'E1', team_id: 'T1', is_enterprise_install: false }],
};
const everywhere = {
  ...shared,
  authorizations: [{ enterprise_id: 'E1', team_id: null, is_enterprise_install: true }],
};

describe('in a channel that is shared with another company', () => {
  it.each<readonly [string, boolean, Sent, Sent]>([
    ['a colleague', true, { team: 'T1' }, shared],
    ['somebody of the other company', false, { team: 'T_OTHER' }, shared],
    ['a colleague in a channel that the other company owns', true, { team: 'T1', source_team: 'T_OTHER' }, shared],
    ['somebody whose team is told in another place', false, { team: 'T1', user_team: 'T_OTHER' }, shared],
    [
      'somebody of the other company beside odd fields',
      false,
      { team: 'T_OTHER', source_team: null, user_team: 7 },
      shared,
    ],
    ['somebody who replies in a thread', false, { team: 'T_OTHER', thread_ts: '1.1' }, shared],
    ['somebody who mentions us', false, { type: 'app_mention', team: 'T_OTHER', text: '<@UBOTT1> help' }, shared],
    ['a member of the organisation', true, { user_team: 'E1' }, everywhere],
    ['somebody of another organisation', false, { user_team: 'E2' }, everywhere],
  ])('%s is heard: %s', async (_, expected, event, envelope) => {
    expect(await admits(event, envelope)).toBe(expected);
  });

  it('everybody is heard where the channel is told so, and only there', async () => {
    open.add('C1');
    expect(await admits({ team: 'T_OTHER' }, shared)).toBe(true);
    expect(await admits({ team: 'T_OTHER', channel: 'C2' }, shared)).toBe(false);
  });

  it('an edit counts by who edited', async () => {
    const edit = (team: string) => ({
      subtype: 'message_changed',
      message: { user: 'U1', ts: '1.1', text: 'after', team },
      previous_message: { user: 'U1', ts: '1.1', text: 'before', team },
    });
    expect(await admits(edit('T1'), shared)).toBe(true);
    expect(await admits(edit('T_OTHER'), shared)).toBe(false);
  });

  it('a deletion always counts: what was kept of the message has to go', async () => {
    expect(await admits({ subtype: 'message_deleted', deleted_ts: '1.1', user: 'U_OTHER' }, shared)).toBe(true);
  });

  it.each([
    ['is a colleague', { team_id: 'T1' }, true],
    ['is of the other company', { team_id: 'T_OTHER' }, false],
    ['is nobody that Slack says anything of', {}, false],
  ])('somebody whose team the event does not name is looked up, and %s', async (_, found, expected) => {
    const user = `U${++counter}`;
    app.slack.people.set(user, found);
    expect(await admits({ user }, shared)).toBe(expected);
  });

  it('a colleague of another workspace of our organisation is told from a stranger by asking, once', async () => {
    app.slack.people.set('U_COLLEAGUE', { team_id: 'T2', enterprise_user: { enterprise_id: 'E1' } });
    app.slack.people.set('U_STRANGER', { team_id: 'T3', enterprise_user: { enterprise_id: 'E2' } });
    for (let i = 0; i < 3; i++) {
      expect(await admits({ user: 'U_COLLEAGUE', team: 'T2' }, inGrid)).toBe(true);
      expect(await admits({ user: 'U_STRANGER', team: 'T3' }, inGrid)).toBe(false);
    }
    const asked = app.slack.calls.filter(
      ({ method, body }) => method === 'users.info' && body['user'] === 'U_STRANGER',
    );
    expect(asked).toHaveLength(1);
  });
});

it('asks nobody in a channel of our own, whatever team a message names', async () => {
  const calls = app.slack.calls.length;
  expect(await admits({ team: 'T_ELSEWHERE' })).toBe(true);
  expect(app.slack.calls).toHaveLength(calls);
});

describe('a click', () => {
  const click = (team: string): string => {
    const payload = {
      type: 'block_actions',
      user: { id: 'U1', team_id: team },
      team: { id: 'T1' },
      channel: { id: 'C1' },
      message: { ts: '2.1', thread_ts: '1.1' },
      actions: [{ type: 'button', action_id: 'solved:0', block_id: 'b', action_ts: `${++counter}.1`, value: 'x' }],
    };
    return new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
  };
  const clicked = async (team: string): Promise<number> => {
    const before = app.events.length;
    expect(await postSigned(app.url, click(team), { type: FORMS.form })).toBe(200);
    return app.events.length - before;
  };

  it('of a colleague counts, of a stranger it is acknowledged and left alone, unless the channel is told otherwise', async () => {
    expect(await clicked('T1')).toBe(1);
    expect(await clicked('T_OTHER')).toBe(0);
    open.add('C1');
    expect(await clicked('T_OTHER')).toBe(1);
  });
});
