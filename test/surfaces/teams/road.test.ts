// The whole way through the real CloudAdapter over loopback HTTP: a stand-in for the platform on both sides, the real conversation between.
import { once } from 'node:events';
import { createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ChatEvent, placeKey } from '../../../src/conversation/chat-event.ts';
import type { Reply } from '../../../src/conversation/reply.ts';
import { respond } from '../../../src/conversation/respond/respond.ts';
import type { Thread } from '../../../src/conversation/thread.ts';
import { THRESHOLDS } from '../../../src/matching/decide.ts';
import { redact } from '../../../src/redaction/redact.ts';
import { loadKnowledge } from '../../../src/service/knowledge/load.ts';
import { contextOf, createBrain } from '../../../src/service/pipeline/context.ts';
import { createReferences } from '../../../src/surfaces/teams/references.ts';
import { createTeams } from '../../../src/surfaces/teams/teams.ts';
import { createConnector, fixture, type Json } from './fixtures.ts';

const brain = createBrain(await loadKnowledge());
const MAINTAINER = '5d3f0a52-1c7e-4b1f-9a53-0f6f7d2f8e11';
const config = {
  channels: {},
  thresholds: THRESHOLDS,
  maintainers: ['U0SOMEBODY', MAINTAINER],
  report_secrets: true,
};
const TENANT = '0d9b645f-597b-41f0-a2a3-ef103fbd91bb';
const CHANNEL = '19:6decf54d86d945e4b3924b63a9161a78@thread.tacv2';
const IN_THREAD = `/v3/conversations/${CHANNEL};messageid=1611060744833/activities`;

const warnings: string[] = [];
const events: ChatEvent[] = [];
const found = { id: 'aws/expired-token', title: 'Your temporary <AWS> credentials', answer: 'Sign in again.' };
let now = Date.parse('2026-11-23T09:12:25Z');

/** As the service does it, without its queue and its store: redact, decide, post. */
const threads = new Map<string, Thread>();
const slots = new Map<string, string>();
async function handle(event: ChatEvent): Promise<void> {
  events.push(event);
  const redacted = 'text' in event ? { ...event, text: redact(event.text) } : event;
  const key = placeKey(event.place);
  const turn = respond(redacted, threads.get(key), contextOf(brain, config, redacted));
  if (turn.thread) threads.set(key, turn.thread);
  for (const reply of turn.replies) {
    const delivery = await teams.deliver(event.place, reply, slots.get(`${key}/${reply.slot}`));
    if (delivery.kind === 'posted') slots.set(`${key}/${reply.slot}`, delivery.message);
  }
}

