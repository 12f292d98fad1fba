// "Diagnose this" on somebody's message: what it is, and the choice who sees the whole answer.
import type { types } from '@slack/bolt';
import type { ChatEvent, Place } from '../../../conversation/chat-event.ts';
import type { Reply } from '../../../conversation/reply.ts';
import { LIMITS } from '../drawing/limits.ts';
import { renderBlock } from '../drawing/render.ts';
import { faultOf } from '../fault.ts';
import { placeOf, SLACK, toMs } from '../receiving/place.ts';
import type { Doing } from './doing.ts';
import { type Carried, type MessageShortcutPayload, readCarried, type SubmissionPayload } from './payloads.ts';
import { plain } from './render-page.ts';
import { openView } from './show.ts';
import { TEXTS } from './texts.ts';

export const DIAGNOSE = 'diagnose';
const WHERE = 'where';

/** `raw`: the message's text, with that of its files. Where Slack takes no view, the answer is private. */
export async function openDiagnosis(payload: MessageShortcutPayload, raw: string, doing: Doing): Promise<void> {
  const { workspace } = doing;
  const { message, channel, response_url: returnPath } = payload;
  const place = placeOf(workspace, channel.id, message.thread_ts ?? message.ts);
  const author = message.user ?? payload.user.id;
  const carried: Carried = {
    channel: channel.id,
    thread: place.thread,
    message: message.ts,
    author,
    ...(returnPath !== undefined && { returnPath }),
    ...(raw.trim() !== '' && { kept: await doing.asked.keep(raw, author) }),
  };
  const reply = raw.trim() === '' ? undefined : doing.asked.diagnose(raw, place);
  const shown = await openView(doing.client, payload.trigger_id, renderDiagnosis(reply, carried));
  if (shown.kind === 'shown' || doing.refused(shown.fault)) return;
  await doing.receive({
    kind: 'command-given',
    key: `${SLACK}/${workspace}/shortcut/${payload.trigger_id}`,
    at: toMs(payload.action_ts),
    place,
    by: await doing.personOf(payload.user.id),
    text: raw,
    ...(returnPath !== undefined && { returnPath }),
  });
}

/** The title and the quick answer; the rest comes with the choice. */
const PREVIEW = 2;

export function renderDiagnosis(reply: Reply | undefined, carried: Carried): types.ModalView {
  const view = {
    type: 'modal' as const,
    callback_id: DIAGNOSE,
    title: plain(TEXTS.diagnoseTitle, LIMITS.viewTitle),
    close: plain(TEXTS.cancel, LIMITS.viewButton),
    private_metadata: JSON.stringify(carried),
  };
  if (!reply) return { ...view, blocks: renderBlock({ kind: 'text', text: [{ kind: 'plain', text: TEXTS.noText }] }) };
  const read = reply.blocks.filter(({ kind }) => kind === 'heading' || kind === 'text').slice(0, PREVIEW);
  return {
    ...view,
    submit: plain(TEXTS.answer, LIMITS.viewButton),
    blocks: [...read.flatMap(renderBlock), choice()],
  };
}

function choice(): types.InputBlock {
  const onlyMe = { text: plain(TEXTS.onlyMe, LIMITS.optionText), value: 'me' };
  const inThread = { text: plain(TEXTS.inThread, LIMITS.optionText), value: 'thread' };
  return {
    type: 'input',
    block_id: WHERE,
    label: { type: 'plain_text', text: TEXTS.where },
    element: { type: 'radio_buttons', action_id: WHERE, initial_option: onlyMe, options: [onlyMe, inThread] },
  };
}

/** What is wrong with it, by block; nothing where it was taken. */
export async function submitDiagnosis(
  payload: SubmissionPayload,
  doing: Doing,
): Promise<Readonly<Record<string, string>> | undefined> {
  const carried = readCarried(payload.view);
  const text = carried?.kept === undefined ? undefined : await doing.asked.recall(carried.kept);
  if (!carried || text === undefined) return { [WHERE]: TEXTS.gone };
  const chosen = payload.view.state?.values[WHERE]?.[WHERE]?.selected_option?.value;
  const asked = { carried, text, isThread: chosen === 'thread' };
  if (asked.isThread && !(await canPost(carried, doing))) return { [WHERE]: TEXTS.notThere };
  await doing.receive(await eventOf(payload, asked, doing));
  return undefined;
}

/** Who cannot read a thread cannot write there either. What else may be wrong shows when the answer is posted. */
async function canPost({ channel, thread = '' }: Carried, { client }: Doing): Promise<boolean> {
  try {
    await client.conversations.replies({ channel, ts: thread, limit: 1 });
    return true;
  } catch (error) {
    const fault = faultOf(error);
    if (!fault) throw error;
    return fault.kind !== 'refused';
  }
}

type Chosen = { readonly carried: Carried; readonly text: string; readonly isThread: boolean };

/** In the thread it is as if the author had called us; otherwise it is a private command. */
async function eventOf(
  payload: SubmissionPayload,
  { carried, text, isThread }: Chosen,
  doing: Doing,
): Promise<ChatEvent> {
  const { workspace } = doing;
  const by = await doing.personOf(payload.user.id);
  const { channel, thread = '', message, author, returnPath } = carried;
  const place: Place = placeOf(workspace, channel, thread);
  const happened = { key: `${SLACK}/${workspace}/view/${payload.view.id}`, at: doing.now(), place, text };
  if (!isThread) return { ...happened, kind: 'command-given', by, ...(returnPath !== undefined && { returnPath }) };
  const kind = message === thread ? 'message-pasted' : 'follow-up-written';
  const asker = author === undefined ? by : await doing.personOf(author);
  return { ...happened, kind, by: asker, addressed: true };
}
