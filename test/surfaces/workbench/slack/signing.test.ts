import { verifySlackRequest } from '@slack/bolt';
import { describe, expect, it } from 'vitest';
import { sign } from '../../../../src/surfaces/workbench/slack/out/signing.ts';
import { BOT, CHANNEL, SIGNING_SECRET, START, startBench } from '../bench.ts';

const verify = (
  body: string,
  headers: Readonly<Record<string, string>>,
  nowMilliseconds = START,
  signingSecret = SIGNING_SECRET,
) =>
  verifySlackRequest({
    signingSecret,
    body,
    nowMilliseconds,
    headers: {
      'x-slack-signature': headers['x-slack-signature'] ?? '',
      'x-slack-request-timestamp': Number(headers['x-slack-request-timestamp']),
    },
  });

describe('signing', () => {
  it('signs so that Bolt accepts it', () => {
    expect(() => verify('{"text":"größer"}', sign('{"text":"größer"}', SIGNING_SECRET, START))).not.toThrow();
  });

  it.each([
    { name: 'another body', act: () => verify('{}', sign('{ }', SIGNING_SECRET, START)) },
    { name: 'another secret', act: () => verify('{}', sign('{}', SIGNING_SECRET, START), START, 'other') },
    { name: 'an age over five minutes', act: () => verify('{}', sign('{}', SIGNING_SECRET, START), START + 301_000) },
  ])('does not survive $name', ({ act }) => {
    expect(act).toThrow('Failed to verify authenticity');
  });

  it('covers events, commands and interactions alike', async () => {
    const bench = await startBench();
    await bench.page('message', { channel: CHANNEL, text: `hello <@${BOT}>` });
    await bench.page('command', { channel: CHANNEL, text: '/creds a & b' });
    await bench.page('shortcut', { callback: 'explain' });
    expect(bench.delivered).toHaveLength(3);
    for (const { body, headers } of bench.delivered) expect(() => verify(body, headers)).not.toThrow();
  });

  it('names the form type without a charset, because Bolt compares the whole header', async () => {
    const bench = await startBench();
    await bench.page('command', { channel: CHANNEL, text: '/creds x' });
    expect(bench.delivered[0]?.headers['content-type']).toBe('application/x-www-form-urlencoded');
  });
});
