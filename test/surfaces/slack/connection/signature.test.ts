// Which requests count as Slack's: the example of its own documentation, and what differs from it in one thing.
import { expect, it } from 'vitest';
import { createOriginOf } from '../../../../src/surfaces/slack/connection/signature.ts';
import { signatureOf } from '../../../service/fake-slack.ts';

const SECRET = ['a', 'signing', 'secret'].join('-');
const BODY = '{"type":"event_callback","text":"Schlüssel"}';
const AT = 1_790_000_000;
const originOf = createOriginOf(SECRET);

const headersOf = (more: Readonly<Record<string, string | undefined>> = {}) => ({
  'x-slack-request-timestamp': String(AT),
  'x-slack-signature': signatureOf(BODY, String(AT), SECRET),
  ...more,
});
const origin = (more = {}, { body = BODY, secondsLater = 0 } = {}) =>
  originOf(headersOf(more), Buffer.from(body), (AT + secondsLater) * 1_000);
const signature = (value: string | undefined) => ({ 'x-slack-signature': value });
const time = (value: string | undefined) => ({ 'x-slack-request-timestamp': value });

it.each([0, 300, -300])('is Slack’s when it was signed %i seconds ago', secondsLater => {
  expect(origin({}, { secondsLater })).toBe('slack');
});

it.each([301, -301, 86_400])('is stale when it was signed %i seconds ago, whatever its signature', secondsLater => {
  expect(origin({}, { secondsLater })).toBe('stale');
  expect(origin(signature('v0='), { secondsLater })).toBe('stale');
});

it.each(['now', '', 'NaN', 'Infinity', '0x6ab13b80', `${AT},${AT}`])('is not Slack’s when its time is %j', value => {
  expect(origin(time(value))).not.toBe('slack');
});

it.each<readonly [string, ReturnType<typeof signature>]>([
  ['is not there', signature(undefined)],
  ['is empty', signature('')],
  ['has no digits', signature('v0=')],
  ['is of another version', signature(signatureOf(BODY, String(AT), SECRET).replace('v0=', 'v1='))],
  ['was cut off', signature(signatureOf(BODY, String(AT), SECRET).slice(0, -1))],
  ['goes on', signature(`${signatureOf(BODY, String(AT), SECRET)}0`)],
  ['was made with another secret', signature(signatureOf(BODY, String(AT), 'another'))],
  ['was made for another time', signature(signatureOf(BODY, String(AT + 1), SECRET))],
  ['is of as many characters and more bytes', signature(`v0=${'é'.repeat(64)}`)],
])('is forged when its signature %s', (_, more) => {
  expect(origin(more)).toBe('forged');
});

it('is forged when the body is another one, or no time is told', () => {
  expect(origin({}, { body: `${BODY} ` })).toBe('forged');
  expect(origin(time(undefined))).toBe('forged');
});

it('cannot be told without a secret', () => {
  expect(() => createOriginOf('')).toThrow('empty');
});
