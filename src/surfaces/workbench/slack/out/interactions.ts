// What Slack tells the app about clicks, forms and shortcuts: docs.slack.dev, reference/interaction-payloads.
import type { Channel, Choice, Message, Person } from '../../protocol.ts';
import { actionOf, findElement, stateValues } from '../blocks/state.ts';
import type { Actor } from '../memory/loans.ts';
import type { Stored } from '../memory/messages.ts';
import type { OpenView } from '../memory/views.ts';
import { appIdOf } from '../town.ts';
import { messageOnWire, teamDomain, usernameOf, type Wire } from '../wire.ts';
import { personIn, type Workspace } from '../workspace.ts';

export type Clicked = { readonly actor: Actor; readonly choice: Choice; readonly state: readonly Choice[] };

/** Nothing when the click names an element that is not, or no longer, there. */
export function messageClick(
  workspace: Workspace,
  clicked: Clicked,
  message: Stored,
  channel: Channel,
): Wire | undefined {
  const blocks = message.blocks ?? [];
  const element = findElement(blocks, clicked.choice);
  if (!element) return undefined;
  return {
    type: 'block_actions',
    ...common(workspace, clicked.actor),
    ...lent(workspace, clicked.actor),
    container: containerOf(message),
    channel: { id: channel.id, name: channelNameOf(channel) },
    ...(message.to ? {} : { message: messageOnWire(workspace, message) }),
    state: { values: stateValues(blocks, [clicked.choice, ...clicked.state]) },
    response_url: responseUrl(workspace, message, clicked.actor.person),
    actions: [actionOf(element, clicked.choice, workspace.ids.ts())],
  };
}

export function viewClick(workspace: Workspace, clicked: Clicked, open: OpenView): Wire | undefined {
  const element = findElement(open.view.blocks, clicked.choice);
  if (!element) return undefined;
  const choices = [clicked.choice, ...clicked.state];
  return {
    type: 'block_actions',
    ...common(workspace, clicked.actor),
    ...lent(workspace, clicked.actor, open.view.id),
    container: { type: 'view', view_id: open.view.id },
    view: viewOnWire(workspace, open, choices),
    actions: [actionOf(element, clicked.choice, workspace.ids.ts())],
  };
}

export function viewSubmission(workspace: Workspace, actor: Actor, open: OpenView, choices: readonly Choice[]): Wire {
  return {
    type: 'view_submission',
    ...common(workspace, actor),
    ...lent(workspace, actor, open.view.id),
    view: viewOnWire(workspace, open, choices),
    response_urls: responseUrls(workspace, actor, open, choices),
  };
}

export const viewClosed = (workspace: Workspace, actor: Actor, open: OpenView): Wire => ({
  type: 'view_closed',
  ...common(workspace, actor),
  view: viewOnWire(workspace, open, []),
  is_cleared: false,
});

export const messageShortcut = (
  workspace: Workspace,
  actor: Actor,
  callback: string,
  message: Stored,
  channel: Channel,
): Wire => ({
  type: 'message_action',
  ...common(workspace, actor),
  ...lent(workspace, actor),
  callback_id: callback,
  action_ts: workspace.ids.ts(),
  message_ts: message.ts,
  message: messageOnWire(workspace, message),
  channel: { id: channel.id, name: channelNameOf(channel) },
  response_url: responseUrl(workspace, message, actor.person),
});

export const globalShortcut = (workspace: Workspace, actor: Actor, callback: string): Wire => ({
  type: 'shortcut',
  ...common(workspace, actor),
  ...lent(workspace, actor),
  callback_id: callback,
  action_ts: workspace.ids.ts(),
});

/** A view as the API and the payloads show it. */
export function viewOnWire(workspace: Workspace, open: OpenView, choices: readonly Choice[]): Wire {
  const { view } = open;
  return {
    private_metadata: '',
    callback_id: '',
    external_id: '',
    ...(view.type === 'modal' ? { submit: null, close: null, clear_on_close: false, notify_on_close: false } : {}),
    ...view,
    team_id: workspace.app.team,
    app_id: appIdOf(workspace.app),
    bot_id: workspace.app.botId,
    state: { values: stateValues(view.blocks, choices) },
    hash: open.hash,
    root_view_id: open.root,
    previous_view_id: open.previous ?? null,
  };
}

export const channelNameOf = (channel: Channel): string => (channel.kind === 'im' ? 'directmessage' : channel.name);

/** Where the app may answer what was clicked: five times, for half an hour. */
export const responseUrl = (
  workspace: Workspace,
  at: Pick<Message, 'channel'> & { readonly ts?: string },
  person: string,
): string =>
  responseAddress(
    workspace,
    workspace.loans.returnPath({ channel: at.channel, person, ...(at.ts ? { message: at.ts } : {}) }),
  );

const responseAddress = (workspace: Workspace, id: string): string =>
  `${workspace.origin}/workbench/slack/response/${id}`;

function common(workspace: Workspace, actor: Actor): Wire {
  return {
    team: { id: workspace.app.team, domain: teamDomain },
    user: userOf(personIn(workspace, actor.person), actor, workspace.app.team),
    api_app_id: appIdOf(workspace.app),
    token: 'workbench',
    enterprise: null,
    is_enterprise_install: false,
  };
}

const lent = (workspace: Workspace, actor: Actor, view?: string): Wire => ({
  trigger_id: workspace.loans.trigger({ ...actor, ...(view ? { view } : {}) }),
});

function userOf(person: Person | undefined, actor: Actor, team: string): Wire {
  const name = person ? usernameOf(person) : actor.person;
  return { id: actor.person, username: name, name, team_id: team };
}

const containerOf = (message: Stored): Wire => ({
  type: 'message',
  message_ts: message.ts,
  channel_id: message.channel,
  is_ephemeral: message.to !== undefined,
  ...(message.thread ? { thread_ts: message.thread } : {}),
});

/** Only a channel chosen in an element that asks for it gives a form a way back. */
function responseUrls(workspace: Workspace, actor: Actor, open: OpenView, choices: readonly Choice[]): readonly Wire[] {
  return choices.flatMap(choice => {
    const element = findElement(open.view.blocks, choice);
    const [channel] = choice.values;
    if (!channel || !element || !('response_url_enabled' in element) || !element.response_url_enabled) return [];
    const url = responseUrl(workspace, { channel }, actor.person);
    return [{ block_id: choice.block, action_id: choice.action, channel_id: channel, response_url: url }];
  });
}
