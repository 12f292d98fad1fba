// The stand-in against the real thing: Bolt's own receiver and client, over loopback.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { App, HTTPReceiver } from '@slack/bolt';
import { expect, it, onTestFinished } from 'vitest';
import { createWorkbench } from '../../../src/surfaces/workbench/workbench.ts';
import { BOT, BOT_TOKEN, CHANNEL, checklist, SIGNING_SECRET, stateOf, YOU } from './bench.ts';

const portOf = (address: string | AddressInfo | null): number =>
  typeof address === 'object' && address ? address.port : 0;

/** Bolt's types want lists that may be changed. */
const drawn = (ticked: readonly string[]) => checklist(ticked).map(block => ({ type: 'actions', ...block }));

async function listening(server: Server): Promise<number> {
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return portOf(server.address());
}

it('carries a whole talk with a real Bolt app', async () => {
  const receiver = new HTTPReceiver({ signingSecret: SIGNING_SECRET });
  const appPort = await listening(createServer(receiver.requestListener));
  let workbench: ReturnType<typeof createWorkbench> | undefined;
  const port = await listening(
    createServer(async (request, response) => void (await workbench?.handle(request, response))),
  );
  const url = `http://127.0.0.1:${port}`;
  workbench = createWorkbench({
    slack: {
      eventsUrl: `http://127.0.0.1:${appPort}/slack/events`,
      signingSecret: SIGNING_SECRET,
      botToken: BOT_TOKEN,
      botUser: BOT,
      botId: 'B0LOCKSMITH',
      team: 'T0WORKBENCH',
      commands: [{ command: '/creds', usage: '', description: '' }],
    },
    now: () => Date.now(),
    samples: [],
    origin: url,
  });
  onTestFinished(() => workbench?.stop());

  const app = new App({
    receiver,
    token: BOT_TOKEN,
    botId: 'B0LOCKSMITH',
    botUserId: BOT,
    tokenVerificationEnabled: false,
    clientOptions: { slackApiUrl: `${url}/workbench/slack/api/` },
  });
  app.message(/ExpiredToken/, async ({ message, client }) => {
    await client.chat.postMessage({
      channel: message.channel,
      thread_ts: message.ts,
      text: 'Answer',
      blocks: drawn([]),
    });
  });
  app.action('steps', async ({ ack, body, client }) => {
    await ack();
    if (body.type !== 'block_actions' || !body.channel || !body.message) return;
    const [action] = body.actions;
    const ticked = action?.type === 'checkboxes' ? action.selected_options.map(option => option.value ?? '') : [];
    await client.chat.update({ channel: body.channel.id, ts: body.message.ts, text: 'Answer', blocks: drawn(ticked) });
  });
  app.command('/creds', async ({ ack, respond, command }) => {
    await ack();
    await respond(`You said ${command.text}`);
  });

  const page = (act: string, body: object) =>
    fetch(`${url}/workbench/api/${act}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ as: YOU, client: 'tab', channel: CHANNEL, ...body }),
    });
  const messages = async () => (await stateOf(url)).messages;

  await page('message', { text: 'ExpiredToken' });
  await expect.poll(messages).toHaveLength(2);
  const [asked, answer] = await messages();
  expect(answer).toMatchObject({ by: BOT, thread: asked?.ts, blocks: [{ block_id: 'list' }] });

  await page('action', {
    on: { channel: CHANNEL, ts: answer?.ts },
    choice: { block: 'list', action: 'steps', values: ['two'] },
  });
  await expect
    .poll(messages)
    .toMatchObject([{}, { version: 2, blocks: [{ elements: [{ initial_options: [{ value: 'two' }] }, {}] }] }]);

  await page('command', { text: '/creds invalid_grant' });
  await expect.poll(messages).toMatchObject([{}, {}, { to: YOU, text: 'You said invalid_grant' }]);
});
