// A card that its viewers' clients fetch anew: who they are, what they get, and what stays as it is.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Place } from '../../../src/conversation/chat-event.ts';
import type { Reply } from '../../../src/conversation/reply.ts';
import { createViewers } from '../../../src/surfaces/teams/card/viewers.ts';
import { createReferences } from '../../../src/surfaces/teams/references.ts';
import { createTeams } from '../../../src/surfaces/teams/teams.ts';
import { createConnector, fixture, type Json } from './fixtures.ts';

const ADA = '29:1aBjVi5MwCFfhPIV03E5uDdfpBFXp_2Yz';
const CHANNEL = '19:6decf54d86d945e4b3924b63a9161a78@thread.tacv2';
const PLACE = {
  surface: 'teams',
  workspace: '0d9b645f-597b-41f0-a2a3-ef103fbd91bb',
  channel: CHANNEL,
  thread: '1611060744833',
};
const MESSAGE = '1611060744999';

const items = [{ step: 'one', label: 'One', done: true, open: false }];
const checklist: Reply = {
  id: 'r',
  summary: 's',
  blocks: [{ kind: 'checklist', entry: 'aws/x', title: 'Checklist', items }],
};
const words: Reply = { id: 'w', summary: 's', blocks: [{ kind: 'text', text: [{ kind: 'plain', text: 'words' }] }] };

const connector = await createConnector();
const asked: (readonly [Place, string])[] = [];
const events: unknown[] = [];
const teams = createTeams(
  {
    anonymous: true,
    host: '127.0.0.1',
    references: createReferences(),
    log: { warn: () => {}, error: () => {} },
    now: () => Date.parse('2026-11-23T09:12:25Z'),
    diagnose: () => words,
    search: () => [],
    current: async (place, message) => {
      asked.push([place, message]);
      return message === MESSAGE ? checklist : undefined;
    },
  },
  async event => void events.push(event),
);
const server = createServer(teams.handle);
let url = '';

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/messages`;
  await send('channel-message');
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  connector.stop();
});
beforeEach(() => {
  events.length = 0;
  connector.calls.length = 0;
});

const send = (name: string, more: Json = {}): Promise<Response> =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(fixture(name, { serviceUrl: connector.url, ...more })),
  });
const refresh = (replyToId: string): Promise<Response> => {
  const data = { v: 1, verb: 'refresh', entry: 'aws/x', done: '', steps: 'one' };
  return send('action-execute', {
    replyToId,
    value: { action: { type: 'Action.Execute', verb: 'refresh', data }, trigger: 'automatic' },
  });
};

describe('a checklist', () => {
  it('is fetched anew by those who lately wrote in its channel', async () => {
    await teams.deliver(PLACE, checklist);
    expect(JSON.stringify(connector.calls[0]?.body)).toContain(`"userIds":["${ADA}"]`);
  });

  it('comes as it stands now, and is asked for again next time', async () => {
    expect(await (await refresh(MESSAGE)).json()).toMatchObject({
      statusCode: 200,
      type: 'application/vnd.microsoft.card.adaptive',
      value: {
        type: 'AdaptiveCard',
        refresh: { userIds: [ADA] },
        body: [{ type: 'Input.ChoiceSet', value: 'one' }, {}],
      },
    });
    expect(asked).toEqual([[PLACE, MESSAGE]]);
  });

  it('ticks nothing, although the client sends its ticks along', async () => {
    await refresh(MESSAGE);
    expect(events).toEqual([]);
  });

  it('stays as it is where another is in force', async () => {
    const response = await refresh('an-older-card');
    expect([response.status, await response.text()]).toEqual([200, '']);
  });
});

describe('other cards', () => {
  it('are not fetched anew', async () => {
    await teams.deliver(PLACE, words);
    expect(JSON.stringify(connector.calls[0]?.body)).not.toContain('refresh');
  });

  it('nor is anything in a chat of two', async () => {
    await send('personal-message');
    const { conversation } = fixture('personal-message');
    const channel = String(Object.entries(conversation ?? {}).find(([key]) => key === 'id')?.[1]);
    await teams.deliver({ ...PLACE, channel }, checklist);
    expect(JSON.stringify(connector.calls.at(-1)?.body)).not.toContain('refresh');
  });
});

describe('viewers', () => {
  it('are the latest sixty of a channel, each once', () => {
    const viewers = createViewers();
    for (let i = 0; i < 70; i += 1) viewers.saw('c', `29:${i}`);
    viewers.saw('c', '29:20');
    expect(viewers.of('c')).toHaveLength(60);
    expect(viewers.of('c').slice(0, 2)).toEqual(['29:20', '29:69']);
    expect(viewers.of('another')).toEqual([]);
  });
});
