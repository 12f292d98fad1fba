// A private note to whoever pasted a live secret: at once, beside whatever else is answered.
import type { FoundSecret, Redaction } from '../../redaction/redact.ts';
import type { CommandGiven, FollowUpWritten, MessagePasted } from '../chat-event.ts';
import { bold, line, plain } from '../line.ts';
import type { Block, Reply } from '../reply.ts';
import { TEXTS } from '../texts.ts';
import type { Context, Turn } from '../turn.ts';

/** The entry that says how to revoke, replace and check. */
const SECRET_ENTRY = 'general/secret-exposed';

type Written = MessagePasted<Redaction> | FollowUpWritten<Redaction> | CommandGiven<Redaction>;

export function withSecretNote(event: Written, turn: Turn, context: Context): Turn {
  if (event.text.found.length === 0) return turn;
  return { ...turn, replies: [...turn.replies, note(event, context)], counted: [...turn.counted, 'secret seen'] };
}

function note(event: Written, { entries }: Context): Reply {
  const kinds = [...new Set(event.text.found.map(describe))];
  const entry = entries.get(SECRET_ENTRY);
  const steps = entry?.causes.flatMap(cause => cause.steps).slice(0, 5) ?? [];
  const blocks: Block[] = [
    { kind: 'text', text: [bold(TEXTS.secretSeen(kinds))] },
    { kind: 'list', items: steps.map(step => line(step.do)) },
    ...(entry ? [{ kind: 'quiet', text: [plain(entry.escalate)] } as const] : []),
  ];
  return {
    id: `${event.key}#secret`,
    to: { person: event.by.id, ...('returnPath' in event && { returnPath: event.returnPath }) },
    // A thread that nobody has answered in shows no private message: whoever opened it is told in the channel.
    toChannel: event.kind === 'message-pasted',
    summary: TEXTS.secretSeen(kinds),
    blocks,
  };
}

const describe = ({ kind, lastFour }: FoundSecret): string =>
  kind.replaceAll('-', ' ') + (lastFour ? `, ${TEXTS.endingIn(lastFour)}` : '');
