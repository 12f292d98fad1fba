// What takes text takes redacted text, and the compiler says so: each line below must fail to compile, or `tsc` does.
import { expect, it } from 'vitest';
import type { RedactedEvent } from '../../src/conversation/chat-event.ts';
import type { Thread } from '../../src/conversation/thread.ts';
import type { FollowUp } from '../../src/conversation/turn.ts';
import type { Matcher } from '../../src/matching/matcher.ts';
import { type RedactedText, redact } from '../../src/redaction/redact.ts';
import type { LogFields } from '../../src/service/report/log.ts';

type Pasted = Extract<RedactedEvent, { kind: 'message-pasted' }>;

it('takes no other text', () => {
  const raw: string = 'lunch?';
  // @ts-expect-error only `redact` makes a RedactedText
  const text: RedactedText = raw;
  // @ts-expect-error the matcher
  const matched: Parameters<Matcher['match']>[0] = raw;
  // @ts-expect-error the store
  const stored: Pick<Thread, 'opening'> = { opening: raw };
  // @ts-expect-error the queue
  const queued: Pick<Pasted, 'text'> = { text: raw };
  // @ts-expect-error the conversation
  const heard: Pick<FollowUp, 'text'> = { text: raw };
  // @ts-expect-error the log
  const logged: LogFields = { text: raw };
  const given: Parameters<Matcher['match']>[0] = redact(raw).text;
  expect([text, matched, stored.opening, queued.text, heard.text, logged.text, given]).toEqual(Array(7).fill(raw));
});
