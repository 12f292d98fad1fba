// What people do in the stand-in, as the Bot Framework would tell the app; and what it would not tell it.
import { describe, expect, it } from 'vitest';
import {
  type Activity,
  filesOf,
  hasHiddenFile,
  parseActivity,
} from '../../../../src/surfaces/teams/activity/activity.ts';
import { BOT, chatOf, GENERAL, GROUP, HELP, type Json, PRIYA, startBench, YOU } from './bench.ts';

const ERROR = 'Unable to locate credentials';
const parsed = (body: unknown): Activity => {
  const activity = parseActivity(body);
  if (!activity) throw new Error('no activity');
  return activity;
};

const idOf = ({ body }: { readonly body: Json }): string => String(body['id']);

describe('a message', () => {
  it('comes as plain text with an HTML copy, in the thread that it opens', async () => {
    const bench = await startBench();
    const { body } = await bench.page('message', { text: `look:\n\`\`\`\n<${ERROR}>\n\`\`\`\nand \`x\`` });
    expect(bench.activities).toMatchObject([
      {
        type: 'message',
        channelId: 'msteams',
        serviceUrl: `${bench.url}/workbench/teams/connector/`,
        id: body['id'],
        from: { id: YOU, name: 'You' },
        recipient: { id: BOT, name: 'Locksmith' },
        conversation: { conversationType: 'channel', isGroup: true, id: `${HELP};messageid=${body['id']}` },
        text: `look:\n<${ERROR}>\nand x`,
        attachments: [
          {
            contentType: 'text/html',
            content: `<p>look:</p><codeblock class=""><code>&lt;${ERROR}&gt;</code></codeblock><p>and <code>x</code></p>`,
          },
        ],
        channelData: { channel: { id: HELP }, team: { id: '19:platform@thread.tacv2' } },
      },
    ]);
  });

  it('is of a shape that the real surface reads', async () => {
    const bench = await startBench();
    await bench.page('message', { text: `@Locksmith ${ERROR}` });
    expect(parseActivity(bench.activities[0])).toMatchObject({ text: `<at>Locksmith</at> ${ERROR}` });
  });

  const heard: readonly (readonly [string, Json, boolean])[] = [
    ['in a channel whose owner consented', { text: 'lunch?' }, true],
    ['in a channel without consent', { text: ERROR, conversation: GENERAL }, false],
    ['that mentions the app there', { text: `@Locksmith ${ERROR}`, conversation: GENERAL }, true],
    ['that mentions somebody else there', { text: `@Priya ${ERROR}`, conversation: GENERAL }, false],
    ['that only quotes its address', { text: `me@Locksmith ${ERROR}`, conversation: GENERAL }, false],
    ['in a group chat', { text: ERROR, conversation: GROUP }, false],
    ['that mentions the app in a group chat', { text: `hey @locksmith: ${ERROR}`, conversation: GROUP }, true],
    ['in one’s own chat with the app', { text: 'hi', conversation: chatOf('you') }, true],
  ];
  it.each(heard)('%s', async (_, asked, isHeard) => {
    const bench = await startBench();
    expect((await bench.page('message', asked)).status).toBe(200);
    expect(bench.activities).toHaveLength(isHeard ? 1 : 0);
  });

  const refused: readonly (readonly [string, Json, RegExp])[] = [
    ['of nothing', { text: '  ' }, /nothing to post/],
    ['of more than Teams takes', { text: 'x'.repeat(29_000) }, /28 KB/],
    ['of a stranger', { as: '29:1nobody', text: ERROR }, /no longer there/],
    ['of the app itself', { as: BOT, text: ERROR }, /no longer there/],
    ['in somebody else’s chat', { text: ERROR, conversation: chatOf('priya') }, /no longer there/],
    ['in a thread that is none', { text: ERROR, thread: '1' }, /no longer there/],
  ];
  it.each(refused)('%s is refused', async (_, asked, reason) => {
    const bench = await startBench();
    const { status, body } = await bench.page('message', asked);
    expect([status, body['error']]).toEqual([422, expect.stringMatching(reason)]);
    expect(bench.activities).toEqual([]);
  });

  it('names everybody whom it mentions, each time', async () => {
    const bench = await startBench();
    await bench.page('message', { text: '@Locksmith @Priya see @Locksmith', conversation: GROUP });
    const mentions = [BOT, PRIYA, BOT].map(id => ({ type: 'mention', mentioned: { id } }));
    expect(bench.activities).toMatchObject([{ entities: [...mentions, { type: 'clientInfo' }] }]);
    expect(bench.activities[0]).not.toHaveProperty('conversation.messageid');
  });
});

