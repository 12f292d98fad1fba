// Word to the maintainers that a secret was pasted: its kind and the place, nothing of the message.
import type { Redaction } from '../../../redaction/redact.ts';
import type { CommandGiven, FollowUpWritten, MessagePasted } from '../../chat-event.ts';
import { bold, plain } from '../../line.ts';
import type { Reply } from '../../reply.ts';
import { TEXTS } from '../../texts.ts';
import type { Context } from '../../turn.ts';

/** What a person wrote: all that can hold a secret. */
export type Written = MessagePasted<Redaction> | FollowUpWritten<Redaction> | CommandGiven<Redaction>;

/** One private message for each maintainer, but none to the one who pasted it: they have their note. */
export function reportsOf({ key, place, by, text }: Written, { settings }: Context): readonly Reply[] {
  const kinds = [...new Set(text.found.map(({ kind }) => kind.replaceAll('-', ' ')))];
  const summary = TEXTS.secretReported(kinds);
  const where =
    place.thread === '' ? plain(TEXTS.inACommand) : ({ kind: 'place', text: TEXTS.inThisThread, place } as const);
  return (settings.secretsReportedTo ?? [])
    .filter(person => person !== by.id)
    .map(person => ({
      id: `${key}#report/${person}`,
      to: { person, direct: true },
      summary,
      blocks: [
        { kind: 'text', text: [bold(summary), plain(' '), where, plain('.')] },
        { kind: 'quiet', text: [plain(TEXTS.secretReportedHow)] },
      ],
    }));
}