const connector = await createConnector();
const teams = createTeams(
  {
    anonymous: true,
    host: '127.0.0.1',
    references: createReferences(),
    log: { warn: message => warnings.push(message), error: message => warnings.push(message) },
    now: () => now,
    diagnose: text => ({
      id: 'd',
      summary: `About: ${text}`,
      blocks: [{ kind: 'text', text: [{ kind: 'plain', text }] }],
    }),
    search: words => (words === 'token expired' ? [found] : []),
    current: async () => undefined,
  },
  handle,
);
const server = createServer(teams.handle);
let url = '';

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/messages`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
  connector.stop();
});

beforeEach(() => {
  connector.calls.length = 0;
  events.length = 0;
  warnings.length = 0;
});

const post = (activity: Json, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ serviceUrl: connector.url, ...activity }),
  });
const send = (name: string, more: Json = {}): Promise<Response> =>
  post(fixture(name, { serviceUrl: connector.url, ...more }));
const cardOf = ({ body }: { readonly body: Json }): string => JSON.stringify(body['attachments'] ?? body);

describe('one pasted error', () => {
  it('is answered in its thread with one card, and told apart from the next words', async () => {
    expect((await send('channel-message')).status).toBe(200);
    const [answer, ...more] = connector.calls;
    expect(more).toEqual([]);
    expect(answer).toMatchObject({ method: 'POST', path: IN_THREAD, body: { type: 'message' } });
    expect(answer?.body['text']).toBeUndefined();
    expect(answer?.body['attachments']).toMatchObject([
      { contentType: 'application/vnd.microsoft.card.adaptive', content: { type: 'AdaptiveCard', version: '1.5' } },
    ]);
    expect(answer && cardOf(answer)).toContain('temporary AWS credentials');
  });

  it('shows a tick to everybody by changing that card, and the one who ticked that it was saved', async () => {
    const step = brain.entries.get('aws/expired-token')?.causes[0]?.steps[0]?.id;
    const data = { v: 1, verb: 'save-ticks', entry: 'aws/expired-token', done: '', steps: step };
    const response = await send('action-execute', { value: { action: { type: 'Action.Execute', data } } });
    expect(await response.json()).toEqual({
      statusCode: 200,
      type: 'application/vnd.microsoft.activity.message',
      value: 'Saved.',
    });
    const [update] = connector.calls;
    expect(update).toMatchObject({ method: 'PUT', path: `${IN_THREAD}/1611060700001` });
    expect(update && cardOf(update)).toMatch(/Checklist · 1 of \d+ done/);
    expect(update && cardOf(update)).toContain('Ada Byron, 09:12 UTC');
  });

  it('counts the tick of somebody who still saw the list as it was before', async () => {
    const steps =
      brain.entries.get('aws/expired-token')?.causes.flatMap(cause => cause.steps.map(({ id }) => id)) ?? [];
    const from = { id: '29:2grace', name: 'Grace', aadObjectId: '1c8a3b0e-5f0e-4d5c-9d5f-0c3a6f2d7e11' };
    const data = { v: 1, verb: 'save-ticks', entry: 'aws/expired-token', done: '', steps: steps[1] };
    await send('action-execute', { id: 'f:grace', from, value: { action: { type: 'Action.Execute', data } } });
    const [update] = connector.calls;
    expect(update && cardOf(update)).toMatch(/Checklist · 2 of \d+ done/);
    expect(update && cardOf(update)).toMatch(/Ada Byron, 09:12 UTC.*Grace, 09:12 UTC/);
  });

  it('understands what is typed in the thread, and ends it', async () => {
    await send('channel-reply', { text: 'how long do these tokens live?', attachments: [] });
    expect(connector.calls[0]).toMatchObject({ method: 'POST', path: IN_THREAD });
    await send('channel-reply', { id: '1611060799002', text: 'that fixed it, thanks!', attachments: [] });
    expect(connector.calls.map(cardOf).join()).toContain('Solved. Marked by Ada Byron.');
  });
});

describe('a command', () => {
  it('after a mention is answered in the chat of the one who asked, which is opened once', async () => {
    await send('channel-command');
    await send('channel-command', { id: '1611060800009' });
    expect(connector.calls.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /v3/conversations',
      'POST /v3/conversations/a:personal-1/activities',
      'POST /v3/conversations/a:personal-1/activities',
    ]);
    expect(connector.calls[0]?.body).toMatchObject({
      isGroup: false,
      tenantId: TENANT,
      members: [{ id: '29:1aBjVi5MwCFfhPIV03E5uDdfpBFXp_2Yz' }],
    });
    expect(connector.calls.map(cardOf).join()).toContain('Share in the channel');
  });

  it('answered privately is shared in the channel that it came from, as a post of its own', async () => {
    const conversation = fixture('personal-message')['conversation'];
    await send('action-submit', {
      conversation: { ...(conversation as Json), id: 'a:personal-1' },
      replyToId: '1611060700002',
      value: { v: 1, verb: 'share', value: 'aws/expired-token' },
    });
    expect(connector.calls).toMatchObject([
      {
        method: 'POST',
        path: '/v3/conversations',
        body: { isGroup: true, channelData: { channel: { id: CHANNEL } }, activity: { type: 'message' } },
      },
    ]);
  });

  it('that only its author sees is answered the same way, below the question', async () => {
    await send('targeted-command');
    expect(connector.calls).toMatchObject([
      {
        method: 'POST',
        path: `/v3/conversations/${CHANNEL}/activities?isTargetedActivity=true`,
        body: {
          recipient: { id: '29:1aBjVi5MwCFfhPIV03E5uDdfpBFXp_2Yz' },
          entities: [{ type: 'targetedMessageInfo', messageId: '1611060800300' }],
        },
      },
    ]);
  });

  it('falls back to the personal chat where private answers are not to be had', async () => {
    connector.fail({ status: 400, body: { error: { code: 'BadArgument' } } });
    await send('targeted-command', { id: '1611060800301' });
    expect(connector.calls[1]).toMatchObject({ path: '/v3/conversations/a:personal-1/activities' });
  });
});

describe('a personal chat', () => {
  it('is one thread until it has been quiet for long', async () => {
    await send('personal-message');
    await send('personal-message', { id: '1611060800210', text: 'what’s left?', attachments: [] });
    now += 9 * 3_600_000;
    await send('personal-message', { id: '1611060800220', text: 'hello again', attachments: [] });
    expect(events.map(({ kind, place }) => [kind, place.thread])).toEqual([
      ['message-pasted', '1611060800200'],
      ['follow-up-written', '1611060800200'],
      ['message-pasted', '1611060800220'],
    ]);
    expect(connector.calls.map(({ path }) => path)).toEqual(
      Array.from({ length: 3 }, () => '/v3/conversations/a:1pL6i0oY3C0K8oAj8AFrlW7Hh2sK0aXcJcGgYkX0cV/activities'),
    );
  });

  it('knows which thread an older card belongs to', async () => {
    const { conversation } = fixture('personal-message');
    await send('action-submit', {
      conversation,
      replyToId: '1611060700001',
      value: { v: 1, verb: 'solved', value: 'aws/expired-token' },
    });
    expect(events[0]?.place.thread).toBe('1611060800200');
  });

  it('is where a note goes to whoever pastes a secret in a channel', async () => {
    const secret = `ghp_${'aB3dE5gH7jK9'.repeat(3)}`;
    await send('channel-message', { id: '1611060900001', text: `key ${secret}`, attachments: [] });
    expect(connector.calls[0]).toMatchObject({ path: '/v3/conversations/a:personal-1/activities' });
    expect(JSON.stringify(connector.calls)).not.toContain(secret);
  });

  it('is where a maintainer is told of it, with the kind and a link; those of another surface are not', async () => {
    const text = `key ghp_${'aB3dE5gH7jK9'.repeat(3)}`;
    await send('channel-message', { id: '1611060900002', text, attachments: [] });
    const opened = connector.calls.filter(({ path }) => path === '/v3/conversations');
    expect(opened).toEqual([]); // known since the message before
    const { body } = connector.calls.at(-1) ?? {};
    expect(JSON.stringify(body)).toContain('A live secret was pasted (github token)');
    expect(JSON.stringify(body)).toContain('https://teams.microsoft.com/l/message/');
    expect(connector.calls).toHaveLength(2);
  });

  it('is where a maintainer is told of a secret in somebody else’s own chat, too', async () => {
    const { conversation } = fixture('personal-message');
    const text = `key ghp_${'aB3dE5gH7jK9'.repeat(3)}`;
    await send('personal-message', { id: '1611060900003', conversation, text, attachments: [] });
    const paths = connector.calls.map(({ path, body }) => [path, JSON.stringify(body).includes('was pasted')]);
    const [[told] = []] = paths.filter(([, isReport]) => isReport);
    expect(told).toMatch(/^\/v3\/conversations\/a:personal-/);
    expect(told).not.toContain(String(Object(conversation).id));
  });
});

describe('the message extension', () => {
  it('shows the diagnosis to the one who asked alone', async () => {
    const response = await send('diagnose-open');
    const text = JSON.stringify(await response.json());
    expect(text).toContain('"type":"continue"');
    expect(text).toContain('The provided token has expired.');
    expect(text).toContain('Answer in the conversation');
    expect(text).not.toContain('Action.Execute');
    expect(connector.calls).toEqual([]);
  });

  it('answers in the thread of the message when told to, and closes the dialog', async () => {
    const response = await send('diagnose-submit');
    expect([response.status, await response.text()]).toEqual([200, '']);
    expect(events).toMatchObject([{ kind: 'message-pasted', by: { name: 'Linus Meier' }, addressed: true }]);
  });

  it('says that there is nothing to read in a message without text', async () => {
    const value = {
      commandId: 'diagnose',
      messagePayload: { id: '1', body: { contentType: 'html', content: '<img src="x">' } },
    };
    expect(await (await send('diagnose-open', { value })).json()).toMatchObject({ task: { type: 'message' } });
  });

  it('finds entries, each with a card and an escaped preview', async () => {
    expect(await (await send('search')).json()).toMatchObject({
      composeExtension: {
        type: 'result',
        attachments: [
          {
            contentType: 'application/vnd.microsoft.card.adaptive',
            preview: { content: { title: 'Your temporary &lt;AWS&gt; credentials' } },
          },
        ],
      },
    });
    const value = { commandId: 'search', parameters: [{ name: 'initialRun', value: 'true' }] };
    expect(await (await send('search', { value })).json()).toMatchObject({ composeExtension: { attachments: [] } });
  });

  it('says nothing to what it does not know', async () => {
    expect((await send('search', { name: 'composeExtension/queryLink' })).status).toBe(501);
    expect(await (await send('action-execute', { value: { action: { data: { v: 7 } } } })).json()).toMatchObject({
      value: expect.stringContaining('too old'),
    });
  });
});

describe('files', () => {
  it('of a personal chat are read, when they are text and no larger than a megabyte', async () => {
    const contents = ['Unable to locate credentials', 'x'.repeat(1_048_577), 'PNG\0'];
    const shelf = createServer((request, response) => response.end(contents[Number(request.url?.slice(1))]));
    shelf.listen(0, '127.0.0.1');
    await once(shelf, 'listening');
    const { port } = shelf.address() as AddressInfo;
    const attachments = contents.map((_, i) => ({
      contentType: 'application/vnd.microsoft.teams.file.download.info',
      name: 'run.log',
      content: { downloadUrl: `http://127.0.0.1:${port}/${i}`, fileType: 'log' },
    }));
    await send('personal-file', { attachments });
    shelf.closeAllConnections();
    shelf.close();
    expect(events).toMatchObject([{ text: 'see the log\nUnable to locate credentials' }]);
  });

  it('elsewhere than on the web are not asked for', async () => {
    const content = { downloadUrl: 'file:///etc/passwd' };
    await send('personal-file', {
      attachments: [{ contentType: 'application/vnd.microsoft.teams.file.download.info', content }],
    });
    expect(events).toMatchObject([{ text: 'see the log' }]);
  });

  it('of a channel are not given to us: we say so, and ask for the text', async () => {
    await send('channel-file');
    expect(connector.calls.map(cardOf).join()).toContain('paste the text');
    expect(events).toEqual([]);
  });

  it.each([
    ['<attachment id="6d7ee9f8"></attachment>', true],
    ['<img src="https://teams.example/picture.png" itemtype="http://schema.skype.com/AMSImage">', true],
    ['<img alt="\u{1F642}" itemtype="http://schema.skype.com/Emoji" src="https://teams.example/smile.png">', false],
  ])('beside what was written are spoken of as well, and an emoji is none: %s', async (html, isSaid) => {
    const written = '<at id="0">Locksmith</at>&nbsp;what does the log say?';
    const attachments = [{ contentType: 'text/html', content: `<div>${written}${html}</div>` }];
    await send('channel-file', { text: '<at>Locksmith</at> what does the log say?', attachments });
    expect(events).toMatchObject([{ text: expect.stringContaining('what does the log say?') }]);
    expect(connector.calls.map(cardOf).join().includes('paste the text')).toBe(isSaid);
  });
});

