import { describe, expect, it } from 'vitest';
import type { Told } from '../../../src/surfaces/workbench/protocol.ts';
import { answered, type Bench, CHANNEL, checklist, startBench, YOU } from './bench.ts';

/** Reads what one open page is told, as it comes. */
async function listen(
  bench: Bench,
): Promise<{ readonly next: () => Promise<Told | undefined>; readonly type: string | null }> {
  const response = await fetch(`${bench.url}/workbench/stream`);
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let buffered = '';
  const next = async (): Promise<Told | undefined> => {
    const event = /^data: (.*)\n\n/m.exec(buffered);
    if (event) {
      buffered = buffered.slice((event.index ?? 0) + event[0].length);
      return JSON.parse(event[1] ?? '');
    }
    const chunk = await reader?.read();
    if (!chunk || chunk.done) return undefined;
    buffered += chunk.value;
    return next();
  };
  return { next, type: response.headers.get('content-type') };
}

describe('the stream', () => {
  it('begins with everything there is', async () => {
    const bench = await startBench();
    await bench.page('message', { channel: CHANNEL, text: 'earlier' });
    const { next, type } = await listen(bench);
    expect(type).toBe('text/event-stream');
    expect(await next()).toMatchObject({
      kind: 'snapshot',
      snapshot: {
        app: { name: 'Locksmith', commands: [{ command: '/creds' }] },
        people: [{ name: 'You' }, { name: 'Priya' }, { name: 'Marek' }, { bot: true }, { bot: true }],
        messages: [{ text: 'earlier' }],
        samples: [{ title: 'A sample' }],
      },
    });
  });

  it('tells of posts, changes and deletions as they happen', async () => {
    const bench = await startBench();
    const { next } = await listen(bench);
    await next();
    const { ts } = await answered(bench, checklist());
    expect(await next()).toMatchObject({ kind: 'message', message: { text: 'ExpiredToken', client: 'tab' } });
    expect(await next()).toMatchObject({ kind: 'health', health: { kind: 'answering' } });
    expect(await next()).toMatchObject({ kind: 'message', message: { ts, version: 1 } });
    await bench.api('chat.update', {
      channel: CHANNEL,
      ts,
      text: 'Answer',
      metadata: { event_type: 'secret', event_payload: {} },
    });
    const changed = await next();
    expect(changed).toMatchObject({ kind: 'message', message: { ts, version: 2 } });
    expect(JSON.stringify(changed)).not.toContain('secret');
    await bench.api('chat.delete', { channel: CHANNEL, ts });
    expect(await next()).toEqual({ kind: 'gone', channel: CHANNEL, ts });
  });

  it('opens forms and shows home tabs', async () => {
    const bench = await startBench();
    const { next } = await listen(bench);
    await next();
    await bench.page('shortcut', { callback: 'explain' });
    await next();
    const title = { type: 'plain_text', text: 'x' };
    await bench.api('views.open', {
      trigger_id: bench.lastForm()['trigger_id'],
      view: { type: 'modal', title, blocks: [] },
    });
    expect(await next()).toMatchObject({ kind: 'view', client: 'tab', how: 'open', view: { type: 'modal' } });
    await bench.api('views.publish', { user_id: YOU, view: { type: 'home', blocks: [] } });
    expect(await next()).toMatchObject({ kind: 'home', person: YOU });
  });

  it('ends with the workbench', async () => {
    const bench = await startBench();
    const { next } = await listen(bench);
    await next();
    bench.workbench.stop();
    expect(await next()).toBeUndefined();
  });
});
