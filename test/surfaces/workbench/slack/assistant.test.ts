// What an app puts round a talk with it: kept for pages that come later, refused as Slack refuses it.
import { expect, it } from 'vitest';
import { CHANNEL, startBench } from '../bench.ts';

const DM = 'D0YOU';
const PROMPTS = [{ title: 'Explain an error', message: 'What does ExpiredToken mean?' }];

it('keeps prompts, and for each thread a title and a status', async () => {
  const { api, state } = await startBench();
  await api('assistant.threads.setSuggestedPrompts', { channel_id: DM, prompts: JSON.stringify(PROMPTS) });
  await api('assistant.threads.setTitle', { channel_id: DM, thread_ts: '1.1', title: 'About it' });
  await api('assistant.threads.setStatus', { channel_id: DM, thread_ts: '1.1', status: 'is thinking…' });
  expect((await state()).talks).toEqual([
    { channel: DM, prompts: PROMPTS, titles: { '1.1': 'About it' }, statuses: { '1.1': 'is thinking…' } },
  ]);
  await api('assistant.threads.setStatus', { channel_id: DM, thread_ts: '1.1', status: '' });
  expect((await state()).talks).toMatchObject([{ statuses: {} }]);
});

it('ends a status when the app answers in that thread, and in no other', async () => {
  const { api, page, messages, state } = await startBench();
  await page('message', { as: 'U0YOU', client: 'tab', channel: DM, text: 'hello' });
  const [{ ts } = { ts: '' }] = await messages();
  for (const thread_ts of [ts, '1.1'])
    await api('assistant.threads.setStatus', { channel_id: DM, thread_ts, status: 'is thinking…' });
  await api('chat.postMessage', { channel: DM, thread_ts: ts, text: 'hi' });
  expect((await state()).talks).toMatchObject([{ statuses: { '1.1': 'is thinking…' } }]);
  expect((await state()).talks[0]?.statuses[ts]).toBeUndefined();
});

it.each([
  { name: 'in a channel', given: { channel_id: CHANNEL, thread_ts: '1.1', status: 'x' }, error: 'channel_not_found' },
  { name: 'of no thread', given: { channel_id: DM, status: 'x' }, error: 'invalid_arguments' },
])('refuses a status $name', async ({ given, error }) => {
  const { api } = await startBench();
  expect(await api('assistant.threads.setStatus', given)).toMatchObject({ ok: false, error });
});

it('refuses more prompts than four', async () => {
  const { api } = await startBench();
  const prompts = JSON.stringify(Array.from({ length: 5 }, () => PROMPTS[0]));
  expect(await api('assistant.threads.setSuggestedPrompts', { channel_id: DM, prompts })).toMatchObject({ ok: false });
});
