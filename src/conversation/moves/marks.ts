// Marks on the message that opened a thread: seen, and solved for as long as it is.
import type { Thread } from '../thread.ts';

/** To be set, or taken away again. */
export type Mark = { readonly mark: 'seen' | 'solved'; readonly on: boolean };

/** What a turn changes about them. A thread that began with a card of ours has no message of a person to mark. */
export function marksOf(before: Thread | undefined, after: Thread | undefined): Mark[] {
  if (after?.opening === undefined) return [];
  const wasSolved = before?.state === 'solved';
  const isSolved = after.state === 'solved';
  return [
    ...(before ? [] : [{ mark: 'seen', on: true } as const]),
    ...(wasSolved === isSolved ? [] : [{ mark: 'solved', on: isSolved } as const]),
  ];
}
