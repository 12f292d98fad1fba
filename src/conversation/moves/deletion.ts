// The opening message was deleted: what stands on the platform of it goes too, and says so in one line.
import { plain } from '../line.ts';
import type { Reply } from '../reply.ts';
import { TEXTS } from '../texts.ts';
import type { Thread } from '../thread.ts';
import { HAND_OVER_SLOT } from './hand-over.ts';

/** One reply for each message of ours that may quote the opening; those that were never posted are not to be posted now. */
export function markDeleted(thread: Thread, key: string): Reply[] {
  const cards = Array.from({ length: thread.checklists }, (_, i) => `checklist-${i + 1}`);
  return [...cards, ...(thread.called ? [HAND_OVER_SLOT] : [])].map(slot => ({
    id: `${key}#${slot}`,
    slot,
    replaces: true,
    summary: TEXTS.openingGone,
    blocks: [{ kind: 'quiet', text: [plain(TEXTS.openingGone)] }],
  }));
}
