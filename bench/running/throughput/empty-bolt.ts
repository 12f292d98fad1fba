// The peer: a Bolt app that listens to messages and does nothing with them, on Bolt's own receiver. Run as a process.
import { App, HTTPReceiver } from '@slack/bolt';
import { SIGNING_SECRET } from '../../../test/service/fake-slack.ts';

const receiver = new HTTPReceiver({
  signingSecret: SIGNING_SECRET,
  customRoutes: [{ path: '/readyz', method: 'GET', handler: (_, response) => void response.end() }],
});
// With who it is known, it asks nobody.
const identity = { token: 'xoxb-for-the-bench', botId: 'BBOT', botUserId: 'UBOT', tokenVerificationEnabled: false };
const app = new App({ ...identity, receiver });
app.event('message', async () => {});
await app.start(Number(process.env['PORT']));
