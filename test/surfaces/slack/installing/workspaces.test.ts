// Several workspaces beside each other, through the real Bolt: each is spoken to with its own token, and with no other.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AnApp, messageIn, placeIn, startApp } from './an-app.ts';
import { install } from './many-slack.ts';

let app: AnApp;
beforeAll(async () => {
  app = await startApp();
  for (const id of ['T1', 'T2', 'T3']) await install(app.url, app.slack, { id });
  await install(app.url, app.slack, { id: 'E1', isOrganisation: true });
});
afterAll(() => app.stop());

const postsOf = (text: string) =>
  app.slack.calls.filter(({ method, body }) => method === 'chat.postMessage' && body['text'] === text);
const lastPlace = () => app.events.at(-1)?.place.workspace;

/** An event of an organisation that installed the app for all of its workspaces. */
const inOrganisation = {
  team_id: 'T77',
  enterprise_id: 'E1',
  authorizations: [{ enterprise_id: 'E1', team_id: null, is_enterprise_install: true }],
};

describe('a delivery', () => {
  it('carries the token of its own workspace, however many go out at once', async () => {
    const workspace = fc.constantFrom('T1', 'T2', 'T3', 'E1');
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(workspace, { minLength: 1, maxLength: 12 }), async workspaces => {
        const round = ++run;
        const sent = workspaces.map((one, i) => ({ one, text: `run ${round}, reply ${i}, to ${one}` }));
        await Promise.all(sent.map(({ one, text }) => app.say(one, text)));
        for (const { one, text } of sent)
          expect(postsOf(text).map(({ token }) => app.slack.townOf(token))).toEqual([one]);
      }),
      { numRuns: 30 },
    );
  });

  it('to a workspace that never installed it is given up with a reason, and reaches nobody', async () => {
    expect(await app.say('T9', 'to a stranger')).toEqual({
      kind: 'fault',
      fault: { kind: 'refused', code: 'not_installed' },
    });
    expect(postsOf('to a stranger')).toEqual([]);
    expect(typeof (await app.surface.find(placeIn('T9'), 'turn'))).not.toBe('string');
  });

  it('after a new installation carries the new token at once', async () => {
    const before = app.slack.tokenOf('T3');
    await app.say('T3', 'before');
    await install(app.url, app.slack, { id: 'T3' });
    await app.say('T3', 'after');
    expect(postsOf('before')[0]?.token).toBe(before);
    expect(postsOf('after')[0]?.token).toBe(app.slack.tokenOf('T3'));
  });
});

describe('an event', () => {
  it('belongs to the workspace that it was sent for', async () => {
    for (const workspace of ['T1', 'T2']) {
      expect(await app.send(messageIn(workspace, '10.1'))).toBe(200);
      expect(lastPlace()).toBe(workspace);
    }
  });

  it('of a shared channel belongs to the workspace that installed the app, not to the one that the envelope names', async () => {
    // As in slackapi/bolt-js #935: the envelope names the other company's workspace.
    const shared = { team_id: 'T_OTHER', enterprise_id: 'E_OTHER', is_ext_shared_channel: true };
    expect(await app.send(messageIn('T1', '11.1', { team: 'T1' }, shared))).toBe(200);
    expect(lastPlace()).toBe('T1');
  });

  it('of an organisation belongs to the organisation, whichever of its workspaces it is', async () => {
    expect(await app.send(messageIn('T77', '12.1', {}, inOrganisation))).toBe(200);
    expect(lastPlace()).toBe('E1');
    expect(await app.say('E1', 'to the organisation')).toMatchObject({ kind: 'posted' });
  });

  it('asks for names with the token of its own workspace, and does not mix people who share an id', async () => {
    for (const workspace of ['T1', 'T2']) {
      await app.send(messageIn(workspace, '13.2', { thread_ts: '13.1' }));
      expect(app.events.at(-1)?.by.name).toBe(`Ada of ${workspace}`);
    }
  });

  it('ignores what the bot of that workspace says, though not what the bot of another one would be called', async () => {
    const before = app.events.length;
    await app.send(messageIn('T1', '14.1', { user: 'UBOTT1' }));
    expect(app.events).toHaveLength(before);
    await app.send(messageIn('T1', '14.2', { user: 'UBOTT2' }));
    expect(app.events).toHaveLength(before + 1);
  });

  it('of a workspace that has not installed it is acknowledged, counted, and leads to nothing', async () => {
    const [events, skipped] = [app.events.length, app.skipped.length];
    expect(await app.send(messageIn('T9', '15.1'))).toBe(200);
    expect(app.events).toHaveLength(events);
    expect(app.skipped.slice(skipped)).toEqual(['not-installed']);
  });
});

describe('a click', () => {
  const click = (team: unknown, more: Readonly<Record<string, unknown>>) => ({
    type: 'block_actions',
    user: { id: 'U1', team_id: 'T77' },
    team,
    channel: { id: 'C1' },
    message: { ts: '2.1', thread_ts: '1.1' },
    container: { message_ts: '2.1', channel_id: 'C1', thread_ts: '1.1' },
    actions: [{ type: 'button', action_id: 'solved:0', block_id: 'b', action_ts: '20.1', value: 'aws/x' }],
    ...more,
  });

  it('in an organisation, where no team is named, belongs to the organisation', async () => {
    const payload = click(null, { enterprise: { id: 'E1', name: 'An organisation' }, is_enterprise_install: true });
    app.slack.people.set('U1', { enterprise_user: { enterprise_id: 'E1' } });
    expect(await app.send(payload)).toBe(200);
    expect(app.events.at(-1)).toMatchObject({ kind: 'button-pressed', place: { workspace: 'E1' } });
  });
});

it('reads files with the token of the workspace that they were shared in', async () => {
  const files = [{ id: 'F1', mimetype: 'text/plain', url_private_download: app.slack.keepFile('from the file') }];
  await app.send(messageIn('T2', '16.1', { subtype: 'file_share', files }));
  const event = app.events.at(-1);
  expect(event && 'text' in event && event.text).toContain('from the file');
});
