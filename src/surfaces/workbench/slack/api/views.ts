// views.*: forms in answer to a trigger, and home tabs.
import type { ViewShape } from '../blocks/blocks.ts';
import { checkView } from '../blocks/check.ts';
import type { OpenView } from '../memory/views.ts';
import { viewOnWire } from '../out/interactions.ts';
import { showView } from '../viewing.ts';
import { personIn, type Workspace } from '../workspace.ts';
import { type Answer, type Arguments, failed, fine, type Method, structureArgument, textArgument } from './call.ts';

const TRIGGER_PROBLEMS = {
  unknown: 'invalid_trigger_id',
  used: 'exchanged_trigger_id',
  expired: 'expired_trigger_id',
} as const;

const open: Method = (workspace, given) =>
  withShape(given, 'modal', shape => {
    const trigger = workspace.loans.takeTrigger(textArgument(given, 'trigger_id') ?? '');
    if (trigger.kind !== 'good') return failed(TRIGGER_PROBLEMS[trigger.kind]);
    return shown(workspace, 'open', workspace.views.open(shape, trigger.value));
  });

/** On top of the view that the trigger came from. */
const push: Method = (workspace, given) =>
  withShape(given, 'modal', shape => {
    const trigger = workspace.loans.takeTrigger(textArgument(given, 'trigger_id') ?? '');
    if (trigger.kind !== 'good') return failed(TRIGGER_PROBLEMS[trigger.kind]);
    const below = workspace.views.find(trigger.value.view ?? '');
    if (!below) return failed('not_found');
    const pushed = workspace.views.push(shape, below);
    return pushed ? shown(workspace, 'push', pushed) : failed('push_limit_reached');
  });

const update: Method = (workspace, given) =>
  withShape(given, undefined, shape => {
    const { views } = workspace;
    const found =
      views.find(textArgument(given, 'view_id') ?? '') ?? views.named(textArgument(given, 'external_id') ?? '');
    if (!found || found.view.type !== shape.type) return failed('not_found');
    const hash = textArgument(given, 'hash');
    if (hash && hash !== found.hash) return failed('hash_conflict');
    return shown(workspace, 'update', views.replace(shape, found));
  });

const publish: Method = (workspace, given) =>
  withShape(given, 'home', shape => {
    const person = textArgument(given, 'user_id') ?? '';
    if (!personIn(workspace, person)) return failed('invalid_arguments', ['invalid `user_id` [json-pointer:/user_id]']);
    const hash = textArgument(given, 'hash');
    if (hash && hash !== workspace.views.homeOf(person)?.hash) return failed('hash_conflict');
    return shown(workspace, 'update', workspace.views.publish(shape, person));
  });

export const viewMethods: Readonly<Record<string, Method>> = {
  'views.open': open,
  'views.push': push,
  'views.update': update,
  'views.publish': publish,
};

function withShape(
  given: Arguments,
  wanted: ViewShape['type'] | undefined,
  then: (shape: ViewShape) => Answer,
): Answer {
  const view = structureArgument(given, 'view');
  if (view.kind === 'absent') return failed('invalid_arguments', ['missing required field: view [json-pointer:]']);
  const checked = checkView(view.kind === 'given' ? view.value : undefined);
  if (checked.kind === 'refused') return failed(checked.error, checked.problems);
  if (wanted && checked.value.type !== wanted)
    return failed('invalid_arguments', [`unsupported type: ${checked.value.type} [json-pointer:/view/type]`]);
  return then(checked.value);
}

function shown(workspace: Workspace, how: 'open' | 'push' | 'update', view: OpenView): Answer {
  showView(workspace, how, view);
  return fine({ view: viewOnWire(workspace, view, []) });
}
