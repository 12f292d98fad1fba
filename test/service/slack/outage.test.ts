// Many people with one error in the same instant: two answers, and everybody else is led to the first.
import { expect, it } from 'vitest';
import { fixture, startRunning } from './running.ts';

it('answers two of many that arrive together, and points the others to the first', async () => {
  const running = await startRunning('http', { channels: { C1: { listen: 'errors', helpers: ['UHELP'] } } });
  const body = fixture('message-channel');
  const threads = Array.from({ length: 8 }, (_, i) => `200${i}.000100`);
  const opening = (ts: string, i: number) => ({ ...body, event: { ...Object(body['event']), ts, user: `U${i}` } });
  await Promise.all(threads.map((ts, i) => running.send(opening(ts, i))));
  const replies = await Promise.all(threads.map(thread => running.posted(thread)));
  const pointers = replies.filter(({ body }) => String(body['text']).startsWith('Several people'));
  expect(pointers).toHaveLength(threads.length - 2);
  const links = new Set(pointers.map(({ body }) => /p(\d+\.\d+)/.exec(JSON.stringify(body['blocks']))?.[1]));
  expect(links.size).toBe(1);
  const notice = await running.slack.until(({ body }) => String(body['text']).startsWith('This looks like one outage'));
  expect(notice.body['thread_ts']).toBe([...links][0]);
  expect(JSON.stringify(notice.body['blocks'])).toContain('"user_id":"UHELP"');
});
