// Talking to the bot in its messages tab: what it suggests, that it works, and threads that go on.
import { expect, it } from 'vitest';
import { PROMPTS } from '../../../src/surfaces/slack/listeners/assistant.ts';
import { isCall } from '../fake-slack.ts';
import { fixture, type Payload, startRunning } from './running.ts';

const inThread = (name: string, more: Payload): Payload => {
  const body = fixture(name);
  return { ...body, event: { ...Object(body['event']), ...more } };
};

it('suggests what to ask when the tab is opened, and nothing for the home tab', async () => {
  const { slack, send } = await startRunning('http');
  await send(inThread('app-home-opened', { tab: 'home' }));
  await send(fixture('app-home-opened'));
  const { body } = await slack.until(isCall('assistant.threads.setSuggestedPrompts'));
  expect(body['channel_id']).toBe('D1');
  expect(JSON.parse(String(body['prompts']))).toEqual(PROMPTS);
  expect(slack.calls.filter(isCall('assistant.threads.setSuggestedPrompts'))).toHaveLength(1);
});

it.each(PROMPTS)('has an answer to what it suggests: $title', async ({ message }) => {
  const { posted, send } = await startRunning('http');
  await send(inThread('message-im', { text: message }));
  expect((await posted('1004.000100')).body['text']).not.toMatch(/don’t know|could be one of these/);
});

it('shows a status before it answers, in direct messages alone, and goes on in the thread', async () => {
  const { slack, posted, send } = await startRunning('socket');
  await send(fixture('message-im'));
  await posted('1004.000100');
  const order = slack.calls.map(({ method }) => method).filter(method => /setStatus|postMessage/.test(method));
  expect(order).toEqual(['assistant.threads.setStatus', 'chat.postMessage']);
  const { body } = await slack.until(isCall('assistant.threads.setStatus'));
  expect(body).toMatchObject({ channel_id: 'D1', thread_ts: '1004.000100', status: 'is looking it up…' });
  await send(inThread('message-im', { ts: '1004.000300', thread_ts: '1004.000100', text: 'what’s left?' }));
  expect((await posted('1004.000100', 2)).body['text']).toContain('checklist');
  await send(fixture('message-channel'));
  await posted('1001.000100');
  expect(slack.calls.filter(isCall('assistant.threads.setStatus'))).toHaveLength(2);
});

it('entitles a talk by its answer, once, and no thread of a channel', async () => {
  const { slack, posted, send } = await startRunning('http');
  await send(fixture('message-im'));
  await posted('1004.000100');
  const { body } = await slack.until(isCall('assistant.threads.setTitle'));
  expect(body).toMatchObject({ channel_id: 'D1', thread_ts: '1004.000100', title: expect.stringMatching(/^[A-Z]/) });
  await send(inThread('message-im', { ts: '1004.000300', thread_ts: '1004.000100', text: 'done 1' }));
  await posted('1004.000100', 2);
  await send(fixture('message-channel'));
  await posted('1001.000100');
  expect(slack.calls.filter(isCall('assistant.threads.setTitle'))).toHaveLength(1);
});

it('does without where Slack refuses, says so once, and answers', async () => {
  const { slack, posted, send, lines } = await startRunning('http');
  slack.script('assistant.threads.setStatus', () => ({ ok: false, error: 'missing_scope' }));
  for (const ts of ['1004.000100', '1004.000200', '1004.000300']) {
    await send(inThread('message-im', { ts }));
    await posted(ts);
  }
  expect(slack.calls.filter(isCall('assistant.threads.setStatus'))).toHaveLength(1);
  expect(lines.filter(line => line.includes('missing_scope'))).toHaveLength(1);
});