describe('bad requests', () => {
  const cases: readonly (readonly [string, RequestInit, number])[] = [
    ['another method', { method: 'GET' }, 405],
    ['what a web page can send', { method: 'POST', headers: { 'content-type': 'text/plain' }, body: '{}' }, 415],
    ['no JSON', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"type":' }, 400],
    ['JSON that is no activity', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '[1]' }, 400],
    [
      'more than a megabyte',
      { method: 'POST', headers: { 'content-type': 'application/json' }, body: `{"type":"${'x'.repeat(1_100_000)}"}` },
      413,
    ],
  ];
  it.each(cases)('%s', async (_, init, status) => {
    expect((await fetch(url, init)).status).toBe(status);
  });

  it.each([
    ['its own name', { origin: 'http://localhost:3000' }],
    ['a name that was pointed at this machine', { 'sec-fetch-site': 'same-origin' }],
  ])('a web page under %s is refused where no token is asked for', async (_, headers) => {
    expect((await post(fixture('channel-message'), headers)).status).toBe(403);
    expect(events).toEqual([]);
  });

  it('an activity of a shape that nobody announced is taken and left alone', async () => {
    const response = await post({ type: 'event', channelId: 'msteams', name: 'application/vnd.new' });
    expect(response.status).toBe(200);
    expect(events).toEqual([]);
  });

  it('an address elsewhere to be answered at is refused', async () => {
    expect((await send('channel-message', { serviceUrl: 'https://evil.example/' })).status).toBe(401);
    expect(events).toEqual([]);
  });

  it('a failure of ours is 500, so that the platform sends it again', async () => {
    const broken = createTeams(
      {
        anonymous: true,
        host: '127.0.0.1',
        references: createReferences(),
        log: { warn: () => {}, error: message => warnings.push(message) },
        now: () => now,
        diagnose: () => reply('d'),
        search: () => [],
        current: async () => undefined,
      },
      () => Promise.reject(new RangeError('a secret message')),
    );
    const other = createServer(broken.handle).listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const body = JSON.stringify(fixture('channel-message', { serviceUrl: connector.url }));
    const status = await new Promise(resolve => {
      httpRequest(
        { port, host: '127.0.0.1', method: 'POST', headers: { 'content-type': 'application/json' } },
        response => resolve(response.statusCode),
      ).end(body);
    });
    other.closeAllConnections();
    other.close();
    expect(status).toBe(500);
    expect(warnings).toEqual(['Teams request not handled: RangeError']);
  });
});

