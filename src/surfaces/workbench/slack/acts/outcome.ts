// How something that a person does in a client ends: done, or refused with a sentence that the page can show.
import type { Channel } from '../../protocol.ts';
import type { Actor } from '../memory/loans.ts';
import { channelIn, isMember, type Workspace } from '../workspace.ts';

export type Outcome<Result = void> =
  | { readonly kind: 'done'; readonly result: Result }
  | { readonly kind: 'refused'; readonly reason: string };

export const done = <Result>(result: Result): Outcome<Result> => ({ kind: 'done', result });
export const refused = (reason: string): Outcome<never> => ({ kind: 'refused', reason });

/** A channel that this person may see. */
export function channelOf(workspace: Workspace, id: string, actor: Actor): Channel | undefined {
  const channel = channelIn(workspace, id);
  return channel && isMember(channel, actor.person, workspace.app) ? channel : undefined;
}
