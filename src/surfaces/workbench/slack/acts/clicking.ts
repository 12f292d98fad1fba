// Clicks, ticks and choices in messages and views, and shortcuts from a menu.
import type { Channel, Choice } from '../../protocol.ts';
import type { Actor } from '../memory/loans.ts';
import { type Clicked, globalShortcut, messageClick, messageShortcut, viewClick } from '../out/interactions.ts';
import type { Answered } from '../out/sender.ts';
import { shortcutsOf } from '../town.ts';
import type { Wire } from '../wire.ts';
import type { Workspace } from '../workspace.ts';
import { channelOf, done, type Outcome, refused } from './outcome.ts';

export type Clicking = {
  readonly actor: Actor;
  readonly on: { readonly channel: string; readonly ts: string } | { readonly view: string };
  readonly choice: Choice;
  readonly state: readonly Choice[];
};

export async function click(workspace: Workspace, clicking: Clicking): Promise<Outcome> {
  const payload =
    'view' in clicking.on ? clickIn(workspace, clicking, clicking.on.view) : clickAt(workspace, clicking, clicking.on);
  return payload ? send(workspace, payload) : refused('That is no longer there.');
}

export type Shortcutting = {
  readonly actor: Actor;
  readonly callback: string;
  readonly on?: { readonly channel: string; readonly ts: string };
};

export async function shortcut(workspace: Workspace, { actor, callback, on }: Shortcutting): Promise<Outcome> {
  const kind = on ? 'message' : 'global';
  if (!shortcutsOf(workspace.app).some(one => one.callback === callback && one.kind === kind))
    return refused('There is no such shortcut.');
  if (!on) return send(workspace, globalShortcut(workspace, actor, callback));
  const channel = channelOf(workspace, on.channel, actor);
  const message = channel && workspace.messages.find(on.channel, on.ts);
  if (!channel || !message || message.to) return refused('That message is no longer there.');
  return send(workspace, messageShortcut(workspace, actor, callback, message, channel));
}

function clickAt(
  workspace: Workspace,
  clicked: Clicked,
  on: { readonly channel: string; readonly ts: string },
): Wire | undefined {
  const channel: Channel | undefined = channelOf(workspace, on.channel, clicked.actor);
  const message = channel && workspace.messages.find(on.channel, on.ts);
  if (!channel || !message || (message.to && message.to !== clicked.actor.person)) return undefined;
  return messageClick(workspace, clicked, message, channel);
}

function clickIn(workspace: Workspace, clicked: Clicked, view: string): Wire | undefined {
  const open = workspace.views.find(view);
  return open && open.person === clicked.actor.person ? viewClick(workspace, clicked, open) : undefined;
}

async function send(workspace: Workspace, payload: Wire): Promise<Outcome> {
  const answer = await workspace.sender.interaction(payload);
  return isWell(answer) ? done(undefined) : refused(`The app did not answer: ${reasonOf(answer)}.`);
}

const isWell = (answer: Answered): boolean => answer.kind === 'answered' && answer.status < 300;
const reasonOf = (answer: Answered): string => (answer.kind === 'silent' ? answer.reason : `status ${answer.status}`);