const reply = (id: string, more: Partial<Reply> = {}): Reply => ({
  id,
  summary: 'said',
  blocks: [{ kind: 'text', text: [{ kind: 'plain', text: 'said' }] }],
  ...more,
});

describe('delivery', () => {
  const place = { surface: 'teams', workspace: TENANT, channel: CHANNEL, thread: '1611060744833' };

  const faults: readonly (readonly [
    string,
    { status: number; headers?: Record<string, string>; body?: unknown },
    Json,
  ])[] = [
    [
      '429 with a time',
      { status: 429, headers: { 'retry-after': '7' } },
      { kind: 'rate-limited', retryAfterMs: 7_000 },
    ],
    ['429 without one', { status: 429 }, { kind: 'rate-limited', retryAfterMs: 1_500 }],
    ['412', { status: 412 }, { kind: 'unreachable', code: 'http_412' }],
    ['502', { status: 502 }, { kind: 'unreachable', code: 'http_502' }],
    ['504', { status: 504 }, { kind: 'unreachable', code: 'http_504' }],
    [
      '413',
      { status: 413, body: { error: { code: 'MessageSizeTooBig' } } },
      { kind: 'refused', code: 'MessageSizeTooBig' },
    ],
    [
      '403',
      { status: 403, body: { error: { code: 'BotNotInConversationRoster', message: 'x' } } },
      { kind: 'refused', code: 'BotNotInConversationRoster' },
    ],
    ['404', { status: 404 }, { kind: 'gone', code: 'http_404' }],
    [
      'a code that is a sentence',
      { status: 400, body: { error: { code: 'Say <this> aloud' } } },
      { kind: 'refused', code: 'http_400' },
    ],
  ];
  it.each(faults)('%s is one fault, asked for once', async (_, failure, fault) => {
    connector.fail(failure);
    expect(await teams.deliver(place, reply('t'))).toEqual({ kind: 'fault', fault });
    expect(connector.calls).toHaveLength(1);
  });

  it('tells the operator what to do about a refusal', async () => {
    connector.fail({ status: 403, body: { error: { code: 'BotNotInConversationRoster' } } });
    await teams.deliver(place, reply('t'));
    expect(warnings).toEqual([
      'Teams took no message: BotNotInConversationRoster. Install the app in that team or chat, or for that person',
    ]);
  });

  it('is unreachable when nobody answers there', async () => {
    const lonely = { ...place, channel: '19:lonely@thread.tacv2' };
    await post(
      fixture('channel-message', {
        serviceUrl: 'http://127.0.0.1:1/',
        conversation: { id: lonely.channel, tenantId: TENANT },
        text: 'hi',
        attachments: [],
      }),
    );
    expect(await teams.deliver(lonely, reply('t'))).toMatchObject({ kind: 'fault', fault: { kind: 'unreachable' } });
  });

  it('refuses to write where nothing was ever heard from', async () => {
    expect(await teams.deliver({ ...place, channel: '19:never@thread.tacv2' }, reply('t'))).toEqual({
      kind: 'fault',
      fault: { kind: 'refused', code: 'unknown_conversation' },
    });
  });

  it('finds the message of a turn again, and no other', async () => {
    const delivery = await teams.deliver(place, reply('turn-7'));
    expect(delivery).toMatchObject({ kind: 'posted' });
    expect(await teams.find(place, 'turn-7')).toEqual(delivery);
    expect(await teams.find(place, 'turn-8')).toBeUndefined();
  });
});
