// Submitting and closing forms, and opening the app's home tab.
import { z } from 'zod';
import { parseJson } from '../../exchange.ts';
import type { Choice, Submitted } from '../../protocol.ts';
import { checkView } from '../blocks/check.ts';
import type { Actor } from '../memory/loans.ts';
import type { OpenView } from '../memory/views.ts';
import { eventOfHome } from '../out/events.ts';
import { viewClosed, viewOnWire, viewSubmission } from '../out/interactions.ts';
import { showView } from '../viewing.ts';
import type { Workspace } from '../workspace.ts';

const acknowledgement = z.discriminatedUnion('response_action', [
  z.looseObject({ response_action: z.literal('errors'), errors: z.record(z.string(), z.string()) }),
  z.looseObject({ response_action: z.literal('update'), view: z.unknown() }),
  z.looseObject({ response_action: z.literal('push'), view: z.unknown() }),
  z.looseObject({ response_action: z.literal('clear') }),
]);
type Acknowledgement = z.infer<typeof acknowledgement>;

export async function submit(
  workspace: Workspace,
  actor: Actor,
  id: string,
  choices: readonly Choice[],
): Promise<Submitted> {
  const open = ownView(workspace, actor, id);
  if (!open) return { kind: 'failed', reason: 'This form is no longer open.' };
  const answer = await workspace.sender.interaction(viewSubmission(workspace, actor, open, choices));
  if (answer.kind === 'silent') return { kind: 'failed', reason: `The app did not answer: ${answer.reason}.` };
  if (answer.status >= 300) return { kind: 'failed', reason: `The app answered with status ${answer.status}.` };
  if (!answer.body.trim()) return closeOne(workspace, open);
  return settle(workspace, open, answer.body);
}

/** The app hears of it only where the view asks for that. */
export async function close(workspace: Workspace, actor: Actor, id: string): Promise<void> {
  const open = ownView(workspace, actor, id);
  if (!open) return;
  workspace.views.close(id);
  const wantsToKnow = open.view.type === 'modal' && open.view.notify_on_close;
  if (wantsToKnow) await workspace.sender.interaction(viewClosed(workspace, actor, open));
}

export async function openHome(workspace: Workspace, actor: Actor, tab: 'home' | 'messages'): Promise<void> {
  const channel = workspace.channels.find(one => one.person === actor.person);
  if (!channel) return;
  const home = workspace.views.homeOf(actor.person);
  const view = home && tab === 'home' ? viewOnWire(workspace, home, []) : undefined;
  await workspace.sender.event(eventOfHome(workspace, actor.person, channel.id, tab, view));
}

function ownView(workspace: Workspace, actor: Actor, id: string): OpenView | undefined {
  const open = workspace.views.find(id);
  return open && open.person === actor.person && open.view.type === 'modal' ? open : undefined;
}

function closeOne(workspace: Workspace, open: OpenView): Submitted {
  workspace.views.close(open.view.id);
  return { kind: 'closed' };
}

function settle(workspace: Workspace, open: OpenView, body: string): Submitted {
  const parsed = acknowledgement.safeParse(parseJson(body));
  if (!parsed.success)
    return { kind: 'failed', reason: 'The app acknowledged the form with something Slack does not know.' };
  const said: Acknowledgement = parsed.data;
  if (said.response_action === 'errors') return { kind: 'errors', errors: said.errors };
  if (said.response_action === 'clear') {
    workspace.views.close(open.view.id);
    return { kind: 'cleared' };
  }
  const checked = checkView(said.view);
  if (checked.kind === 'refused')
    return { kind: 'failed', reason: `Slack refuses the next view: ${checked.problems.join('; ')}.` };
  const next =
    said.response_action === 'push'
      ? workspace.views.push(checked.value, open)
      : workspace.views.replace(checked.value, open);
  if (!next) return { kind: 'failed', reason: 'Slack allows three views on top of each other.' };
  showView(workspace, said.response_action, next);
  return { kind: 'replaced' };
}
