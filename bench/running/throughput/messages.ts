// Messages as Slack sends them, signed: what somebody wrote, each time in another channel, by somebody else, a minute later.
import { signatureOf } from '../../../test/service/fake-slack.ts';

const CHANNELS = 20;
const PEOPLE = 97;
/** A message a minute in the workspace: what is the same within minutes in one channel would be one outage. */
const STEP_S = 60;
const BEFORE_S = 180 * 24 * 60 * 60;

/** Requests without end, each another event; whoever asks again gets the same from the start. */
export function* signedMessages(texts: readonly string[]): Generator<string, never> {
  const from = nowS() - BEFORE_S;
  for (let n = 0; ; n++)
    yield signed(eventOf(escaped(texts[n % texts.length] ?? ''), n, `${from + n * STEP_S}.000100`));
}

/** As Slack does (docs.slack.dev/messaging/formatting-message-text). */
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const nowS = (): number => Math.floor(Date.now() / 1_000);

function signed(event: object): string {
  const body = JSON.stringify(event);
  const timestamp = String(nowS());
  return [
    'POST /slack/events HTTP/1.1',
    'host: locksmith.example',
    'user-agent: Slackbot 1.0 (+https://api.slack.com/robots)',
    'accept-encoding: gzip,deflate',
    'accept: */*',
    `x-slack-signature: ${signatureOf(body, timestamp)}`,
    `x-slack-request-timestamp: ${timestamp}`,
    'content-type: application/json',
    `content-length: ${Buffer.byteLength(body)}`,
    '',
    body,
  ].join('\r\n');
}

function eventOf(text: string, n: number, ts: string): object {
  const section = { type: 'rich_text_section', elements: [{ type: 'text', text }] };
  return {
    token: 'deprecated',
    team_id: 'T1',
    context_team_id: 'T1',
    context_enterprise_id: null,
    api_app_id: 'A1',
    event: {
      user: `U${n % PEOPLE}`,
      type: 'message',
      ts,
      client_msg_id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
      text,
      team: 'T1',
      blocks: [{ type: 'rich_text', block_id: `b${n}`, elements: [section] }],
      channel: `C${n % CHANNELS}`,
      event_ts: ts,
      channel_type: 'channel',
    },
    type: 'event_callback',
    event_id: `Ev${n}`,
    event_time: Number.parseInt(ts, 10),
    authorizations: [
      { enterprise_id: null, team_id: 'T1', user_id: 'UBOT', is_bot: true, is_enterprise_install: false },
    ],
    is_ext_shared_channel: false,
    event_context: `4-event-${n}`,
  };
}
