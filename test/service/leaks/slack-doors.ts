// Every way into the Slack surface that a person's words can take. A new one is one row.
import {
  actionPayload,
  commandBody,
  editBody,
  FORMS,
  interactionBody,
  messageBody,
  postSigned,
} from '../fake-slack.ts';
import { escaped } from './examples.ts';

/** What doors need: where Locksmith is, a thread of it that stands, where files lie, the platform's address, and who listens to answers. */
export type Reach = {
  readonly url: string;
  readonly thread: string;
  readonly keepFile: (text: string) => string;
  readonly platform: string;
  readonly heard: (answer: string) => void;
};

/** Sends one text; `number` tells it from the others. Resolves with the status of the answer. */
export type Door = (reach: Reach, text: string, number: number) => Promise<number>;

const send = ({ url }: Reach, body: string): Promise<number> => postSigned(url, body);
const sendForm = ({ url }: Reach, body: string): Promise<number> => postSigned(url, body, { type: FORMS.form });
const click = (reach: Reach, payload: unknown): Promise<number> =>
  sendForm(reach, new URLSearchParams({ payload: JSON.stringify(payload) }).toString());
const command = (reach: Reach, trigger: string, text: string): Promise<number> =>
  sendForm(reach, commandBody(trigger, escaped(text), `${reach.platform}/response`));

export const SLACK_DOORS: Readonly<Record<string, Door>> = {
  'a message': (reach, text, i) => send(reach, messageBody(`2${i}.1`, escaped(text))),
  'a reply in a thread of ours': (reach, text, i) =>
    send(reach, messageBody(`3${i}.1`, escaped(text), { thread_ts: reach.thread })),
  'a reply in another thread': (reach, text, i) =>
    send(reach, messageBody(`4${i}.1`, escaped(text), { thread_ts: '9.9' })),
  'a mention': (reach, text, i) => send(reach, messageBody(`5${i}.1`, `<@UBOT> ${escaped(text)}`)),
  'a direct message': (reach, text, i) =>
    send(reach, messageBody(`6${i}.1`, escaped(text), { channel: 'D1', channel_type: 'im' })),
  'an edit': (reach, text, i) => send(reach, editBody(`7${i}.1`, escaped(text))),
  'a reply sent to the channel as well': (reach, text, i) =>
    send(reach, messageBody(`8${i}.1`, escaped(text), { subtype: 'thread_broadcast', thread_ts: reach.thread })),
  'a snippet': (reach, text, i) => {
    const url_private_download = reach.keepFile(text);
    const files = [{ id: `F${i}`, mimetype: 'text/plain', size: text.length, url_private_download }];
    return send(reach, messageBody(`9${i}.1`, 'this is what I get', { subtype: 'file_share', files }));
  },
  'a command': (reach, text, i) => command(reach, `trigger${i}`, text),
  'a search': (reach, text, i) => command(reach, `search${i}`, `search ${text}`),
  'the form': (reach, text, i) => {
    const values = { paste: { paste: { type: 'plain_text_input', value: escaped(text) } } };
    const view = { id: `V${i}`, callback_id: 'creds', private_metadata: '{"channel":"C1"}', state: { values } };
    return sendForm(reach, interactionBody({ type: 'view_submission', view }));
  },
  'the shortcut': (reach, text, i) => {
    const message = { type: 'message', user: 'U2', ts: `15${i}.1`, text: escaped(text) };
    const shortcut = { type: 'message_action', callback_id: 'diagnose', action_ts: `15${i}.2`, channel: { id: 'C1' } };
    return sendForm(reach, interactionBody({ ...shortcut, message }));
  },
  'a button’s value': (reach, text, i) =>
    click(reach, actionPayload('choose-entry:0', { value: text, action_ts: `10${i}.1` })),
  'a choice in the menu': (reach, text, i) =>
    click(reach, actionPayload('more', { action_ts: `11${i}.1`, selected_option: { value: `questions ${text}` } })),
  'a tick': (reach, text, i) => {
    const selected_options = [{ value: text }];
    const block_id = 'v1 aws/expired-token 0 0';
    return click(
      reach,
      actionPayload('steps', { type: 'checkboxes', block_id, action_ts: `12${i}.1`, selected_options }),
    );
  },
  'an event that nobody listens to': (reach, text, i) =>
    send(reach, messageBody(`13${i}.1`, text, { type: 'reaction_added', reaction: text })),
  'a message of another shape': (reach, text, i) => send(reach, messageBody(`14${i}.1`, text, { ts: text, user: 5 })),
  'a body that is no JSON': (reach, text) => send(reach, `{"text": ${text}`),
};
