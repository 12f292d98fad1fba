// Socket Mode against a stand-in that speaks its protocol: what is acknowledged, and when.
import { expect, it, onTestFinished } from 'vitest';
import type { ChatEvent } from '../../../../src/conversation/chat-event.ts';
import { createSlack } from '../../../../src/surfaces/slack/slack.ts';
import { isCall, startFakeSlack } from '../../../service/fake-slack.ts';
import { fixture } from '../../../service/slack/running.ts';
import { startSocketSlack } from '../../../service/slack/socket-slack.ts';

/** A surface that is connected; `store` is what becomes of an event. */
async function connected(store: (event: ChatEvent) => Promise<void> = async () => {}) {
  const slack = await startFakeSlack();
  const socket = await startSocketSlack();
  slack.script('apps.connections.open', () => ({ url: socket.url }));
  const lines: string[] = [];
  const log = { warn: (line: string) => void lines.push(line), error: (line: string) => void lines.push(line) };
  const options = { botToken: 'xoxb-for-tests', appToken: 'xapp-for-tests', apiUrl: `${slack.url}/api/` };
  const surface = await createSlack({ ...options, log, now: Date.now }, store);
  await surface.start();
  onTestFinished(async () => {
    await surface.stop();
    socket.stop();
    slack.stop();
  });
  return { slack, socket, lines, surface };
}

const envelope = (id: string, payload: unknown, type = 'events_api'): string =>
  JSON.stringify({ envelope_id: id, type, payload, accepts_response_payload: false });

it('acknowledges an event when it is stored, not before', async () => {
  const stored = Promise.withResolvers<void>();
  const arrived = Promise.withResolvers<ChatEvent>();
  const { socket } = await connected(event => {
    arrived.resolve(event);
    return stored.promise;
  });
  await socket.sendRaw(envelope('e1', fixture('message-channel')));
  await arrived.promise;
  // A second envelope is answered meanwhile, so the first has had its time.
  await socket.send('events_api', fixture('joined'));
  expect(socket.isAcknowledged('e1')).toBe(false);
  stored.resolve();
  await expect.poll(() => socket.isAcknowledged('e1')).toBe(true);
});

it('does not acknowledge what could not be stored, so that Slack delivers it again', async () => {
  let tries = 0;
  const { socket, lines } = await connected(async () => {
    tries += 1;
    if (tries === 1) throw new Error('the disk is full');
  });
  await socket.sendRaw(envelope('e1', fixture('message-channel')));
  await expect.poll(() => lines.join()).toContain('not handled');
  expect(socket.isAcknowledged('e1')).toBe(false);
  await socket.sendRaw(envelope('e2', fixture('message-channel')));
  await expect.poll(() => socket.isAcknowledged('e2')).toBe(true);
  expect(lines.join()).not.toContain('disk');
});

it('loses nothing when the connection goes before the acknowledgement', async () => {
  const stored = Promise.withResolvers<void>();
  const seen: string[] = [];
  const { socket } = await connected(async ({ key }) => {
    seen.push(key);
    if (seen.length === 1) await stored.promise;
  });
  await socket.sendRaw(envelope('e1', fixture('message-channel')));
  await expect.poll(() => seen).toHaveLength(1);
  await socket.cut();
  stored.resolve();
  await socket.send('events_api', fixture('message-channel'));
  expect(socket.isAcknowledged('e1')).toBe(false);
  expect(new Set(seen).size).toBe(1);
});

it('connects again at once when Slack asks for it, and when the network was away', async () => {
  const { socket } = await connected();
  await socket.refresh();
  await socket.send('events_api', fixture('message-channel'));
  expect(socket.connections()).toBe(2);
});

it.each([
  ['no JSON at all', 'hello?'],
  ['nothing', 'null'],
  ['no payload', JSON.stringify({ envelope_id: 'x', type: 'events_api' })],
  ['no event', envelope('x', { type: 'event_callback' })],
  ['an event that is a word', envelope('x', { type: 'event_callback', event: 'message' })],
  ['an unknown type', JSON.stringify({ envelope_id: 'x', type: 'surprise', payload: {} })],
  ['an interaction of nothing', envelope('x', null, 'interactive')],
])('survives an envelope with %s', async (_, text) => {
  const { socket } = await connected();
  await socket.sendRaw(text);
  await socket.send('events_api', fixture('message-channel'));
});

it('starts, and says what to do, although Slack refuses the connection', async () => {
  const slack = await startFakeSlack();
  slack.script('apps.connections.open', () => ({ ok: false, error: 'invalid_auth' }));
  const lines: string[] = [];
  const log = { warn: (line: string) => void lines.push(line), error: (line: string) => void lines.push(line) };
  const options = { botToken: 'xoxb-for-tests', appToken: 'xapp-for-tests', apiUrl: `${slack.url}/api/` };
  const surface = await createSlack({ ...options, log, now: Date.now }, async () => {});
  await surface.start();
  expect(lines.join()).toMatch(/refuses the connection \(invalid_auth\)\. SLACK_APP_TOKEN must/);
  await expect.poll(() => slack.calls.filter(isCall('apps.connections.open')).length).toBeGreaterThan(1);
  await surface.stop();
  slack.stop();
});
