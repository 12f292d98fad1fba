// Pressing in cards, cards that are fetched anew, and the app's message extension: what it is asked, and what comes of its answers.
import { describe, expect, it } from 'vitest';
import { activityWith, type Bench, card, HELP, type Json, PRIYA, startBench, YOU } from './bench.ts';

const data = { v: 1, verb: 'save-ticks', steps: 'one,two' };
const refresh = { action: { type: 'Action.Execute', verb: 'refresh', data: { v: 1 } }, userIds: [YOU] };

async function withCard(
  more: Json = {},
): Promise<{ readonly bench: Bench; readonly id: string; readonly thread: string }> {
  const bench = await startBench();
  const { body: post } = await bench.page('message', { text: 'error' });
  const thread = String(post['id']);
  const where = `/${encodeURIComponent(`${HELP};messageid=${thread}`)}/activities`;
  const { body } = await bench.connector('POST', where, activityWith(card(more)));
  bench.activities.length = 0;
  return { bench, id: String(body['id']), thread };
}

const answer = (type: string, value: unknown) => () => Response.json({ statusCode: 200, type, value });
const CARD = 'application/vnd.microsoft.card.adaptive';
const MESSAGE = 'application/vnd.microsoft.activity.message';

describe('a button', () => {
  it('of the newer kind is an invoke, whose answer the one who pressed sees', async () => {
    const { bench, id, thread } = await withCard();
    bench.answerWith(answer(MESSAGE, 'Saved.'));
    const pressed = await bench.page('press', { id, action: { type: 'Action.Execute', verb: 'save-ticks', data } });
    expect(pressed.body).toEqual({ kind: 'said', text: 'Saved.' });
    expect(bench.activities).toMatchObject([
      {
        type: 'invoke',
        name: 'adaptiveCard/action',
        replyToId: id,
        conversation: { id: `${HELP};messageid=${thread}` },
        value: { action: { type: 'Action.Execute', verb: 'save-ticks', data }, trigger: 'manual' },
      },
    ]);
  });

  it('of the older kind is a message without text', async () => {
    const { bench, id } = await withCard();
    await bench.page('press', { id, action: { type: 'Action.Submit', data } });
    const [activity] = bench.activities;
    expect(activity).toMatchObject({ type: 'message', value: data, replyToId: id });
    expect(activity).not.toHaveProperty('text');
  });

  const failing: readonly (readonly [string, () => Response])[] = [
    ['an app that fails', () => new Response('', { status: 500 })],
    ['an app that does not know the action', () => new Response('', { status: 501 })],
    ['an answer that is no answer', () => Response.json({ ok: true })],
    ['a card that is no card', answer(CARD, { type: 'Rectangle' })],
  ];
  it.each(failing)('%s is said in Teams’ words', async (_, response) => {
    const { bench, id } = await withCard();
    bench.answerWith(response);
    const pressed = await bench.page('press', { id, action: { type: 'Action.Execute', data } });
    expect(pressed).toEqual({ status: 422, body: { error: 'Something went wrong. Please try again.' } });
  });
});

describe('a card that is fetched anew', () => {
  it('is so for those whom it names, and shown to them alone', async () => {
    const { bench, id } = await withCard({ refresh });
    bench.answerWith(answer(CARD, card({ body: [] })));
    expect((await bench.page('refresh', { id })).body).toMatchObject({ kind: 'card', card: { body: [] } });
    expect(bench.activities).toMatchObject([{ value: { trigger: 'automatic', action: { verb: 'refresh' } } }]);
    expect((await bench.messages()).at(-1)).toMatchObject({ version: 1, card: { body: [{ text: 'Hello' }] } });
  });

  it('is not for anybody else, and a failure is not shown', async () => {
    const { bench, id } = await withCard({ refresh });
    expect((await bench.page('refresh', { id, as: PRIYA })).body).toEqual({ kind: 'nothing' });
    expect(bench.activities).toEqual([]);
    bench.answerWith(() => new Response('', { status: 500 }));
    expect(await bench.page('refresh', { id })).toEqual({ status: 200, body: { kind: 'nothing' } });
  });
});

describe('the message extension', () => {
  const dialog = {
    task: { type: 'continue', value: { title: 'Diagnosis', card: { contentType: CARD, content: card() } } },
  };

  it('shows a card about a message, then closes', async () => {
    const { bench, thread } = await withCard();
    bench.answerWith(() => Response.json(dialog));
    expect((await bench.page('diagnose', { id: thread, as: PRIYA })).body).toMatchObject({
      kind: 'card',
      title: 'Diagnosis',
    });
    bench.answerWith(() => new Response(''));
    expect((await bench.page('submit', { id: thread, as: PRIYA, data })).body).toEqual({ kind: 'closed' });
    const messagePayload = {
      id: thread,
      body: { contentType: 'html', content: '<div><p>error</p></div>' },
      from: { user: { displayName: 'You' } },
    };
    expect(bench.activities).toMatchObject([
      { name: 'composeExtension/fetchTask', from: { id: PRIYA }, value: { commandId: 'diagnose', messagePayload } },
      { name: 'composeExtension/submitAction', value: { data, messagePayload } },
    ]);
  });

  it('finds cards, one of which is sent as somebody’s own message', async () => {
    const bench = await startBench();
    const found = { contentType: CARD, content: card(), preview: { content: { title: 'A &lt; B', text: 'why' } } };
    bench.answerWith(() => Response.json({ composeExtension: { type: 'result', attachments: [found] } }));
    const { body } = await bench.page('search', { words: 'expired' });
    expect(body).toEqual([{ title: 'A &lt; B', text: 'why', card: card() }]);
    await bench.page('insert', { card: card() });
    expect(bench.activities).toMatchObject([
      { name: 'composeExtension/query', value: { commandId: 'search', parameters: [{ name: 'q', value: 'expired' }] } },
      { type: 'message', from: { id: YOU }, attachments: [{ contentType: 'text/html' }, { contentType: CARD }] },
    ]);
    expect(await bench.messages()).toMatchObject([{ by: YOU, card: { type: 'AdaptiveCard' } }]);
  });

  it('says that the app was not reached', async () => {
    const { bench, thread } = await withCard();
    bench.answerWith(() => new Response('', { status: 500 }));
    for (const [act, body] of [
      ['diagnose', { id: thread }],
      ['search', { words: 'x' }],
    ] as const)
      expect((await bench.page(act, body)).body).toEqual({ error: 'Unable to reach app. Please try again.' });
  });
});
