// Where views come in: shortcuts, forms, the home tab, and the clicks and commands that a view answers.
import type { App } from '@slack/bolt';
import type { ChatEvent } from '../../../conversation/chat-event.ts';
import { workspaceOf } from '../installing/admission.ts';
import { parseHomeOpened } from '../receiving/payloads.ts';
import { decode } from '../receiving/text.ts';
import { openDetails, pressInDetails, submitDetails } from './details.ts';
import { DIAGNOSE, openDiagnosis, submitDiagnosis } from './diagnose.ts';
import { type Called, type Doing, doingIn, type Setting } from './doing.ts';
import { FORM, openForm, submitForm } from './form.ts';
import { EXPLAIN_ACTION_ID, showHome } from './home.ts';
import {
  parseMessageShortcut,
  parseShortcut,
  parseSubmission,
  parseViewAction,
  type SubmissionPayload,
} from './payloads.ts';
import { DETAILS } from './render-page.ts';

export type Views = {
  /** True where the click was in a view, and is dealt with. */
  readonly takes: (body: unknown, called: Called) => Promise<boolean>;
  /** True where a view answers it; otherwise it is to be answered as ever. */
  readonly answers: (event: ChatEvent, trigger: string | undefined, called: Called) => Promise<boolean>;
};

export function listenToViews(app: App, setting: Setting): Views {
  app.shortcut('diagnose', async ({ body, ack, client, context }) => {
    const payload = parseMessageShortcut(body);
    if (payload) {
      const { texts } = await setting.read(workspaceOf(context), payload.message.files);
      const text = [decode(payload.message.text ?? ''), ...texts].join('\n').trim();
      await openDiagnosis(payload, text, doingIn(setting, { client, context }));
    }
    await ack();
  });
  app.shortcut('creds', async ({ body, ack, client, context }) => {
    const payload = parseShortcut(body);
    if (payload) await openForm(payload.trigger_id, { channel: '' }, doingIn(setting, { client, context }));
    await ack();
  });
  app.view(/.*/, async ({ body, ack, client, context }) => {
    const payload = body.type === 'view_submission' ? parseSubmission(body) : undefined;
    const errors = payload && (await submit(payload, doingIn(setting, { client, context })));
    if (errors) await ack({ response_action: 'errors', errors });
    else await ack();
  });
  app.event('app_home_opened', async ({ event, client, context }) => {
    const opened = parseHomeOpened(event);
    if (opened) await showHome(opened, doingIn(setting, { client, context }));
  });
  return {
    takes: (body, called) => pressInView(body, doingIn(setting, called)),
    answers: async (event, trigger, called) =>
      trigger !== undefined && (await answer(event, trigger, doingIn(setting, called))),
  };
}

async function answer(event: ChatEvent, trigger: string, doing: Doing): Promise<boolean> {
  if (event.kind === 'button-pressed') return openDetails(event, trigger, doing);
  if (event.kind !== 'command-given' || event.text.trim() !== '') return false;
  const { place, returnPath } = event;
  return openForm(trigger, { channel: place.channel, ...(returnPath !== undefined && { returnPath }) }, doing);
}

type Errors = Readonly<Record<string, string>> | undefined;

async function submit(payload: SubmissionPayload, doing: Doing): Promise<Errors> {
  switch (payload.view.callback_id) {
    case FORM:
      return submitForm(payload, doing);
    case DIAGNOSE:
      return submitDiagnosis(payload, doing);
    case DETAILS:
      await submitDetails(payload, doing);
      return undefined;
    default:
      return undefined;
  }
}

async function pressInView(body: unknown, doing: Doing): Promise<boolean> {
  const payload = parseViewAction(body);
  if (!payload) return false;
  const isForm = payload.actions[0]?.action_id === EXPLAIN_ACTION_ID && payload.trigger_id !== undefined;
  if (isForm) await openForm(payload.trigger_id ?? '', { channel: '' }, doing);
  else await pressInDetails(body, doing);
  return true;
}
