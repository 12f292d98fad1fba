// The form of `/creds` without words, of the global shortcut and of the home tab: an error to paste, answered to one person.
import type { types } from '@slack/bolt';
import type { CommandGiven } from '../../../conversation/chat-event.ts';
import { LIMITS } from '../drawing/limits.ts';
import { placeOf, SLACK } from '../receiving/place.ts';
import { decode } from '../receiving/text.ts';
import type { Asked, Doing } from './doing.ts';
import { type Carried, readCarried, type SubmissionPayload } from './payloads.ts';
import { plain } from './render-page.ts';
import { openView } from './show.ts';
import { TEXTS } from './texts.ts';

export const FORM = 'creds';
const PASTE = 'paste';
const PROVIDER = 'provider';

export function renderForm(providers: ReturnType<Asked['providers']>, carried: Carried): types.ModalView {
  return {
    type: 'modal',
    callback_id: FORM,
    title: plain(TEXTS.explainTitle, LIMITS.viewTitle),
    submit: plain(TEXTS.explain, LIMITS.viewButton),
    close: plain(TEXTS.cancel, LIMITS.viewButton),
    private_metadata: JSON.stringify(carried),
    blocks: [
      {
        type: 'input',
        block_id: PASTE,
        // Slack itself refuses an empty field that is not optional, but not one of blanks.
        label: { type: 'plain_text', text: TEXTS.paste },
        hint: { type: 'plain_text', text: TEXTS.pasteHint },
        element: {
          type: 'plain_text_input',
          action_id: PASTE,
          multiline: true,
          max_length: LIMITS.inputLength,
          focus_on_load: true,
          placeholder: { type: 'plain_text', text: TEXTS.pasteHere },
        },
      },
      ...(providers.length > 0 ? [whose(providers)] : []),
    ],
  };
}

const whose = (providers: ReturnType<Asked['providers']>): types.InputBlock => ({
  type: 'input',
  block_id: PROVIDER,
  optional: true,
  label: { type: 'plain_text', text: TEXTS.provider },
  element: {
    type: 'static_select',
    action_id: PROVIDER,
    placeholder: { type: 'plain_text', text: TEXTS.providerUnknown },
    options: providers
      .slice(0, LIMITS.selectOptions)
      .map(({ id, name }) => ({ text: plain(name, LIMITS.optionText), value: id })),
  },
});

/** False where Slack took no view: the command is then answered without one. */
export async function openForm(trigger: string, carried: Carried, doing: Doing): Promise<boolean> {
  const shown = await openView(doing.client, trigger, renderForm(doing.asked.providers(), carried));
  return shown.kind === 'shown' || doing.refused(shown.fault);
}

/** What is wrong with it, by block; nothing where it was taken. */
export async function submitForm(
  payload: SubmissionPayload,
  doing: Doing,
): Promise<Readonly<Record<string, string>> | undefined> {
  const { values = {} } = payload.view.state ?? {};
  const text = values[PASTE]?.[PASTE]?.value ?? '';
  if (text.trim() === '') return { [PASTE]: TEXTS.pasteEmpty };
  const provider = values[PROVIDER]?.[PROVIDER]?.selected_option?.value;
  const { channel, returnPath } = readCarried(payload.view) ?? { channel: '' };
  const { workspace } = doing;
  const event: CommandGiven<string> = {
    kind: 'command-given',
    key: `${SLACK}/${workspace}/view/${payload.view.id}`,
    at: doing.now(),
    place: placeOf(workspace, channel, ''),
    by: await doing.personOf(payload.user.id),
    text: decode(text),
    ...(provider !== undefined && { provider }),
    ...(returnPath !== undefined && { returnPath }),
  };
  await doing.receive(event);
  return undefined;
}
