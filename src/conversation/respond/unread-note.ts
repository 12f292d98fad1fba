// Somebody who waits for an answer is told about files that could not be read.
import type { Redaction } from '../../redaction/redact.ts';
import type { FollowUpWritten, MessagePasted } from '../chat-event.ts';
import { plain } from '../line.ts';
import { TEXTS } from '../texts.ts';
import type { Turn } from '../turn.ts';
import { sentence } from './steps.ts';

/** Said first in the answer; where there was nothing but files, it is the whole answer. */
export function withUnreadNote(event: MessagePasted<Redaction> | FollowUpWritten<Redaction>, turn: Turn): Turn {
  const [first, ...rest] = turn.replies;
  if (!event.addressed || !event.unread || !first) return turn;
  const said = TEXTS.unread(event.unread);
  const counted = [...turn.counted, 'file unread'];
  if (event.text.text === '') return { ...turn, replies: [sentence(event.key, said)], counted };
  const blocks = [{ kind: 'text', text: [plain(said)] } as const, ...first.blocks];
  return { ...turn, replies: [{ ...first, summary: `${said} ${first.summary}`, blocks }, ...rest], counted };
}
