// The connector's calls, as a bot makes them: what is shown, what comes back, and what Teams would refuse.
import { describe, expect, it } from 'vitest';
import {
  type Answer,
  activityWith,
  BOT,
  card,
  chatOf,
  GENERAL,
  GROUP,
  HELP,
  type Json,
  startBench,
  YOU,
} from './bench.ts';

const TENANT = '00000000-0000-4000-8000-0000000077ee';
const at = (conversation: string): string => `/${encodeURIComponent(conversation)}/activities`;
const codeOf = ({ body: { error } }: Answer): unknown =>
  typeof error === 'object' && error && 'code' in error ? error.code : undefined;

describe('a card', () => {
  it('stands in the thread that its conversation names, and is replaced by its id', async () => {
    const bench = await startBench();
    const { body: post } = await bench.page('message', { text: 'error' });
    const thread = at(`${HELP};messageid=${post['id']}`);
    const answer = await bench.connector('POST', thread, activityWith(card()));
    expect(answer.status).toBe(201);
    const next = card({ body: [{ type: 'TextBlock', text: 'Changed' }] });
    expect((await bench.connector('PUT', `${thread}/${answer.body['id']}`, activityWith(next))).status).toBe(200);
    expect((await bench.messages()).slice(1)).toMatchObject([
      { by: BOT, thread: post['id'], version: 2, card: { body: [{ text: 'Changed' }] } },
    ]);
  });

  it('opens a post of its own in a channel', async () => {
    const bench = await startBench();
    const asked = {
      isGroup: true,
      tenantId: TENANT,
      channelData: { channel: { id: GENERAL } },
      activity: activityWith(card()),
    };
    const { body } = await bench.connector('POST', '', asked);
    expect(body['id']).toBe(`${GENERAL};messageid=${body['activityId']}`);
    expect(await bench.messages()).toMatchObject([{ conversation: GENERAL, id: body['activityId'] }]);
  });

  it('beside text goes out as two messages, and no id comes back', async () => {
    const bench = await startBench();
    const { body } = await bench.connector('POST', at(GROUP), activityWith(card(), { text: 'Hello' }));
    expect(body).toEqual({});
    expect(await bench.messages()).toMatchObject([{ typed: 'Hello' }, { typed: '', card: { type: 'AdaptiveCard' } }]);
  });

  it('for one person is seen by that person', async () => {
    const bench = await startBench();
    const targeted = activityWith(card(), { recipient: { id: YOU } });
    await bench.connector('POST', `${at(GENERAL)}?isTargetedActivity=true`, targeted);
    expect(await bench.messages()).toMatchObject([{ to: YOU }]);
  });
});

describe('a personal chat', () => {
  it('is the same each time, whichever of a person’s ids is given', async () => {
    const bench = await startBench();
    const open = (id: string) => bench.connector('POST', '', { isGroup: false, tenantId: TENANT, members: [{ id }] });
    for (const id of [YOU, '00000000-0000-4000-8000-000000000001'])
      expect(await open(id)).toMatchObject({ status: 201, body: { id: chatOf('you') } });
    expect(codeOf(await open('29:1nobody'))).toBe('BotNotInConversationRoster');
  });
});

describe('what Teams would not do', () => {
  const choices = (value: string): Json => card({ body: [{ type: 'Input.ChoiceSet', id: 's', choices: [{ value }] }] });
  const viewers = Array.from({ length: 61 }, (_, i) => `29:${i}`);
  const long = card({ body: [{ type: 'TextBlock', text: 'x'.repeat(29_000) }] });
  const refused: readonly (readonly [string, string, unknown, number, string])[] = [
    ['a conversation that is not there', at('19:gone@thread.tacv2'), activityWith(card()), 404, 'ConversationNotFound'],
    ['a thread that is not there', at(`${HELP};messageid=1`), activityWith(card()), 404, 'ConversationNotFound'],
    ['a thread in a group chat', at(`${GROUP};messageid=1`), activityWith(card()), 400, 'BadSyntax'],
    ['nothing at all', at(GROUP), { type: 'message' }, 400, 'BadSyntax'],
    ['something else than a message', at(GROUP), { type: 'event' }, 400, 'BadSyntax'],
    ['a card above 28 KB', at(GROUP), activityWith(long), 413, 'MessageSizeTooBig'],
    ['a card of a later version', at(GROUP), activityWith(card({ version: '1.6' })), 400, 'BadArgument'],
    [
      'an element that nobody knows',
      at(GROUP),
      activityWith(card({ body: [{ type: 'Glitter' }] })),
      400,
      'BadArgument',
    ],
    ['a choice with a comma', at(GROUP), activityWith(choices('a,b')), 400, 'BadArgument'],
    [
      'a refresh by more than sixty',
      at(GROUP),
      activityWith(card({ refresh: { userIds: viewers } })),
      400,
      'BadArgument',
    ],
    [
      'a private card in a chat of two',
      `${at(chatOf('you'))}?isTargetedActivity=true`,
      activityWith(card(), { recipient: { id: YOU } }),
      400,
      'BadArgument',
    ],
  ];
  it.each(refused)('%s', async (_, path, body, status, code) => {
    const bench = await startBench();
    const answer = await bench.connector('POST', path, body);
    expect([answer.status, codeOf(answer)]).toEqual([status, code]);
    expect(await bench.messages()).toEqual([]);
  });

  it('people’s messages and deleted ones are not changed', async () => {
    const bench = await startBench();
    const { body } = await bench.page('message', { text: 'mine' });
    const path = `${at(`${HELP};messageid=${body['id']}`)}/${body['id']}`;
    expect((await bench.connector('PUT', path, activityWith(card()))).status).toBe(403);
    expect((await bench.connector('PUT', `${at(HELP)}/1`, activityWith(card()))).status).toBe(404);
    expect((await bench.connector('DELETE', path, {})).status).toBe(404);
    expect((await bench.connector('POST', '/%/activities', {})).status).toBe(404);
  });

  it('happens as often as a test orders it', async () => {
    const bench = await startBench();
    bench.workbench.teams?.failNext({ status: 429, headers: { 'retry-after': '2' }, times: 2, path: GROUP });
    const post = () => bench.connector('POST', at(GROUP), activityWith(card()));
    expect([(await post()).status, (await post()).status, (await post()).status]).toEqual([429, 429, 201]);
  });

  it('a browser does not speak to the connector', async () => {
    const bench = await startBench();
    const headers = { 'content-type': 'application/json', origin: bench.url };
    const init = { method: 'POST', headers, body: JSON.stringify(activityWith(card())) };
    const { status } = await fetch(`${bench.url}/workbench/teams/connector/v3/conversations${at(GROUP)}`, init);
    expect(status).toBe(403);
  });

  it('nor another site’s page to the page’s own door', async () => {
    const { url } = await startBench();
    const headers = { 'content-type': 'application/json', origin: 'https://evil.example' };
    const init = { method: 'POST', headers, body: '{}' };
    expect((await fetch(`${url}/workbench/teams/api/message`, init)).status).toBe(403);
    expect((await fetch(`${url}/workbench/teams/stream`, { headers: { origin: 'https://evil.example' } })).status).toBe(
      403,
    );
  });
});
