// `/creds watch` over the wire: it holds from the next message on, and after a restart.
import { expect, it } from 'vitest';
import { fixture, type Running, type Starting, startRunning } from './running.ts';

const settings: Starting = { maintainers: ['U0MAINTAINER'] };

async function command(running: Running, text: string): Promise<void> {
  const payload = fixture('slash-command', { slack: running.slack.url });
  await running.send({ ...payload, text, trigger_id: text, user_id: 'U0MAINTAINER' });
  await running.slack.until(({ method, raw }) => method === 'response' && raw.includes('From now on'));
}

/** An error that nobody addressed, then one that somebody did: what was posted by then shows whether the first was heard. */
async function hears(running: Running, [unasked, asked]: readonly [string, string]): Promise<boolean> {
  const send = (name: string, ts: string) => {
    const body = fixture(name);
    return running.send({ ...body, event_id: ts, event: { ...Object(body['event']), ts } });
  };
  await send('message-channel', unasked);
  await send('app-mention', asked);
  await running.posted(asked);
  return running.posts().some(({ body }) => body['thread_ts'] === unasked);
}

it('lets a maintainer silence a channel, until it is set back', async () => {
  const running = await startRunning('http', settings);
  expect(await hears(running, ['1001.1', '1002.1'])).toBe(true);
  await command(running, 'watch mention');
  expect(await hears(running, ['1003.1', '1004.1'])).toBe(false);
  await running.stop();

  const again = await startRunning('http', { ...settings, folder: running.folder });
  expect(await hears(again, ['1005.1', '1006.1'])).toBe(false);
  await command(again, 'watch errors');
  expect(await hears(again, ['1007.1', '1008.1'])).toBe(true);
});