describe('afterwards', () => {
  it('replies, edits and deletions stand in the thread of the post', async () => {
    const bench = await startBench();
    const id = idOf(await bench.page('message', { text: 'hm' }));
    const reply = idOf(await bench.page('message', { text: 'any idea?', thread: id, as: PRIYA }));
    await bench.page('edit', { id, text: ERROR });
    await bench.page('delete', { id: reply, as: PRIYA });
    const conversation = { id: `${HELP};messageid=${id}` };
    expect(bench.activities.slice(1)).toMatchObject([
      { type: 'message', id: reply, conversation },
      { type: 'messageUpdate', id, conversation, text: ERROR, channelData: { eventType: 'editMessage' } },
      { type: 'messageDelete', id: reply, conversation, channelData: { eventType: 'softDeleteMessage' } },
    ]);
    expect(await bench.messages()).toMatchObject([
      { typed: ERROR, edited: true, version: 2 },
      { typed: '', deleted: true },
    ]);
  });

  it('nobody changes what somebody else wrote', async () => {
    const bench = await startBench();
    const id = idOf(await bench.page('message', { text: ERROR }));
    expect((await bench.page('edit', { id, text: 'mine', as: PRIYA })).status).toBe(422);
    expect((await bench.page('delete', { id, as: PRIYA })).status).toBe(422);
    expect(bench.activities).toHaveLength(1);
  });
});

describe('a file', () => {
  const file = { name: 'run.log', content: ERROR, text: '' };

  it('of a personal chat comes with an address that serves it to the app', async () => {
    const bench = await startBench();
    await bench.page('file', { ...file, conversation: chatOf('you') });
    const [activity] = bench.activities;
    expect(activity).not.toHaveProperty('text');
    const [url] = filesOf(parsed(activity));
    expect(url).toContain('/workbench/teams/connector/files/');
    expect(await (await fetch(String(url))).text()).toBe(ERROR);
    expect((await fetch(String(url), { headers: { origin: bench.url } })).status).toBe(403);
  });

  it('of a channel comes as a sign of it, and nothing else', async () => {
    const bench = await startBench();
    await bench.page('file', file);
    const [activity] = bench.activities;
    expect(filesOf(parsed(activity))).toEqual([]);
    expect(hasHiddenFile(parsed(activity))).toBe(true);
    expect(activity).not.toHaveProperty('text');
  });

  it('is heard of with a mention, where only that is heard, and shown by its name', async () => {
    const bench = await startBench();
    await bench.page('file', { ...file, conversation: GROUP });
    await bench.page('file', { ...file, conversation: GROUP, text: '@Locksmith see the log' });
    expect(bench.activities).toMatchObject([{ text: '<at>Locksmith</at> see the log' }]);
    expect(await bench.messages()).toMatchObject([{ typed: '', file: { name: 'run.log', bytes: ERROR.length } }, {}]);
    expect(JSON.stringify(await bench.messages())).not.toContain(ERROR);
  });
});

describe('a command after a slash', () => {
  it('is for the app and its author alone, and in no thread', async () => {
    const bench = await startBench();
    await bench.page('command', { text: '/creds list', conversation: GENERAL });
    const [activity] = bench.activities;
    expect(activity).toMatchObject({
      text: 'creds list',
      recipient: { isTargeted: true },
      conversation: { id: GENERAL },
    });
    expect(activity).not.toHaveProperty('attachments');
    expect(await bench.messages()).toMatchObject([{ to: YOU }]);
  });

  it('is a plain message in one’s own chat, where Teams has none', async () => {
    const bench = await startBench();
    await bench.page('command', { text: '/creds list', conversation: chatOf('you') });
    expect(bench.activities).toMatchObject([{ text: 'creds list' }]);
    expect(bench.activities[0]).not.toHaveProperty('recipient.isTargeted');
  });
});
