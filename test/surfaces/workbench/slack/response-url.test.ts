import { describe, expect, it } from 'vitest';
import { answered, type Bench, CHANNEL, checklist, type Json, read, startBench, YOU } from '../bench.ts';

/** The address handed out, at the port where this bench really listens. */
async function pathOf(bench: Bench, ts?: string): Promise<string> {
  if (ts)
    await bench.page('action', {
      on: { channel: CHANNEL, ts },
      choice: { block: 'list', action: 'solved', values: [] },
    });
  else await bench.page('command', { channel: 'C0RANDOM', text: '/creds x' });
  return bench.url + new URL(String(bench.lastForm()['response_url'])).pathname;
}

const respond = async (url: string, body: Json) => {
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const response = await fetch(url, init);
  return { status: response.status, body: await read(response) };
};

describe('response URLs', () => {
  it('answer privately by default, in channels the app is not in as well', async () => {
    const bench = await startBench();
    expect(await respond(await pathOf(bench), { text: 'psst' })).toEqual({ status: 200, body: { ok: true } });
    expect(await bench.messages()).toMatchObject([{ channel: 'C0RANDOM', to: YOU, text: 'psst' }]);
  });

  it('answer everybody when asked to', async () => {
    const bench = await startBench();
    await respond(await pathOf(bench), { text: 'all', response_type: 'in_channel' });
    const [message] = await bench.messages();
    expect(message).toMatchObject({ text: 'all' });
    expect(message).not.toHaveProperty('to');
  });

  it('work five times', async () => {
    const bench = await startBench();
    const url = await pathOf(bench);
    for (let use = 0; use < 5; use += 1) expect(await respond(url, { text: `${use}` })).toMatchObject({ status: 200 });
    expect(await respond(url, { text: 'six' })).toEqual({ status: 404, body: { ok: false, error: 'used_url' } });
  });

  it('work for half an hour', async () => {
    const bench = await startBench();
    const url = await pathOf(bench);
    bench.wait(30 * 60_000);
    expect(await respond(url, { text: 'in time' })).toMatchObject({ status: 200 });
    bench.wait(1);
    expect(await respond(url, { text: 'late' })).toEqual({ status: 404, body: { ok: false, error: 'expired_url' } });
  });

  it('replace the message that was clicked, for everybody', async () => {
    const bench = await startBench();
    const { ts } = await answered(bench, checklist());
    await respond(await pathOf(bench, ts), { text: 'done', replace_original: true });
    const [, answer] = await bench.messages();
    expect(answer).toMatchObject({ ts, text: 'done' });
    expect(answer).not.toHaveProperty('blocks');
  });

  it('replace the private answer they gave before', async () => {
    const bench = await startBench();
    const url = await pathOf(bench);
    await respond(url, { text: 'working' });
    await respond(url, { text: 'done', replace_original: true });
    expect(await bench.messages()).toMatchObject([{ text: 'done', to: YOU }]);
  });

  it('delete the message that was clicked', async () => {
    const bench = await startBench();
    const { ts } = await answered(bench, checklist());
    await respond(await pathOf(bench, ts), { delete_original: true });
    expect(await bench.messages()).toMatchObject([{ text: 'ExpiredToken' }]);
  });

  it('answer in a thread only when told which', async () => {
    const bench = await startBench();
    const { ts, thread } = await answered(bench, checklist());
    const url = await pathOf(bench, ts);
    await respond(url, { text: 'outside' });
    await respond(url, { text: 'inside', thread_ts: thread });
    const [, , outside, inside] = await bench.messages();
    expect(outside).toMatchObject({ text: 'outside' });
    expect(outside).not.toHaveProperty('thread');
    expect(inside).toMatchObject({ text: 'inside', thread });
  });

  it.each([
    { name: 'nothing', body: {}, error: 'no_text' },
    { name: 'wrong types', body: { text: 5 }, error: 'invalid_payload' },
    { name: 'invalid blocks', body: { text: 'x', blocks: [{ type: 'no' }] }, error: 'invalid_blocks' },
  ])('refuse $name', async ({ body, error }) => {
    const bench = await startBench();
    expect(await respond(await pathOf(bench), body)).toMatchObject({ status: 400, body: { ok: false, error } });
  });

  it('cannot be guessed', async () => {
    const bench = await startBench();
    expect(await respond(`${bench.url}/workbench/slack/response/R0`, { text: 'x' })).toMatchObject({ status: 404 });
  });
});
