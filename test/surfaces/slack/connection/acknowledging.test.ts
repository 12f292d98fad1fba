// The order of acknowledging and listening, with a real Bolt app and no connection at all.
import { App, LogLevel } from '@slack/bolt';
import { expect, it } from 'vitest';
import { acknowledgingLast } from '../../../../src/surfaces/slack/connection/acknowledging.ts';
import { fixture } from '../../../service/slack/running.ts';

const quiet = () => undefined;
const logger = {
  debug: quiet,
  info: quiet,
  warn: quiet,
  error: quiet,
  setLevel: quiet,
  setName: quiet,
  getLevel: () => LogLevel.ERROR,
};

/** What happens, in order, when an event comes in. */
async function orderOf(payload: object, listener = async (): Promise<void> => {}) {
  const order: string[] = [];
  const receiver = { init: quiet, start: async () => undefined, stop: async () => undefined };
  const identity = { token: 'xoxb-for-tests', botId: 'BBOT', botUserId: 'UBOT', tokenVerificationEnabled: false };
  const app = new App({ ...identity, receiver, logger, convoStore: false });
  app.error(async error => Promise.reject(error));
  app.event('message', async () => {
    await listener();
    order.push('listened');
  });
  const ack = async () => void order.push('acknowledged');
  await acknowledgingLast(app, logger)
    .processEvent({ body: { ...payload }, ack })
    .catch(() => order.push('failed'));
  return order;
}

const fails = async (): Promise<void> => Promise.reject(new Error('the disk is full'));

it('acknowledges when the listeners are through', async () => {
  expect(await orderOf(fixture('message-channel'))).toEqual(['listened', 'acknowledged']);
});

it('does not acknowledge what a listener failed at', async () => {
  expect(await orderOf(fixture('message-channel'), fails)).toEqual(['failed']);
});

it('acknowledges once what nobody can read', async () => {
  for (const payload of [{}, { event: 'message' }, { type: 'event_callback', event: { type: 'message', item: 'x' } }])
    expect(await orderOf(payload)).toEqual(['acknowledged']);
});
