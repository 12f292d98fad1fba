// A call of the Web API as its methods see it: arguments of any origin read alike, answers in Slack's shape.
import type { Channel } from '../../protocol.ts';
import type { Stored } from '../memory/messages.ts';
import type { Wire } from '../wire.ts';
import { channelIn, type Workspace } from '../workspace.ts';

/** Forms bring every value as text, structures as JSON in it; JSON bodies bring them as they are. */
export type Arguments = Readonly<Record<string, unknown>>;
export type Answer = Wire & { readonly ok: boolean };
export type Method = (workspace: Workspace, given: Arguments) => Answer;

export const fine = (more: Wire = {}): Answer => ({ ok: true, ...more });

export function failed(error: string, problems: readonly string[] = []): Answer {
  if (problems.length === 0) return { ok: false, error };
  const messages = problems.map(problem => `[ERROR] ${problem}`);
  return { ok: false, error, errors: problems, response_metadata: { messages } };
}

export function textArgument(given: Arguments, name: string): string | undefined {
  const value = given[name];
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

export const flagArgument = (given: Arguments, name: string): boolean =>
  ['true', '1', 'True'].includes(String(given[name]));

export function countArgument(given: Arguments, name: string, otherwise: number): number {
  const count = Number(given[name]);
  return Number.isInteger(count) && count > 0 ? count : otherwise;
}

export type Structure =
  | { readonly kind: 'absent' }
  | { readonly kind: 'broken' }
  | { readonly kind: 'given'; readonly value: unknown };

export function structureArgument(given: Arguments, name: string): Structure {
  const value = given[name];
  if (value === undefined || value === null || value === '') return { kind: 'absent' };
  if (typeof value !== 'string') return { kind: 'given', value };
  try {
    return { kind: 'given', value: JSON.parse(value) };
  } catch {
    return { kind: 'broken' };
  }
}

/** By id, or by `#name` where Slack takes names too. */
export function channelArgument(workspace: Workspace, given: Arguments): Channel | undefined {
  const named = textArgument(given, 'channel') ?? '';
  const byName = workspace.channels.find(channel => channel.kind === 'channel' && `#${channel.name}` === named);
  return channelIn(workspace, named) ?? byName ?? directMessagesOf(workspace, named);
}

/** Posting to a person means posting to the direct messages with that person. */
export const directMessagesOf = (workspace: Workspace, person: string): Channel | undefined =>
  workspace.channels.find(channel => channel.person === person);

/** A message everybody can see: private ones cannot be reached by their timestamp. */
export function messageArgument(
  workspace: Workspace,
  channel: Channel,
  given: Arguments,
  name = 'ts',
): Stored | undefined {
  const message = workspace.messages.find(channel.id, textArgument(given, name) ?? '');
  return message && !message.to && !message.deleted ? message : undefined;
}
