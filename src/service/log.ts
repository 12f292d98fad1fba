// The log: structured lines on standard error. It takes ids, codes, counts and redacted text, and its type takes nothing else.
import { type DestinationStream, pino } from 'pino';
import type { RedactedText } from '../redaction/redact.ts';

/** `id` names an event, a job or an entry; `code` is a fault's or an outcome's. Never a message of a person as it came in. */
export type LogFields = {
  readonly id?: string;
  readonly kind?: string;
  readonly code?: string;
  readonly ms?: number;
  readonly count?: number;
  readonly text?: RedactedText;
};

export type Log = {
  readonly debug: (what: string, fields?: LogFields) => void;
  readonly info: (what: string, fields?: LogFields) => void;
  readonly warn: (what: string, fields?: LogFields) => void;
  /** `bug` is one of ours: its stack is logged, its message may quote no person's text. */
  readonly error: (what: string, fields?: LogFields, bug?: unknown) => void;
};

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

const STANDARD_ERROR = 2;

export function createLog(level: LogLevel, to?: DestinationStream): Log {
  const logger = pino({ level, base: null }, to ?? pino.destination({ dest: STANDARD_ERROR, sync: true }));
  return {
    debug: (what, fields) => logger.debug(fields ?? {}, what),
    info: (what, fields) => logger.info(fields ?? {}, what),
    warn: (what, fields) => logger.warn(fields ?? {}, what),
    error: (what, fields, bug) =>
      logger.error({ ...fields, ...(bug instanceof Error && { stack: stackOf(bug) }) }, what),
  };
}

/** Where it happened, without the message: that may hold what somebody pasted. */
const stackOf = (bug: Error): string =>
  `${bug.name}\n${(bug.stack ?? '')
    .split('\n')
    .filter(line => /^\s+at /.test(line))
    .slice(0, 12)
    .join('\n')}`;
