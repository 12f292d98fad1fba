// Every way into the Teams surface that a person's words can take. A new one is one row.
import { fixture, type Json } from '../../surfaces/teams/fixtures.ts';
import { escaped } from './examples.ts';
import type { Door, Reach } from './slack-doors.ts';

/** As Teams sends what was pasted as code: its HTML copy, beside a text without lines. */
const asHtml = (text: string, mention = ''): Json => ({
  text: text.replaceAll('\n', ' '),
  attachments: [{ contentType: 'text/html', content: `<div>${mention}<pre><code>${escaped(text)}</code></pre></div>` }],
});

const MENTION = '<at id="0">Locksmith</at>';

/** An invoke is answered in the response itself. */
async function send({ url, platform, heard }: Reach, name: string, more: Json): Promise<number> {
  const response = await fetch(`${url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(fixture(name, { serviceUrl: platform, ...more })),
  });
  heard(await response.text());
  return response.status;
}

/** The message extension's command on a message with this text. */
function onMessage(name: string, text: string): Json {
  const { value } = fixture(name);
  const { messagePayload, ...rest } = Object(value);
  const body = { contentType: 'html', content: `<pre>${escaped(text)}</pre>` };
  return { value: { ...rest, messagePayload: { ...messagePayload, body } } };
}

const pressed = (text: string): Json => ({
  v: 1,
  verb: 'choose-entry',
  value: text,
  entry: text,
  done: '',
  steps: text,
});

export const TEAMS_DOORS: Readonly<Record<string, Door>> = {
  'a message': (reach, text, i) => send(reach, 'channel-message', { id: `21${i}`, ...asHtml(text) }),
  'a message without its HTML copy': (reach, text, i) =>
    send(reach, 'channel-message', { id: `22${i}`, text, attachments: [] }),
  'a reply': (reach, text, i) => send(reach, 'channel-reply', { id: `23${i}`, ...asHtml(text) }),
  'a mention': (reach, text, i) => send(reach, 'channel-mention', { id: `24${i}`, ...asHtml(text, MENTION) }),
  'an edit': (reach, text, i) =>
    send(reach, 'message-edit', { timestamp: `2026-11-23T09:14:${10 + i}.000Z`, ...asHtml(text) }),
  'a personal chat': (reach, text, i) => send(reach, 'personal-message', { id: `25${i}`, ...asHtml(text) }),
  'a group chat': (reach, text, i) => send(reach, 'group-mention', { id: `26${i}`, ...asHtml(text, MENTION) }),
  'a text file': (reach, text, i) => {
    const content = { downloadUrl: reach.keepFile(text), fileType: 'log' };
    const contentType = 'application/vnd.microsoft.teams.file.download.info';
    return send(reach, 'personal-file', {
      id: `27${i}`,
      text: 'see the log',
      attachments: [{ contentType, content }],
    });
  },
  'a command': (reach, text, i) =>
    send(reach, 'channel-command', { id: `28${i}`, ...asHtml(`creds ${text}`, MENTION) }),
  'a command that only its author sees': (reach, text, i) =>
    send(reach, 'targeted-command', { id: `29${i}`, text: `creds ${text}`, attachments: [] }),
  '“Diagnose” on a message': (reach, text) => send(reach, 'diagnose-open', onMessage('diagnose-open', text)),
  '“Diagnose”, answered in the conversation': (reach, text, i) =>
    send(reach, 'diagnose-submit', { id: `f:30${i}`, ...onMessage('diagnose-submit', text) }),
  'a search': (reach, text) =>
    send(reach, 'search', { value: { commandId: 'search', parameters: [{ name: 'q', value: text }] } }),
  'a button of a card': (reach, text, i) =>
    send(reach, 'action-execute', {
      id: `f:31${i}`,
      value: { action: { type: 'Action.Execute', data: pressed(text) } },
    }),
  'a button of an older client': (reach, text, i) =>
    send(reach, 'action-submit', { id: `f:32${i}`, value: pressed(text) }),
  'an invoke that nobody knows': (reach, text) => send(reach, 'search', { name: text, value: { text } }),
};
