// A click on something of ours to a ChatEvent, or to nothing where it is not for us. Pure.
import type { ButtonPressed, Person, Place, StepsChecked } from '../../../conversation/chat-event.ts';
import {
  buttonOfActionId,
  drawnInBlockId,
  entryOfBlockId,
  isSameList,
  MORE_ACTION_ID,
  parseMenuValue,
  parseShareValue,
  STEPS_ACTION_ID,
} from '../drawing/ids.ts';
import type { ActionPayload } from './payloads.ts';
import { person, placeOf, SLACK, toMs } from './place.ts';

/** A click on something of ours: ticks, a button, or a choice in the menu. */
export function receiveAction(
  payload: ActionPayload,
  nameOf: (user: string) => string,
): StepsChecked | ButtonPressed | undefined {
  const action = payload.actions[0];
  const message = payload.message?.ts ?? payload.container?.message_ts;
  const channel = payload.channel?.id ?? payload.container?.channel_id;
  if (!action || message === undefined || channel === undefined || !payload.team) return undefined;
  const thread = payload.message?.thread_ts ?? payload.container?.thread_ts ?? message;
  const happened = {
    key: `${SLACK}/${payload.team.id}/${channel}/${message}/${action.action_ts}/${payload.user.id}`,
    at: toMs(action.action_ts),
    place: placeOf(payload.team.id, channel, thread),
    by: person(payload.user.id, nameOf(payload.user.id)),
    message,
  };
  const returnPath =
    payload.container?.is_ephemeral && payload.response_url ? { returnPath: payload.response_url } : {};
  if (action.type === 'checkboxes' && action.action_id === STEPS_ACTION_ID) return ticks(action, payload, happened);
  const pressed = pressedButton(action);
  if (pressed?.button === 'share') return shared({ ...happened, ...returnPath, kind: 'button-pressed', ...pressed });
  return pressed && { ...happened, ...returnPath, kind: 'button-pressed', ...pressed };
}

type Action = ActionPayload['actions'][number];
type Clicked = {
  readonly key: string;
  readonly at: number;
  readonly place: Place;
  readonly by: Person;
  readonly message: string;
};

/** The message may have been drawn anew since the click's list was: its steps are looked up in the list that took its place. */
function ticks(action: Action, payload: ActionPayload, happened: Clicked): StepsChecked | undefined {
  const entry = entryOfBlockId(action.block_id);
  if (entry === undefined) return undefined;
  const checked = (action.selected_options ?? []).map(option => option.value);
  const block = payload.message?.blocks?.find(one => isSameList(action.block_id, one.block_id ?? ''));
  const steps = block?.elements?.flatMap(element => element.options ?? []).map(option => option.value);
  const drawn = steps && drawnInBlockId(action.block_id, steps);
  return {
    ...happened,
    kind: 'steps-checked',
    entry,
    shown: drawn?.shown ?? checked,
    ...(drawn && { before: drawn.ticked }),
    checked,
  };
}

export function pressedButton(action: Action): Pick<ButtonPressed, 'button' | 'value'> | undefined {
  if (action.action_id === MORE_ACTION_ID)
    return action.selected_option ? parseMenuValue(action.selected_option.value) : undefined;
  const button = buttonOfActionId(action.action_id);
  return button && { button, value: action.value ?? '' };
}

function shared(event: ButtonPressed): ButtonPressed {
  const { value, channel } = parseShareValue(event.value);
  return { ...event, value, ...(channel && { place: { ...event.place, channel, thread: '' } }) };
}
