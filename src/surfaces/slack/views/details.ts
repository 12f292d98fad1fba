// The details of an answer in a dialog: opened by a button of its message, and what can be pressed in it.
import type { ButtonPressed, Place } from '../../../conversation/chat-event.ts';
import { isButtonName } from '../../../conversation/chat-event.ts';
import { isLook } from '../../../conversation/looks/look.ts';
import type { Page } from '../../../conversation/looks/page.ts';
import { pressedButton } from '../receiving/action.ts';
import { SLACK, toMs } from '../receiving/place.ts';
import type { Doing } from './doing.ts';
import {
  type Carried,
  parseViewAction,
  readCarried,
  type SubmissionPayload,
  type ViewActionPayload,
} from './payloads.ts';
import { renderModal } from './render-page.ts';
import { isOutrun, openView, type Shown, updateView } from './show.ts';
import { TEXTS } from './texts.ts';

/** False where the button is to be answered as ever: it changes something, there is no page, or Slack refused the view. */
export async function openDetails(event: ButtonPressed, trigger: string, doing: Doing): Promise<boolean> {
  if (!isLook(event.button)) return false;
  const page = await doing.asked.look(event);
  if (!page) return false;
  const shown = await openView(doing.client, trigger, renderModal(page, carriedOf(event)));
  if (shown.kind === 'fault') return doing.refused(shown.fault);
  await doing.receive({ ...event, shown: true });
  return true;
}

const carriedOf = ({ place, message, returnPath }: ButtonPressed): Carried => ({
  channel: place.channel,
  thread: place.thread,
  message,
  ...(returnPath !== undefined && { returnPath }),
});

/** A click inside the dialog happens in the thread that it was opened from. */
export async function pressInDetails(body: unknown, doing: Doing): Promise<void> {
  const payload = parseViewAction(body);
  const event = payload && (await pressedIn(payload, doing));
  if (!payload || !event) return;
  const isQuestion = event.button === 'ask-question';
  const page = isQuestion ? await doing.asked.look(event) : doneWith(event);
  const shown = page && (await updateView(doing.client, payload.view, renderModal(page, carriedOf(event))));
  await doing.receive(isQuestion && isSeen(shown) ? { ...event, shown: true } : event);
}

const isSeen = (shown: Shown | undefined): boolean =>
  shown !== undefined && (shown.kind === 'shown' || isOutrun(shown));

const doneWith = ({ button }: ButtonPressed): Page => ({
  title: TEXTS.doneTitle,
  blocks: [{ kind: 'text', text: [{ kind: 'plain', text: button === 'share' ? TEXTS.shared : TEXTS.taken }] }],
});

async function pressedIn(payload: ViewActionPayload, doing: Doing): Promise<ButtonPressed | undefined> {
  const [action] = payload.actions;
  const pressed = action && pressedButton(action);
  const carried = readCarried(payload.view);
  if (!action || !pressed || !carried) return undefined;
  return eventOf(carried, pressed, {
    key: `${payload.view.id}/${action.action_ts}`,
    at: toMs(action.action_ts),
    by: await doing.personOf(payload.user.id),
    workspace: doing.workspace,
  });
}

/** What the dialog offers to do as a whole. */
export async function submitDetails(payload: SubmissionPayload, doing: Doing): Promise<void> {
  const carried = readCarried(payload.view);
  const { button, value } = carried ?? {};
  if (!carried || button === undefined || value === undefined || !isButtonName(button)) return;
  const by = await doing.personOf(payload.user.id);
  const { workspace } = doing;
  await doing.receive(eventOf(carried, { button, value }, { key: payload.view.id, at: doing.now(), by, workspace }));
}

type Happened = Pick<ButtonPressed, 'key' | 'at' | 'by'> & { readonly workspace: string };

function eventOf(
  { channel, thread = '', message = '', returnPath }: Carried,
  pressed: Pick<ButtonPressed, 'button' | 'value'>,
  { key, at, by, workspace }: Happened,
): ButtonPressed {
  const place: Place = { surface: SLACK, workspace, channel, thread };
  return {
    kind: 'button-pressed',
    key: `${SLACK}/${workspace}/view/${key}/${by.id}`,
    at,
    place,
    by,
    message,
    ...(returnPath !== undefined && { returnPath }),
    ...pressed,
  };
}
