// Which emoji means what, as configured; the names are Slack's, without colons.
import type { MarkNames } from '../delivery/marks.ts';

/** `emoji` calls us to a message; the others mark the message that opened a thread. `off` is none. */
export type ReactionNames = { readonly emoji?: string; readonly seen?: string; readonly solved?: string };

const DEFAULTS = { emoji: 'key', seen: 'eyes', solved: 'white_check_mark' } as const;

export function reactionsOf(configured: ReactionNames): {
  readonly emoji: string | undefined;
  readonly marks: MarkNames;
} {
  const { emoji, seen, solved } = { ...DEFAULTS, ...configured };
  return {
    emoji: emoji === 'off' ? undefined : emoji,
    marks: { ...(seen !== 'off' && { seen }), ...(solved !== 'off' && { solved }) },
  };
}
