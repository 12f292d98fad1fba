// The order of acknowledging and listening, with a real Bolt app and no connection at all.
import { App, LogLevel } from '@slack/bolt';
import { expect, it } from 'vitest';
import { acknowledgingLast, forgiving } from '../../../../src/surfaces/slack/connection/acknowledging.ts';
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
async function orderOf(wrap: (app: App) => App, payload: object, listener = async (): Promise<void> => {}) {
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
  await wrap(app)
    .processEvent({ body: { ...payload }, ack })
    .catch(() => order.push('failed'));
  return order;
}

const last = (app: App): App => acknowledgingLast(forgiving(app, logger));
const asBolt = (app: App): App => forgiving(app, logger);
const fails = async (): Promise<void> => Promise.reject(new Error('the disk is full'));

it('acknowledges over a socket when the listeners are through, and over HTTP when Bolt does, which keeps the answer', async () => {
  expect(await orderOf(last, fixture('message-channel'))).toEqual(['listened', 'acknowledged']);
  expect(await orderOf(asBolt, fixture('message-channel'))).toEqual(['acknowledged', 'listened']);
});

it('does not acknowledge over a socket what a listener failed at', async () => {
  expect(await orderOf(last, fixture('message-channel'), fails)).toEqual(['failed']);
});

it.each([last, asBolt])('acknowledges once what nobody can read', async wrap => {
  for (const payload of [{}, { event: 'message' }, { type: 'event_callback', event: { type: 'message', item: 'x' } }])
    expect(await orderOf(wrap, payload)).toEqual(['acknowledged']);
});
